package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.toancanh.model.Effort;

class SheddingTest {
    private final Shedding shedding = new Shedding(Shedding.Pace.OF_WORK);
    private long now;

    private int look(double load, boolean late) {
        now += Duration.ofSeconds(2).toNanos();
        return shedding.look(load, late, now);
    }

    private int look(double load, int times) {
        int level = 0;
        for (int i = 0; i < times; i++) {
            level = look(load, false);
        }
        return level;
    }

    @Test
    void oneBusyLookIsNoReason() {
        assertThat(look(1.2, 1)).isZero();
        assertThat(look(0.9, 1)).isZero();
        assertThat(look(1.2, 1)).isZero();
        assertThat(look(1.2, 1)).isEqualTo(1);
    }

    @Test
    void latePicturesAreAReasonThoughTheProcessorsLookIdle() {
        look(0.1, true);
        assertThat(look(0.1, true)).isEqualTo(1);
    }

    @Test
    void whatDoesNotHelpIsFollowedByMoreUntilNothingIsLeft() {
        assertThat(look(1.5, 2 * Shedding.MOST + 10)).isEqualTo(Shedding.MOST);
    }

    @Test
    void loadIsGivenBackSlowlyAndNotWhileItIsNearTheBudget() {
        look(1.5, 6);
        assertThat(look(0.9, 60)).isEqualTo(3);
        assertThat(look(0.5, 5)).isEqualTo(3);
        assertThat(look(0.5, 1)).isEqualTo(2);
        assertThat(look(0.5, 11)).isZero();
    }

    @Test
    void whereGivingBackBringsTheTroubleBackItIsTriedLessAndLessOften() {
        look(1.5, 2);
        int[] waits = new int[4];
        for (int round = 0; round < waits.length; round++) {
            int looks = 0;
            while (look(0.5, 1) > 0) {
                looks++;
            }
            waits[round] = looks;
            look(1.5, 2);
        }
        assertThat(waits).isSorted();
        assertThat(waits[3]).isGreaterThan(4 * waits[0]);
    }

    @Test
    void tilesGiveWayInTheirOrderOneEffortAfterTheOther() {
        assertThat(IntStream.range(0, 8).mapToObj(rank -> Shedding.effort(0, rank, 8)))
                .containsOnly(Effort.FULL);
        assertThat(IntStream.range(0, 8).mapToObj(rank -> Shedding.effort(1, rank, 8)))
                .containsExactly(
                        Effort.UNSMOOTHED,
                        Effort.UNSMOOTHED,
                        Effort.FULL,
                        Effort.FULL,
                        Effort.FULL,
                        Effort.FULL,
                        Effort.FULL,
                        Effort.FULL);
        assertThat(IntStream.range(0, 8).mapToObj(rank -> Shedding.effort(Shedding.PARTS, rank, 8)))
                .containsOnly(Effort.UNSMOOTHED);
        assertThat(Shedding.effort(Shedding.PARTS + 1, 0, 8)).isEqualTo(Effort.FEWER_PICTURES);
        assertThat(Shedding.effort(Shedding.PARTS + 1, 7, 8)).isEqualTo(Effort.UNSMOOTHED);
        assertThat(Shedding.effort(Shedding.MOST, 7, 8)).isEqualTo(Effort.KEY_FRAMES);
    }
}

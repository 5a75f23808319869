package vn.toancanh.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.ui.grid.Beats.Beat.ALL;
import static vn.toancanh.ui.grid.Beats.Beat.FIRSTS;
import static vn.toancanh.ui.grid.Beats.Beat.NONE;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which ticks of the screen paint, whatever the machine does to them. */
class BeatsTest {
    private static final long MS = 1_000_000L;
    private static final long PERIOD = 62 * MS;
    private static final long LEAST = 30 * MS;

    private final Beats beats = new Beats();
    private final List<Long> painted = new ArrayList<>();

    private Beats.Beat tick(long millis, long period) {
        Beats.Beat beat = beats.at(millis * MS, period, LEAST, false);
        if (beat == ALL) {
            painted.add(millis);
        }
        return beat;
    }

    @Test
    void aTickALittleEarlyIsAsGoodAsDue() {
        assertThat(tick(1000, PERIOD)).isEqualTo(ALL);
        assertThat(tick(1050, PERIOD)).isEqualTo(NONE);
        assertThat(tick(1055, PERIOD)).isEqualTo(ALL);
    }

    @Test
    void ticksThatComeLateCostNoBeat() {
        Random random = new Random(5);
        long late = 0;
        for (long tick = 1000; tick < 61_000; tick += 16) {
            late = random.nextInt(40) == 0 ? random.nextInt(50) : 0;
            tick(tick + late, PERIOD);
        }
        assertThat(painted.size()).isBetween(930, 970);
    }

    @Test
    void whatIsPaintedStandsForTwoTicksHoweverLateItCame() {
        tick(1000, PERIOD);
        assertThat(tick(1118, PERIOD)).as("held up").isEqualTo(ALL);
        assertThat(tick(1124, PERIOD)).as("due, but the last one came just now").isEqualTo(NONE);
        assertThat(tick(1140, 32 * MS)).as("and more are waiting").isEqualTo(NONE);
        assertThat(tick(1150, 32 * MS)).isEqualTo(ALL);
    }

    @Test
    void noTwoBeatsAreCloserThanThatUnderAnyLoad() {
        Random random = new Random(7);
        long now = 1000;
        for (int i = 0; i < 20_000; i++) {
            now += random.nextInt(10) == 0 ? random.nextInt(150) : 1 + random.nextInt(20);
            tick(now, random.nextBoolean() ? PERIOD : 32 * MS);
        }
        for (int i = 1; i < painted.size(); i++) {
            assertThat(painted.get(i) - painted.get(i - 1)).isGreaterThanOrEqualTo(LEAST / MS);
        }
    }

    @Test
    void firstPicturesArePaintedInBetween() {
        beats.at(1000 * MS, PERIOD, LEAST, false);
        assertThat(beats.at(1016 * MS, PERIOD, LEAST, true)).isEqualTo(FIRSTS);
        assertThat(beats.at(1055 * MS, PERIOD, LEAST, true))
                .as("the beat is due all the same")
                .isEqualTo(ALL);
    }
}

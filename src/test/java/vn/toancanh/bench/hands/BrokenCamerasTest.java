package vn.toancanh.bench.hands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.simulator.Fault;

class BrokenCamerasTest {
    private static final int CAMERA = 1204;

    private final List<String> hits = new ArrayList<>();
    private final ManualClock clock = new ManualClock();
    private final Diary diary = new Diary();
    private final BrokenCameras broken = new BrokenCameras(
            new BrokenCameras.Hammer() {
                @Override
                public void hit(int camera, Fault fault) {
                    hits.add(camera + " " + fault.word());
                }

                @Override
                public void heal(int camera) {
                    hits.add(camera + " whole");
                }
            },
            clock,
            diary);

    private void hit(Fault fault, int seconds) {
        broken.hit(CAMERA, fault, Duration.ofSeconds(seconds));
    }

    private Allowance allowed() {
        return broken.allowed(CAMERA, clock.nanos());
    }

    private void pass(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
        broken.step();
    }

    @Test
    void eachIsHealedWhenItsTimeIsOver() {
        hit(Fault.SILENCE, 4);
        broken.hit(1205, Fault.BLACK, Duration.ofSeconds(9));
        pass(5);
        assertThat(hits).containsExactly("1204 silence", "1205 black", "1204 whole");
        assertThat(broken.now()).containsExactly(1205);
        broken.healAll();
        assertThat(broken.now()).isEmpty();
        assertThat(broken.thrown()).isEqualTo(2);
    }

    @Test
    void aSecondFaultTakesThePlaceOfTheFirstAndItsTime() {
        hit(Fault.FREEZE, 4);
        pass(3);
        hit(Fault.SILENCE, 4);
        pass(3);
        assertThat(hits).containsExactly("1204 freeze", "1204 silence");
        pass(2);
        assertThat(hits).endsWith("1204 whole");
    }

    @Test
    void aSilentCameraIsAllowedNoMoreThanAWholeOne() {
        hit(Fault.SILENCE, 4);
        assertThat(allowed()).isEqualTo(Allowance.WHOLE);
        assertThat(broken.allowed(1205, clock.nanos())).isEqualTo(Allowance.WHOLE);
    }

    @Test
    void whatStandsMayDoSoForTenSecondsAndItsNumberTellsNothing() {
        hit(Fault.FREEZE, 20);
        assertThat(allowed()).isEqualTo(new Allowance(Duration.ofSeconds(10), false, clock.nanos()));
    }

    @Test
    void whatTheFaultBeforeLeftBehindIsExcusedForAWhile() {
        hit(Fault.FREEZE, 20);
        pass(2);
        hit(Fault.SILENCE, 20);
        assertThat(allowed()).isEqualTo(new Allowance(Duration.ofSeconds(10), false, 0));
        pass(6);
        assertThat(allowed()).isEqualTo(Allowance.WHOLE);
    }

    @Test
    void aSpoiltPictureIsExcusedUntilTheNextKeyFrameHasCome() {
        hit(Fault.CORRUPT, 3);
        assertThat(allowed().tellsAge()).isFalse();
        pass(4);
        assertThat(hits).endsWith("1204 whole");
        assertThat(allowed().tellsAge()).isFalse();
        pass(6);
        assertThat(allowed()).isEqualTo(Allowance.WHOLE);
    }

    @Test
    void whatAFaultLeftBehindIsOnTheScreenForLongerWhereItComesLate() {
        broken.late(CAMERA, Duration.ofSeconds(6));
        assertThat(allowed()).as("late alone excuses nothing").isEqualTo(Allowance.WHOLE);
        hit(Fault.FREEZE, 8);
        pass(9);
        broken.late(CAMERA, Duration.ZERO);
        pass(10);
        assertThat(allowed().stands()).isEqualTo(Duration.ofSeconds(10));
        pass(2);
        assertThat(allowed()).isEqualTo(Allowance.WHOLE);
    }

    @Test
    void handsGoToWhatComesLateToo() {
        hit(Fault.FREEZE, 8);
        broken.late(1209, Duration.ofSeconds(6));
        assertThat(broken.now()).containsExactly(CAMERA);
        assertThat(broken.hurt()).containsExactly(CAMERA, 1209);
        assertThat(broken.isLate(1209)).isTrue();
        assertThat(broken.isLate(CAMERA)).isFalse();
        broken.late(1209, Duration.ZERO);
        assertThat(broken.hurt()).containsExactly(CAMERA);
        assertThat(broken.thrown()).isOne();
    }

    @Test
    void theDiaryTellsWhatWasDoneToOneCameraAndToTheWall() {
        hit(Fault.SILENCE, 4);
        broken.hit(1205, Fault.BLACK, Duration.ofSeconds(9));
        clock.advance(Duration.ofSeconds(1));
        diary.note(clock.nanos(), Diary.WALL, "Escape");
        clock.advance(Duration.ofMillis(500));
        assertThat(diary.told(clock.nanos(), CAMERA)).isEqualTo("camera 1204 silence 1.5 s ago, Escape 0.5 s ago");
    }

    @Test
    void whatHandsDoDoesNotCrowdOutWhatBefellTheCamera() {
        hit(Fault.SILENCE, 4);
        for (int i = 0; i < 50; i++) {
            diary.note(clock.nanos(), Diary.WALL, "Escape");
        }
        assertThat(diary.told(clock.nanos(), CAMERA)).startsWith("camera 1204 silence 0.0 s ago, Escape");
    }
}

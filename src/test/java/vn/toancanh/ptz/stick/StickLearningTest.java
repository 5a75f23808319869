package vn.toancanh.ptz.stick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.toancanh.ptz.stick.StickDeed.Kind;
import vn.toancanh.ptz.stick.StickLearning.Step;
import vn.toancanh.ptz.stick.StickLearning.Trouble;

/** A stick is taught by moving it. */
class StickLearningTest {
    private static final StickMapping BEFORE =
            StickMapping.parse("pan=0/+/0.10/1.0/0.00 tilt=none zoom=none 1=home 2=preset:2 1up=stop");

    private Stick stick = new Stick(1, FakeSticks.MODEL, "", 4, 12);
    private StickLearning learning = new StickLearning(stick, BEFORE);
    private double[] axes = {0, 0, 0, 0};
    private long buttons;
    private long nanos = Duration.ofSeconds(5).toNanos();

    private void begin(int count) {
        stick = new Stick(1, FakeSticks.MODEL, "", count, 12);
        axes = new double[count];
        learning = new StickLearning(stick, BEFORE);
    }

    private void hold(int millis) {
        for (int i = 0; i < millis; i += 4) {
            nanos += Duration.ofMillis(4).toNanos();
            learning.take(new StickState(stick, axes, buttons), nanos);
        }
    }

    private void move(int axis, double to) {
        double rest = axes[axis];
        axes[axis] = to;
        hold(200);
        axes[axis] = rest;
        hold(20);
    }

    @Test
    void itLearnsWhichAxisIsWhichAndWhichWayItCounts() {
        hold(1100);
        assertThat(learning.step()).isEqualTo(Step.RIGHT);
        move(2, 1);
        assertThat(learning.step()).isEqualTo(Step.UP);
        move(0, -1);
        assertThat(learning.step()).isEqualTo(Step.NEARER);
        move(1, -1);
        assertThat(learning.step()).isEqualTo(Step.MODIFIER);
        assertThat(learning.learned()).isEmpty();
        buttons = 1 << 4;
        hold(4);
        StickMapping learned = learning.learned().orElseThrow();
        assertThat(learning.step()).isEqualTo(Step.DONE);
        assertThat(learned.pan()).isEqualTo(new StickAxis(2, false, 0, 0.08, 2));
        assertThat(learned.tilt()).isEqualTo(new StickAxis(0, true, 0, 0.08, 2));
        assertThat(learned.tilt().speed(-1)).as("upwards").isEqualTo(1);
        assertThat(learned.zoom()).isEqualTo(new StickAxis(1, true, 0, 0.08, 2));
        assertThat(learned.pressed())
                .containsEntry(0, StickDeed.of(Kind.HOME))
                .containsEntry(4, StickDeed.of(Kind.MODIFIER));
        assertThat(learned.released()).isEqualTo(BEFORE.released());
        hold(2000);
        assertThat(learning.learned()).contains(learned);
    }

    @Test
    void itLearnsWhereAWornStickRestsAndHowItTrembles() {
        axes[0] = 0.2;
        for (int i = 0; i < 300; i++) {
            axes[0] = 0.2 + (i % 2 == 0 ? 0.05 : -0.05);
            hold(4);
        }
        axes[0] = 0.2;
        assertThat(learning.step()).isEqualTo(Step.RIGHT);
        move(0, 1);
        learning.skip();
        learning.skip();
        learning.skip();
        StickAxis pan = learning.learned().orElseThrow().pan();
        assertThat(pan.centre()).isCloseTo(0.2, within(0.001));
        assertThat(pan.dead()).isCloseTo(0.18, within(0.001));
        assertThat(pan.speed(0.25)).isZero();
        assertThat(learning.learned().orElseThrow().tilt()).isEqualTo(StickAxis.NONE);
    }

    @Test
    void whatDoesNotComeToRestIsSaidAndNotMeasured() {
        for (int i = 0; i < 1000; i++) {
            axes[1] = Math.sin(i / 20.0) * 0.5;
            hold(4);
        }
        assertThat(learning.step()).isEqualTo(Step.REST);
        assertThat(learning.trouble()).isEqualTo(Trouble.RESTLESS);
        learning.skip();
        assertThat(learning.step()).as("is not passed over").isEqualTo(Step.REST);
        axes[1] = 0;
        hold(1100);
        assertThat(learning.step()).isEqualTo(Step.RIGHT);
    }

    @Test
    void twoAxesAtOnceAreNoAnswerAndAShortKnockIsNone() {
        hold(1100);
        axes[0] = 1;
        axes[1] = 1;
        hold(1000);
        assertThat(learning.trouble()).isEqualTo(Trouble.TWO_AT_ONCE);
        assertThat(learning.step()).isEqualTo(Step.RIGHT);
        axes[0] = 0;
        axes[1] = 0;
        hold(20);
        axes[0] = 1;
        hold(100);
        axes[0] = 0;
        hold(300);
        assertThat(learning.step()).isEqualTo(Step.RIGHT);
        assertThat(learning.trouble()).isEqualTo(Trouble.NONE);
    }

    @Test
    void eachAxisIsLetGoBeforeTheNextAndLearnedOnce() {
        hold(1100);
        axes[0] = 1;
        hold(1000);
        assertThat(learning.step()).isEqualTo(Step.RIGHT);
        assertThat(learning.trouble()).isEqualTo(Trouble.LET_GO);
        axes[0] = 0;
        hold(20);
        assertThat(learning.step()).isEqualTo(Step.UP);
        move(0, -1);
        assertThat(learning.step()).as("it turns already").isEqualTo(Step.UP);
        move(1, 1);
        assertThat(learning.step()).isEqualTo(Step.NEARER);
    }

    @Test
    void aLeverThatStaysWhereItIsPutIsNoAxis() {
        axes[3] = -1;
        hold(1100);
        axes[3] = 1;
        hold(1000);
        assertThat(learning.step()).isEqualTo(Step.RIGHT);
        move(0, 1);
        assertThat(learning.step()).isEqualTo(Step.UP);
    }

    @Test
    void aStickWithoutButtonsIsNotAskedForOneAndItIsToldWhatWasHeard() {
        stick = new Stick(1, FakeSticks.MODEL, "", 4, 0);
        learning = new StickLearning(stick, BEFORE);
        hold(1100);
        move(1, -1);
        assertThat(learning.heard(Step.RIGHT)).contains(new StickAxis(1, true, 0, 0.08, 2));
        assertThat(learning.heard(Step.UP)).isEmpty();
        assertThat(learning.isPassedOver(Step.UP)).as("not asked yet").isFalse();
        learning.skip();
        learning.skip();
        assertThat(learning.step()).isEqualTo(Step.DONE);
        assertThat(learning.isPassedOver(Step.UP)).isTrue();
        assertThat(learning.isPassedOver(Step.RIGHT)).isFalse();
        assertThat(learning.learned().orElseThrow().pressed()).isEqualTo(BEFORE.pressed());
    }

    @Test
    void aStickWithoutAxesIsAskedForItsButtonOnly() {
        begin(0);
        hold(1100);
        assertThat(learning.step()).isEqualTo(Step.MODIFIER);
        learning.skip();
        assertThat(learning.learned().orElseThrow().pressed()).isEqualTo(BEFORE.pressed());
        learning.skip();
        assertThat(learning.step()).isEqualTo(Step.DONE);
    }
}

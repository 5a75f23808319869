package vn.toancanh.simulator.head;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HeadMechanicsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Offset<Double> EXACT = Offset.offset(1e-9);

    private final HeadMechanics head = new HeadMechanics(0);

    @Test
    void aSpeedGoesOnUntilItsTimeIsOver() {
        head.move(1, -0.5, 1, 2 * SECOND, 0);
        assertThat(head.isMoving(SECOND)).isTrue();
        assertThat(head.position(SECOND).pan()).isEqualTo(HeadMechanics.PAN_PER_S, EXACT);
        assertThat(head.position(SECOND).tilt()).isEqualTo(-HeadMechanics.TILT_PER_S / 2, EXACT);
        HeadPosition end = head.position(10 * SECOND);
        assertThat(end.pan()).isEqualTo(2 * HeadMechanics.PAN_PER_S, EXACT);
        assertThat(end.zoom()).isEqualTo(2 * HeadMechanics.ZOOM_PER_S, EXACT);
        assertThat(head.isMoving(10 * SECOND)).isFalse();
        assertThat(head.position(99 * SECOND)).isEqualTo(end);
    }

    @Test
    void aStopStopsAndANewSpeedReplacesTheOld() {
        head.move(1, 1, 0, -1, 0);
        head.stop(SECOND);
        assertThat(head.position(50 * SECOND).pan()).isEqualTo(HeadMechanics.PAN_PER_S, EXACT);
        head.move(-1, 0, 0, -1, 50 * SECOND);
        HeadPosition at = head.position(51 * SECOND);
        assertThat(at.pan()).isEqualTo(0, EXACT);
        assertThat(at.tilt()).as("not named, so it stands").isEqualTo(HeadMechanics.TILT_PER_S, EXACT);
    }

    @Test
    void aPlaceIsGoneToAndThenItStands() {
        head.go(new HeadPosition(-0.5, 9, 0.1), 0);
        assertThat(head.isMoving(SECOND)).isTrue();
        assertThat(head.position(60 * SECOND)).isEqualTo(new HeadPosition(-0.5, 1, 0.1));
        assertThat(head.isMoving(60 * SECOND)).isFalse();
    }

    @Test
    void itNeverLeavesItsRange() {
        SplittableRandom random = new SplittableRandom(11);
        long now = 0;
        for (int i = 0; i < 10_000; i++) {
            now += random.nextLong(8 * SECOND);
            switch (random.nextInt(3)) {
                case 0 ->
                    head.move(
                            random.nextDouble(-1, 1),
                            random.nextDouble(-1, 1),
                            random.nextDouble(-1, 1),
                            random.nextLong(-1, 9 * SECOND),
                            now);
                case 1 ->
                    head.go(
                            new HeadPosition(
                                    random.nextDouble(-3, 3), random.nextDouble(-3, 3), random.nextDouble(-3, 3)),
                            now);
                default -> head.stop(now);
            }
            HeadPosition at = head.position(now + random.nextLong(SECOND));
            assertThat(at.pan()).isBetween(-1.0, 1.0);
            assertThat(at.tilt()).isBetween(-1.0, 1.0);
            assertThat(at.zoom()).isBetween(0.0, 1.0);
        }
    }
}

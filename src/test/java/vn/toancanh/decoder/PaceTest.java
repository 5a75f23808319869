package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.toancanh.rtsp.ClockRecovery;

class PaceTest {
    private static final int RATE = 90_000;
    private static final int STEP = 6_000;
    private static final long FRAME_NANOS = 66_666_667L;
    private static final long MILLI = 1_000_000L;

    private final ClockRecovery mapping = new ClockRecovery(RATE);
    private final Pace pace = new Pace();
    private int unit;

    /** Units that come so many milliseconds late. */
    private void units(int count, long lateMillis) {
        for (int i = 0; i < count; i++) {
            long arrival = 1_000_000_000L + unit * FRAME_NANOS + lateMillis * MILLI;
            pace.took(mapping, arrival - mapping.map((long) unit * STEP, arrival));
            unit++;
        }
    }

    @Test
    void picturesOfASteadyStreamAreNotHeldBack() {
        units(40, 0);
        units(10, 20);
        assertThat(pace.spareMicros(null)).isZero();
    }

    @Test
    void anUnsteadyStreamIsHeldBackAsLongAsItsWorstUnit() {
        units(40, 0);
        units(1, 90);
        assertThat(pace.spareMicros(null)).isBetween(85_000L, 91_000L);
    }

    @Test
    void holdingBackEndsSomeSecondsAfterTheLastLateUnit() {
        units(40, 0);
        units(1, 90);
        units(30, 0);
        assertThat(pace.spareMicros(null)).isPositive();
        units(90, 0);
        assertThat(pace.spareMicros(null)).isZero();
    }

    @Test
    void aStreamIsNeverHeldBackForLong() {
        units(40, 0);
        units(1, 5_000);
        assertThat(pace.spareMicros(null)).isEqualTo(400_000);
    }

    @Test
    void picturesOutOfOrderWaitForThoseThatLeanOnThem() {
        units(40, 0);
        SequenceHeader reordering = new SequenceHeader(640, 360, 1, 1, 15, 2);
        assertThat(pace.reordered(reordering)).isTrue();
        assertThat(pace.spareMicros(reordering)).isBetween(270_000L, 290_000L);
    }
}

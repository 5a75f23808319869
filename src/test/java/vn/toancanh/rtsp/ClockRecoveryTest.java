package vn.toancanh.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class ClockRecoveryTest {
    private static final int RATE = 90_000;
    private static final long MS = 1_000_000;
    private static final long FRAME = 66_666_667;
    private static final int STEP = 6000;

    private final ClockRecovery clock = new ClockRecovery(RATE);

    @Test
    void jitterDoesNotReachTheResult() {
        for (long seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            ClockRecovery own = new ClockRecovery(RATE);
            long rtp = random.nextLong(1L << 40);
            long last = 0;
            long arrival = 0;
            for (int i = 0; i < 1000; i++) {
                long sent = 5_000 * MS + i * FRAME;
                arrival = Math.max(arrival, sent + random.nextInt(80) * MS);
                long mapped = own.map(rtp + (long) i * STEP, arrival);
                assertThat(mapped - last).as("seed %d unit %d rises", seed, i).isGreaterThanOrEqualTo(100_000);
                if (i > 100) {
                    assertThat(mapped - sent).as("seed %d unit %d", seed, i).isBetween(-1 * MS, 25 * MS);
                    assertThat(mapped - last).isBetween(FRAME - 12 * MS, FRAME + 12 * MS);
                }
                last = mapped;
            }
            assertThat(own.leaps()).isZero();
        }
    }

    @Test
    void followsClocksThatDrift() {
        for (double drift : new double[] {-300e-6, 300e-6}) {
            ClockRecovery own = new ClockRecovery(RATE);
            long last = 0;
            for (int i = 0; i < 60_000; i++) {
                long arrival = (long) (i * FRAME * (1 + drift));
                long mapped = own.map((long) i * STEP, arrival);
                assertThat(arrival - mapped).isBetween(-5 * MS, 5 * MS);
                assertThat(mapped).isGreaterThan(last - 1);
                assertThat(own.heldBackNanos()).isLessThan(5 * MS);
                last = mapped;
            }
            assertThat(own.leaps()).isZero();
        }
    }

    @Test
    void aJumpOfTheSourcesClockIsTakenAtOnce() {
        for (long jump : new long[] {-3600L * RATE, 3600L * RATE, -2L * RATE, 5L * RATE}) {
            ClockRecovery own = new ClockRecovery(RATE);
            long rtp = 10_000L * RATE;
            long last = 0;
            for (int i = 0; i < 200; i++) {
                if (i == 100) {
                    rtp += jump;
                }
                long mapped = own.map(rtp, i * FRAME);
                assertThat(mapped - i * FRAME).as("jump %d unit %d", jump, i).isBetween(-1 * MS, 1 * MS);
                assertThat(mapped).isGreaterThanOrEqualTo(last);
                last = mapped;
                rtp += STEP;
            }
            assertThat(own.leaps()).isEqualTo(1);
        }
    }

    @Test
    void aBacklogAfterAStallIsMappedToWhenItWasDue() {
        long last = Long.MIN_VALUE;
        for (int i = 0; i < 300; i++) {
            // Units 100 to 145 wait for three seconds and come at once.
            long arrival = i >= 100 && i < 145 ? 145 * FRAME + i * 10_000L : i * FRAME;
            long mapped = clock.map((long) i * STEP, arrival);
            assertThat(mapped - i * FRAME).as("unit %d", i).isBetween(-1 * MS, 2 * MS);
            assertThat(mapped).isGreaterThan(last);
            last = mapped;
        }
        assertThat(clock.leaps()).isZero();
    }

    @Test
    void aBacklogLongerThanTheWindowEndsAtTheOldOffset() {
        long last = Long.MIN_VALUE;
        for (int i = 0; i < 500; i++) {
            long arrival = i >= 100 && i < 205 ? 205 * FRAME + i * 10_000L : i * FRAME;
            long mapped = clock.map((long) i * STEP, arrival);
            assertThat(mapped).isGreaterThan(last);
            last = mapped;
            if (i > 420) {
                assertThat(mapped - i * FRAME).as("unit %d", i).isBetween(-1 * MS, 2 * MS);
            }
        }
    }

    @Test
    void aSourceThatStoodStillIsFollowedWithinASecond() {
        for (int i = 0; i < 200; i++) {
            long arrival = i < 100 ? i * FRAME : i * FRAME + 5_000 * MS;
            long mapped = clock.map((long) i * STEP, arrival);
            if (i > 115) {
                assertThat(arrival - mapped).as("unit %d", i).isBetween(-1 * MS, 5 * MS);
                // Whether it stood, or what it sent waited somewhere, nobody has told: then it is so much older.
                assertThat(clock.heldBackNanos()).isBetween(4_990 * MS, 5_001 * MS);
            }
        }
        assertThat(clock.leaps()).isZero();
    }

    @Test
    void picturesInDecodingOrderKeepTheirPresentationOrder() {
        int[] order = {0, 3, 1, 2};
        long[] shown = new long[400];
        for (int i = 0; i < 400; i++) {
            int picture = i / 4 * 4 + order[i % 4];
            shown[picture] = clock.map((long) picture * STEP, i * FRAME);
        }
        assertThat(clock.reordered()).isTrue();
        for (int i = 9; i < 400; i++) {
            assertThat(shown[i]).as("picture %d", i).isGreaterThan(shown[i - 1]);
        }
    }

    @Test
    void neverFallsWhateverComes() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            ClockRecovery own = new ClockRecovery(1 + random.nextInt(200_000));
            long arrival = 0;
            long rtp = 0;
            long last = Long.MIN_VALUE;
            for (int i = 0; i < 500; i++) {
                arrival += random.nextInt(200) * MS;
                rtp += switch (random.nextInt(20)) {
                    case 0 -> -random.nextLong(1L << 34);
                    case 1 -> random.nextLong(1L << 34);
                    default -> random.nextInt(12_000);
                };
                long mapped = own.map(rtp, arrival);
                if (!own.reordered()) {
                    assertThat(mapped).as("seed %d unit %d", seed, i).isGreaterThan(last);
                }
                last = mapped;
            }
        }
    }
}

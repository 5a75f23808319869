package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toancanh.rtsp.ClockRecovery;
import vn.toancanh.rtsp.SenderClock;

/** A minute and more over a link narrower than its stream: how old its pictures are is told to the end. */
class NarrowLinkTest {
    private static final int RATE = 90_000;
    private static final long MILLI = 1_000_000;
    private static final long NETWORK_MILLIS = 80;
    private static final long SHOWN_AFTER_MILLIS = 40;
    private static final long BEGIN = Instant.parse("2026-11-25T10:00:00Z").toEpochMilli();
    private static final long FRAME_MILLIS = 40;

    private final ClockRecovery clock = new ClockRecovery(RATE);
    private final PictureAge age = new PictureAge();

    @ParameterizedTest
    @CsvSource({"0.5, 75", "0.7, 100", "0.8, 200", "0.95, 300"})
    void picturesAreAsOldAsTheyAre(double share, int seconds) {
        SenderClock told = null;
        int trusted = 0;
        long read = 0;
        for (int unit = 0; unit * FRAME_MILLIS / share < seconds * 1000L; unit++) {
            long taken = unit * FRAME_MILLIS;
            long came = (long) (taken / share) + NETWORK_MILLIS;
            long rtp = taken * RATE / 1000;
            long mapped = clock.map(rtp, came * MILLI);
            long held = clock.heldBackNanos();
            age.unit(rtp, Math.min(mapped, came * MILLI - held), came * MILLI, clock.leaps());
            if (unit % 125 == 0) {
                told = new SenderClock(rtp, BEGIN + taken, came * MILLI + 1);
            }
            if (came - read < 1000) {
                continue;
            }
            read = came;
            long shown = came + SHOWN_AFTER_MILLIS;
            long delay = shown * MILLI - Math.min(mapped, came * MILLI - held);
            PictureAge.Reading reading =
                    age.read(told, RATE, delay, shown * MILLI, Instant.ofEpochMilli(BEGIN + shown));
            assertThat(reading).isNotNull();
            assertThat(reading.trusted()).as("after %d ms", came).isTrue();
            assertThat(reading.millis()).isBetween(shown - taken - 5, shown - taken + 5);
            assertThat(delay / MILLI)
                    .as("by our own clock alone")
                    .isBetween((shown - taken) * 9 / 10 - 320, shown - taken);
            trusted++;
        }
        assertThat(trusted).isGreaterThan(seconds / 2);
        assertThat(clock.leaps()).isZero();
    }
}

package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.model.MediaTransport;
import vn.toancanh.rtsp.AccessUnit;
import vn.toancanh.rtsp.SenderClock;

/** A way that was five seconds late, by the time of its answers, before the first unit came by it. */
class StreamTimeTest {
    private static final int RATE = 90_000;
    private static final long MILLI = 1_000_000;
    private static final long OWN_DELAY = 40;
    private static final long BEGIN = Instant.parse("2026-11-25T10:00:00Z").toEpochMilli();

    private final StreamTime time = new StreamTime(RATE);
    private @Nullable SenderClock clock;
    private long behindMillis = 5_000;
    /** Since the beginning. */
    private long now = 100_000;

    private final VideoSource.Session session = new VideoSource.Session() {
        @Override
        public long packetsLost() {
            return 0;
        }

        @Override
        public double jitterMillis() {
            return 0;
        }

        @Override
        public @Nullable SenderClock senderClock() {
            return clock;
        }

        @Override
        public long behindNanos() {
            return behindMillis * MILLI;
        }

        @Override
        public MediaTransport transport() {
            return MediaTransport.TCP;
        }

        @Override
        public void close() {}
    };

    @BeforeEach
    void opened() {
        time.behind(behindMillis * MILLI);
    }

    /** For a second a unit every 40 ms, taken so long before it comes; then what is told of them. */
    private PictureAge.@Nullable Reading second(long lateMillis) {
        for (int i = 0; i < 25; i++) {
            now += 40;
            time.unit(new AccessUnit(new byte[4], true, (now - lateMillis) * RATE / 1000, now * MILLI, false));
        }
        long delay = now * MILLI - time.takenNanos() + OWN_DELAY * MILLI;
        return time.age(session, delay, now * MILLI, Instant.ofEpochMilli(BEGIN + now));
    }

    private void report(long lateMillis) {
        clock = new SenderClock((now - lateMillis) * RATE / 1000, BEGIN + now - lateMillis, now * MILLI);
    }

    private long olderMillis() {
        return (now * MILLI - time.takenNanos()) / MILLI;
    }

    @Test
    void whatComesIsAsOldAsItMayBe() {
        assertThat(second(5_000)).as("no clock was told").isNull();
        assertThat(olderMillis()).isEqualTo(5_000);
        assertThat(now * MILLI - time.sentNanos()).as("to be shown at once").isZero();
    }

    private AccessUnit unit(long takenMillis) {
        return new AccessUnit(new byte[4], true, takenMillis * RATE / 1000, now * MILLI, false);
    }

    /** So many units 40 ms apart at one go, the last of which was taken just now; when each was taken as far as that is known in the end. */
    private long[] heap(int units) {
        LongSupplier[] taken = new LongSupplier[units];
        for (int i = 0; i < units; i++) {
            AccessUnit next = unit(now - 40L * (units - 1 - i));
            time.unit(next);
            taken[i] = time.takenOf(next);
        }
        return Arrays.stream(taken).mapToLong(LongSupplier::getAsLong).toArray();
    }

    @Test
    void ofAHeapOnlyTheLastIsNew() {
        time.behind(0);
        long[] taken = heap(50);
        for (int i = 0; i < 50; i++) {
            // Three tell of a quicker way.
            long off = 2 * 40 * MILLI;
            assertThat(taken[i]).as("unit %d", i).isCloseTo((now - 40L * (49 - i)) * MILLI, within(off));
        }
    }

    @Test
    void soItIsWhatAPlayerBeginsWithThatCameAWhileAgo() {
        time.behind(0);
        second(0);
        AccessUnit first = unit(now - 960);
        AccessUnit last = unit(now);
        assertThat(time.takenOf(first).getAsLong()).isEqualTo((now - 960) * MILLI);
        now += 3_000;
        assertThat(time.takenOf(last).getAsLong()).as("silent since").isEqualTo((now - 3_000) * MILLI);
    }

    @Test
    void aLeapOfTheStreamsTimeMakesNothingOld() {
        time.behind(0);
        second(0);
        AccessUnit before = unit(now - 100_000_000);
        assertThat(time.takenOf(before).getAsLong()).isEqualTo(now * MILLI);
    }

    @Test
    void aClockThatIsBelievedKnowsBetter() {
        second(300);
        report(300);
        assertThat(second(300)).isEqualTo(new PictureAge.Reading(340, true));
        second(300);
        assertThat(olderMillis()).isEqualTo(300);
    }

    @Test
    void andIsNotContradictedByIt() {
        report(4_900);
        assertThat(second(4_900)).isEqualTo(new PictureAge.Reading(4_940, true));
        second(4_900);
        assertThat(olderMillis()).isEqualTo(4_900);
    }

    @Test
    void oneThatNobodySetSaysNothing() {
        clock = new SenderClock(now * RATE / 1000, 0, now * MILLI);
        second(5_000);
        second(5_000);
        assertThat(olderMillis()).isEqualTo(5_000);
    }

    @Test
    void aWayThatIsQuickAgainIsQuick() {
        second(5_000);
        behindMillis = 0;
        second(0);
        second(0);
        assertThat(olderMillis()).isZero();
    }

    @Test
    void whatBecomesLaterStillComesOnTop() {
        second(5_000);
        now += 2_000;
        second(7_000);
        assertThat(olderMillis()).isEqualTo(7_000);
    }
}

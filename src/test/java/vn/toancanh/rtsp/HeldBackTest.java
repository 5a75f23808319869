package vn.toancanh.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long pictures were held back on their way, told from their arrival alone. */
class HeldBackTest {
    private static final int RATE = 90_000;
    private static final long MS = 1_000_000;
    private static final long FRAME = 66_666_667;
    private static final int STEP = 6000;
    private static final long FIRST_RTP = 10_000L * RATE;

    /** The source's own clock, which nobody has set. */
    private static final long SOURCE_BEGAN = 1_000;

    private final ClockRecovery clock = new ClockRecovery(RATE);
    private long last = Long.MIN_VALUE;

    /** A unit that was taken as that one comes so much later. */
    private void comes(long unit, long lateNanos) {
        comes(unit, 0, lateNanos);
    }

    private void comes(long unit, long rtpShift, long lateNanos) {
        long arrival = unit * FRAME + lateNanos;
        long mapped = clock.map(FIRST_RTP + unit * STEP + rtpShift, arrival);
        assertThat(mapped).isLessThan(arrival + 350 * MS);
        assertThat(mapped > last || clock.reordered()).as("unit %d rises", unit).isTrue();
        last = mapped;
    }

    /** What the source's clock says as it takes that unit, told as it comes. */
    private void tells(long unit, long aheadMillis, long lateNanos) {
        clock.report(new SenderClock(
                FIRST_RTP + unit * STEP, SOURCE_BEGAN + unit * FRAME / MS + aheadMillis, unit * FRAME + lateNanos));
    }

    /** By how much a unit comes later over a link that passes that share of its stream, after so many. */
    private static long behind(double share, long units) {
        return (long) (units * FRAME * (1 / share - 1));
    }

    /** Until a link of that share is so much behind; the next unit. */
    private long fallsBehind(double share, long nanos) {
        long unit = 0;
        for (; behind(share, unit) < nanos; unit++) {
            comes(unit, behind(share, unit));
        }
        return unit;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 0.7, 0.8, 0.9, 0.94, 0.97})
    void picturesGrowOlderOverALinkNarrowerThanTheirStream(double share) {
        for (int unit = 0; unit < 900; unit++) {
            comes(unit, behind(share, unit));
            assertThat(clock.heldBackNanos())
                    .as("unit %d", unit)
                    .isBetween(behind(share, unit) * 9 / 10 - 200 * MS, behind(share, unit));
        }
        assertThat(clock.leaps()).as("no clock leapt").isZero();
    }

    @Test
    void unevenLinksAreNoBetter() {
        Random random = new Random(7);
        long arrival = 0;
        long late = 0;
        for (int unit = 0; unit < 900; unit++) {
            arrival = Math.max(arrival + random.nextInt(10, 160) * MS, unit * FRAME);
            late = arrival - unit * FRAME;
            comes(unit, late);
        }
        assertThat(late).isGreaterThan(5_000 * MS);
        assertThat(clock.heldBackNanos()).isBetween(late - 400 * MS, late);
    }

    @Test
    void theyAreNewAgainOnceWhatWaitedHasCome() {
        long unit = fallsBehind(0.7, 8_000 * MS);
        long burst = unit * FRAME + behind(0.7, unit);
        for (; unit * FRAME < burst; unit++) {
            comes(unit, burst + unit * 1_000 - unit * FRAME);
        }
        for (long end = unit + 20; unit < end; unit++) {
            comes(unit, MS);
        }
        assertThat(clock.heldBackNanos()).isLessThan(5 * MS);
        assertThat(clock.leaps()).isZero();
    }

    @Test
    void whatIsLeftOutOfABacklogIsNoLeapOfAnyClock() {
        long unit = fallsBehind(0.7, 6_000 * MS);
        long late = behind(0.7, unit) - 5_000 * MS;
        for (long skipped = unit + 75; skipped < unit + 120; skipped++) {
            comes(skipped, late);
        }
        assertThat(clock.leaps()).isZero();
        assertThat(clock.heldBackNanos()).isBetween(late - 100 * MS, late);
    }

    @Test
    void aLeapOfTheClockMakesNothingNewer() {
        long unit = fallsBehind(0.7, 4_000 * MS);
        long late = behind(0.7, unit);
        for (long end = unit + 30; unit < end; unit++) {
            comes(unit, -3600L * RATE, late);
        }
        assertThat(clock.leaps()).isEqualTo(1);
        assertThat(clock.heldBackNanos()).isBetween(late - 100 * MS, late + MS);
    }

    @Test
    void aSourceThatStoodIsNotOlderOnceItsOwnClockSaysSo() {
        stands(5_000);
        assertThat(clock.heldBackNanos()).isLessThan(10 * MS);
    }

    @Test
    void whatWaitedOnTheWayStaysOldWhateverTheClockWasSetTo() {
        stands(0);
        assertThat(clock.heldBackNanos()).as("its clock and its stream went on").isGreaterThan(4_990 * MS);
        ClockRecovery other = new ClockRecovery(RATE);
        other.map(0, 0);
        other.report(new SenderClock(0, SOURCE_BEGAN, MS));
        for (int unit = 1; unit < 100; unit++) {
            other.map((long) unit * STEP, unit * FRAME + 5_000 * MS);
        }
        other.report(new SenderClock(99L * STEP, SOURCE_BEGAN + 3_600_000, 99 * FRAME + 5_001 * MS));
        assertThat(other.heldBackNanos()).as("set forward by an hour").isGreaterThan(4_990 * MS);
        other.report(new SenderClock(99L * STEP, SOURCE_BEGAN - 3_600_000, 99 * FRAME + 5_002 * MS));
        assertThat(other.heldBackNanos()).as("and back").isBetween(4_990 * MS, 5_001 * MS);
    }

    /** Units 100 and later come five seconds later; so much of that the source's clock has gone on and its stream not. */
    private void stands(long millis) {
        for (int unit = 0; unit < 200; unit++) {
            long late = unit < 100 ? 0 : 5_000 * MS;
            comes(unit, late);
            if (unit % 75 == 50) {
                tells(unit, unit < 100 ? 0 : millis, late + MS);
            }
        }
    }

    @Test
    void oneUnitOfAWrongTimeTellsOfNoQuickerWay() {
        for (int unit = 0; unit < 200; unit++) {
            comes(unit, unit == 100 ? 10 * RATE / 11 : 0, 0);
        }
        assertThat(clock.heldBackNanos()).isLessThan(5 * MS);
    }

    @Test
    void picturesThatAreLabelledWithTheNextRoundRateAreNeverOld() {
        for (int unit = 0; unit < 54_000; unit++) {
            comes(unit, unit * FRAME / 1000);
            assertThat(clock.heldBackNanos()).isLessThan(5 * MS);
        }
        assertThat(clock.leaps()).isZero();
    }

    @Test
    void aRateThatIsFurtherOffIsNoAgeWhereTheSourcesClockTellsIt() {
        for (int unit = 0; unit < 9_000; unit++) {
            long late = unit * FRAME / 100;
            comes(unit, late);
            if (unit % 75 == 1) {
                tells(unit, late / MS, late + MS);
            }
            assertThat(clock.heldBackNanos()).as("unit %d", unit).isLessThan(100 * MS);
        }
    }
}

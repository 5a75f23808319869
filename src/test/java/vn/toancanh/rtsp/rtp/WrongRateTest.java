package vn.toancanh.rtsp.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.rtsp.ClockRecovery;

/** Sources whose time is not what is announced, without reports; and links that look alike. */
final class WrongRateTest {
    private static final long MS = 1_000_000;
    private static final int FPS = 25;
    private static final long FRAME = 1_000_000_000L / FPS;
    private static final int GROUP = 50;
    private static final int SMALL = 2_000;

    private final TickRate ticks = new TickRate(90_000);
    private final ClockRecovery clock = new ClockRecovery(90_000);
    private long arrival;

    private static int sized(int unit) {
        return unit % GROUP == 0 ? 10 * SMALL : SMALL;
    }

    private static int even(int unit) {
        return SMALL;
    }

    /** So many seconds of units of that time, over a link that passes so many bytes a second. */
    private void comes(int from, int seconds, IntToLongFunction time, IntUnaryOperator bytes, double link) {
        for (int unit = from * FPS; unit < (from + seconds) * FPS; unit++) {
            // The last byte of a unit; its first packet follows the unit before at once.
            long first = Math.max(arrival, unit * FRAME);
            ticks.see(time.applyAsLong(unit), first, 1);
            arrival = first + (long) (bytes.applyAsInt(unit) / link * 1e9);
            ticks.see(time.applyAsLong(unit), arrival, bytes.applyAsInt(unit) - 1);
            clock.map(ticks.standard(time.applyAsLong(unit)), arrival);
        }
    }

    private static IntToLongFunction at(long rate) {
        return unit -> 5_000_000_000L + unit * rate / FPS;
    }

    private static double share(double of) {
        return of * FPS * (GROUP - 1 + 10) * SMALL / GROUP;
    }

    @ParameterizedTest
    @ValueSource(longs = {15, 1000, 8000, 16_000, 24_000, 44_100, 48_000, 100_000, 1_000_000, -90_000, -8000})
    void areFoundFromWhenTheirUnitsComeAndAreNeverOldFromThenOn(long rate) {
        comes(0, 14, at(rate), WrongRateTest::sized, share(4));
        assertThat(ticks.found()).isEqualTo((int) rate);
        comes(14, 5, at(rate), WrongRateTest::sized, share(4));
        long before = ticks.standard(at(rate).applyAsLong(1000));
        assertThat(ticks.standard(at(rate).applyAsLong(1000 + FPS)) - before).isEqualTo(90_000);
        comes(19, 60, at(rate), WrongRateTest::sized, share(4));
        assertThat(clock.heldBackNanos()).as("nothing is late").isLessThan(300 * MS);
        assertThat(ticks.found()).isEqualTo((int) rate);
    }

    @ParameterizedTest
    @ValueSource(longs = {1000, 48_000, -90_000})
    void areFoundOnJitteryLinksToo(long rate) {
        Random random = new Random(rate);
        for (int unit = 0; unit < 60 * FPS; unit++) {
            long came = unit * FRAME + random.nextInt(60) * MS;
            arrival = Math.max(arrival + MS, came);
            ticks.see(at(rate).applyAsLong(unit), arrival, sized(unit));
        }
        assertThat(ticks.found()).isEqualTo((int) rate);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.27, 0.3, 0.4, 0.49, 0.5, 48.0 / 90, 0.7, 0.8, 0.889, 0.94, 0.99, 1.2})
    void aNarrowLinkIsNoWrongRate(double share) {
        comes(0, 180, at(90_000), WrongRateTest::sized, share(share));
        assertThat(ticks.found()).isZero();
        if (share < 0.95) {
            assertThat(clock.heldBackNanos()).as("what is old stays old").isGreaterThan(5_000 * MS);
        }
    }

    @Test
    void aLinkAsNarrowAsARateIsWrongIsNoneWhereAllUnitsAreAlike() {
        comes(0, 180, at(90_000), WrongRateTest::even, 48.0 / 90 * FPS * SMALL);
        assertThat(ticks.found()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 90000", "90000, 90000", "90000, 89910"})
    void sourcesThatAreAsTheyShouldBeStaySo(int announced, long rate) {
        TickRate own = new TickRate(announced);
        int[] order = {0, 3, 1, 2};
        for (int unit = 0; unit < 300 * FPS; unit++) {
            long time = at(rate).applyAsLong(unit / 4 * 4 + order[unit % 4]);
            own.see(time, unit * FRAME, sized(unit));
            assertThat(own.standard(time)).isEqualTo(time);
        }
        assertThat(own.found()).isZero();
    }

    @Test
    void stallsBacklogsAndLeapsAreNoRates() {
        comes(0, 10, at(90_000), WrongRateTest::sized, share(4));
        arrival += 20_000 * MS;
        comes(10, 60, at(90_000), WrongRateTest::sized, share(11));
        comes(70, 10, unit -> at(90_000).applyAsLong(unit) - 3600 * 90_000L, WrongRateTest::sized, share(4));
        comes(80, 10, at(90_000), WrongRateTest::sized, share(4));
        assertThat(ticks.found()).isZero();
    }

    @Test
    void aSourceThatIsPutRightIsTakenAsItIs() {
        comes(0, 20, at(8000), WrongRateTest::sized, share(4));
        assertThat(ticks.found()).isEqualTo(8000);
        long then = at(8000).applyAsLong(20 * FPS);
        comes(20, 20, unit -> then + (unit - 20 * FPS) * 3600L, WrongRateTest::sized, share(4));
        assertThat(ticks.found()).as("nothing is wrong any more").isZero();
        long before = ticks.standard(then + 900_000);
        assertThat(ticks.standard(then + 990_000) - before).isEqualTo(90_000);
    }
}

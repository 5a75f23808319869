package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;

class DeskWatchTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualClock clock = new ManualClock();
    private final ManualLane desk = new ManualLane(clock);
    private final ManualLane looks = new ManualLane(clock);
    private final AtomicInteger words = new AtomicInteger();
    private final AtomicInteger ends = new AtomicInteger();
    private final DeskWatch watch = new DeskWatch(
            desk,
            looks,
            clock,
            new DeskWatch.Terms(SECOND, 3, 10, 60, 30),
            words::incrementAndGet,
            ends::incrementAndGet);

    /** Seconds in which DESK beats. */
    private void goesOn(int seconds) {
        for (int i = 0; i < seconds; i++) {
            desk.advance(SECOND);
            looks.advance(Duration.ZERO);
        }
    }

    /** Seconds in which it does not. */
    private void hangs(int seconds) {
        looks.advance(SECOND.multipliedBy(seconds));
    }

    @Test
    void aDeskThatHangsForTenSecondsIsTheEnd() {
        goesOn(100);
        hangs(9);
        assertThat(ends).hasValue(0);
        hangs(1);
        assertThat(ends).hasValue(1);
        assertThat(words).hasValue(1);
    }

    @Test
    void oneThatIsOnlySlowGoesOn() {
        goesOn(100);
        for (int i = 0; i < 20; i++) {
            hangs(8);
            goesOn(1);
        }
        assertThat(ends).hasValue(0);
    }

    @Test
    void aYoungOneMayTakeLonger() {
        goesOn(3);
        hangs(29);
        assertThat(ends).hasValue(0);
        hangs(1);
        assertThat(ends).hasValue(1);
    }

    @Test
    void whatHeldTheLooksUpTooIsNotHeldAgainstDesk() {
        goesOn(100);
        // The machine slept for an hour, or the process was stopped: all looks that were due come at once.
        clock.advance(Duration.ofHours(1));
        for (int due = 0; due < 3600; due++) {
            watch.look();
        }
        assertThat(ends).hasValue(0);
        hangs(8);
        assertThat(ends).hasValue(0);
        goesOn(100);
        // So much to do that even the looks come late: each tells nothing.
        for (int i = 0; i < 30; i++) {
            clock.advance(Duration.ofMillis(2600));
            looks.advance(Duration.ZERO);
        }
        assertThat(ends).hasValue(0);
    }

    @Test
    void closedItEndsNothing() {
        goesOn(100);
        watch.close();
        hangs(100);
        assertThat(ends).hasValue(0);
    }
}

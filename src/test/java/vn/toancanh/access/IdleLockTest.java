package vn.toancanh.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.IdleLock.State;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;

class IdleLockTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final IdleLock lock = new IdleLock(lane, clock);
    private final List<State> told = new ArrayList<>();

    @BeforeEach
    void listen() {
        lock.onChange(told::add);
    }

    private void pass(Duration time) {
        lane.advance(time);
    }

    @Test
    void nobodyForAQuarterOfAnHourLocksIt() {
        lock.arm(QUARTER);
        pass(QUARTER.minusMillis(1));
        assertThat(lock.state()).isEqualTo(State.OPEN);
        pass(Duration.ofMillis(1));
        assertThat(lock.state()).isEqualTo(State.LOCKED);
        assertThat(told).containsExactly(State.LOCKED);
    }

    @Test
    void everyTouchCountsAnew() {
        lock.arm(QUARTER);
        for (int i = 0; i < 20; i++) {
            pass(Duration.ofMinutes(14));
            lock.touched();
        }
        assertThat(lock.state()).isEqualTo(State.OPEN);
        pass(Duration.ofMinutes(14));
        assertThat(lock.state()).isEqualTo(State.OPEN);
        pass(Duration.ofMinutes(1));
        assertThat(lock.state()).isEqualTo(State.LOCKED);
    }

    @Test
    void aTouchDoesNotOpenIt() {
        lock.arm(QUARTER);
        pass(QUARTER);
        lock.touched();
        pass(Duration.ofHours(1));
        assertThat(lock.state()).isEqualTo(State.LOCKED);
    }

    @Test
    void aRightAnswerOpensItAndTheTimeBeginsAnew() {
        lock.arm(QUARTER);
        assertThat(lock.lock()).isTrue();
        assertThat(lock.lock()).as("it is").isFalse();
        assertThat(lock.ask()).isTrue();
        assertThat(lock.ask()).as("one at a time").isFalse();
        lock.answer(false);
        assertThat(lock.state()).isEqualTo(State.LOCKED);
        assertThat(lock.ask()).isTrue();
        pass(Duration.ofHours(1));
        lock.answer(true);
        assertThat(lock.state()).isEqualTo(State.OPEN);
        assertThat(told).containsExactly(State.LOCKED, State.ASKING, State.LOCKED, State.ASKING, State.OPEN);
        pass(QUARTER.minusMillis(1));
        assertThat(lock.state()).isEqualTo(State.OPEN);
        pass(Duration.ofMillis(1));
        assertThat(lock.state()).isEqualTo(State.LOCKED);
    }

    @Test
    void anAnswerThatNobodyWaitsForOpensNothing() {
        lock.arm(QUARTER);
        lock.answer(true);
        lock.lock();
        lock.answer(true);
        assertThat(lock.state()).isEqualTo(State.LOCKED);
    }

    @Test
    void unarmedItNeverLocksAndDisarmingOpensIt() {
        assertThat(lock.lock()).isFalse();
        pass(Duration.ofDays(1));
        assertThat(lock.state()).isEqualTo(State.OPEN);
        lock.arm(QUARTER);
        lock.lock();
        lock.ask();
        lock.disarm();
        assertThat(lock.state()).isEqualTo(State.OPEN);
        pass(Duration.ofDays(1));
        assertThat(lock.lock()).isFalse();
    }

    @Test
    void zeroIsNeverByItselfButStillAtOnce() {
        lock.arm(Duration.ZERO);
        pass(Duration.ofDays(1));
        assertThat(lock.state()).isEqualTo(State.OPEN);
        assertThat(lock.lock()).isTrue();
    }

    @Test
    void anotherTimeCountsFromNow() {
        lock.arm(QUARTER);
        pass(Duration.ofMinutes(10));
        lock.arm(Duration.ofMinutes(5));
        pass(Duration.ofMinutes(4));
        assertThat(lock.state()).isEqualTo(State.OPEN);
        pass(Duration.ofMinutes(1));
        assertThat(lock.state()).isEqualTo(State.LOCKED);
    }

    @Test
    void everyStateSaysWhatMayFollow() {
        assertThat(State.OPEN.next()).containsExactly(State.LOCKED);
        assertThat(State.ASKING.next()).doesNotContain(State.ASKING);
        for (State each : State.values()) {
            assertThat(each.next()).isNotEmpty().doesNotContain(each);
        }
    }
}

package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;

class HeartbeatTest {
    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final Heartbeat heartbeat = new Heartbeat(lane, clock);

    @Test
    void aPunctualLaneHasNoStall() {
        lane.advance(Duration.ofSeconds(10));
        assertThat(heartbeat.recentMillis()).isZero();
        assertThat(heartbeat.longest()).isZero();
    }

    @Test
    void whatHoldsTheLaneUpIsToldWhileItLastsAndForTwoSecondsAfter() {
        lane.advance(Duration.ofSeconds(5));
        clock.advance(Duration.ofMillis(350));
        assertThat(heartbeat.recentMillis()).isEqualTo(300);
        lane.advance(Duration.ofMillis(1));
        assertThat(heartbeat.recentMillis()).isEqualTo(300);
        lane.advance(Heartbeat.TOLD_FOR);
        assertThat(heartbeat.recentMillis()).isEqualTo(300);
        lane.advance(Heartbeat.TOLD_FOR.multipliedBy(2));
        assertThat(heartbeat.recentMillis()).isZero();
        assertThat(heartbeat.longest()).isEqualTo(300);
    }

    @Test
    void aResetForgetsWhatWasBefore() {
        clock.advance(Duration.ofSeconds(3));
        lane.advance(Duration.ofMillis(1));
        heartbeat.reset();
        assertThat(heartbeat.longest()).isZero();
        lane.advance(Duration.ofSeconds(1));
        assertThat(heartbeat.longest()).isZero();
    }
}

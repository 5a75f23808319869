package vn.toancanh.bench.hands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;

class StoppedRelayTest {
    private static final long RELAY = 77;

    private final List<String> sent = new ArrayList<>();
    private final ManualClock clock = new ManualClock();
    private final Diary diary = new Diary();
    private final StoppedRelay relay = new StoppedRelay((signal, pid) -> sent.add(signal + " " + pid), diary, clock);

    private void pass(int millis) throws Exception {
        clock.advance(Duration.ofMillis(millis));
        relay.step();
    }

    @Test
    void itGoesOnWhenItsTimeIsOver() throws Exception {
        relay.stop(RELAY, Duration.ofSeconds(4));
        pass(3900);
        assertThat(relay.now()).isTrue();
        assertThat(relay.fells()).isFalse();
        assertThat(relay.blow()).isFalse();
        pass(200);
        assertThat(relay.now()).isFalse();
        pass(200);
        assertThat(sent).containsExactly("STOP 77", "CONT 77");
    }

    @Test
    void aWorkerFallsOnceWhileItStandsStill() throws Exception {
        relay.stopAndFell(RELAY, Duration.ofSeconds(7), Duration.ofSeconds(1));
        pass(900);
        assertThat(relay.blow()).isFalse();
        pass(200);
        assertThat(relay.blow()).isTrue();
        pass(200);
        assertThat(relay.blow()).isFalse();
        assertThat(relay.fells()).isTrue();
        pass(6000);
        assertThat(relay.fells()).isFalse();
        assertThat(sent).containsExactly("STOP 77", "CONT 77");
    }

    @Test
    void whoGoesOnEarlyFellsNobodyMore() throws Exception {
        relay.stopAndFell(RELAY, Duration.ofSeconds(7), Duration.ofSeconds(1));
        relay.goOn();
        relay.goOn();
        pass(2000);
        assertThat(relay.blow()).isFalse();
        assertThat(sent).containsExactly("STOP 77", "CONT 77");
    }
}

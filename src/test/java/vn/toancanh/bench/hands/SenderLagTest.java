package vn.toancanh.bench.hands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;

class SenderLagTest {
    private static final long MILLI = 1_000_000;

    private final ManualClock clock = new ManualClock();
    private final Deque<CompletableFuture<String>> asked = new ArrayDeque<>();
    private final SenderLag lag = new SenderLag(
            () -> {
                asked.add(new CompletableFuture<>());
                return asked.getLast();
            },
            clock);

    private void answeredAfter(int millis) {
        lag.ask();
        clock.advance(Duration.ofMillis(millis));
        asked.getLast().complete("");
    }

    @Test
    void theLongestOfLateCounts() {
        answeredAfter(400);
        answeredAfter(20);
        assertThat(lag.nanos()).isEqualTo(400 * MILLI);
        clock.advance(Duration.ofSeconds(6));
        assertThat(lag.nanos()).isZero();
        answeredAfter(30);
        assertThat(lag.nanos()).isEqualTo(30 * MILLI);
        assertThat(lag.mostMillis()).isEqualTo(400);
    }

    @Test
    void whoDoesNotAnswerYetIsBehindByThat() {
        lag.ask();
        clock.advance(Duration.ofMillis(700));
        lag.ask();
        assertThat(asked).as("one question at a time").hasSize(1);
        assertThat(lag.nanos()).isEqualTo(700 * MILLI);
    }
}

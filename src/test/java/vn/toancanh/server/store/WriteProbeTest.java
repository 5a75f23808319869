package vn.toancanh.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;

class WriteProbeTest {
    private final ManualClock clock = new ManualClock();
    private final Deque<Optional<StoreException.Kind>> answers = new ArrayDeque<>(
            List.of(Optional.of(StoreException.Kind.FULL), Optional.empty(), Optional.of(StoreException.Kind.BUSY)));
    private final WriteProbe probe = new WriteProbe(answers::pop, clock);

    @Test
    void howeverManyAskItIsTriedOnceInFiveSeconds() {
        for (int asked = 0; asked < 100; asked++) {
            assertThat(probe.get()).contains(StoreException.Kind.FULL);
        }
        clock.advance(WriteProbe.FRESH.minusMillis(1));
        assertThat(probe.get()).contains(StoreException.Kind.FULL);
        clock.advance(Duration.ofMillis(1));
        assertThat(probe.get()).isEmpty();
        assertThat(answers).hasSize(1);
    }
}

package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.toancanh.server.metrics.ServerMetrics;
import vn.toancanh.server.relay.Allowance;
import vn.toancanh.server.relay.Grants;
import vn.toancanh.server.relay.RelayAddress;
import vn.toancanh.server.relay.RelayFigures;
import vn.toancanh.server.relay.StreamRelay;

/** What the numbers of the server tell of a relay that answers, and of one that does not. */
class RelayNumbersTest {
    /** Answers as the test says, and counts how often it is asked. */
    private record Asked(AtomicInteger times, CompletableFuture<RelayFigures> answer) implements StreamRelay {
        @Override
        public CompletableFuture<RelayFigures> figures() {
            times.incrementAndGet();
            return answer;
        }

        @Override
        public void open(Grants grants) {}

        @Override
        public RelayAddress address() {
            return new RelayAddress(false, 554, List.of());
        }

        @Override
        public void admit(List<Allowance> allowances) {}

        @Override
        public void settle() {}

        @Override
        public void cutGrant(String grantId) {}

        @Override
        public void cutSession(String sessionId) {}

        @Override
        public void close() {}
    }

    private final AtomicInteger times = new AtomicInteger();
    private final ServerMetrics metrics = new ServerMetrics("1");

    private String text(CompletableFuture<RelayFigures> answer) {
        Streams.tell(metrics, new Asked(times, answer));
        return new String(metrics.text(), StandardCharsets.UTF_8);
    }

    @Test
    void aRelayThatAnswersIsAskedOnce() {
        assertThat(text(CompletableFuture.completedFuture(RelayFigures.NONE)))
                .contains(
                        "# HELP toancanh_relay_streams Streams",
                        "toancanh_relay_streams 0.0",
                        "toancanh_relay_playing 0.0",
                        "toancanh_relay_sent_bytes 0.0",
                        "toancanh_relay_dropped 0.0",
                        "toancanh_relay_refused 0.0");
        assertThat(times).hasValue(1);
    }

    @Test
    void ofOneThatDoesNotNothingIsTold() {
        assertThat(text(new CompletableFuture<>())).contains("toancanh_info").doesNotContain("toancanh_relay_");
        assertThat(times).hasValue(1);
    }
}

package vn.toancanh.server.accounts;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;

/**
 * Sign-ins that wait for somebody else's. They live in memory, for two minutes, behind a ticket that works once; the newest
 * thousand are kept. Any thread.
 */
final class SecondPerson {
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int MOST = 1000;

    /** Who has given his own name and password already, and from where. */
    record Waiting(
            Credentials.Known known,
            String address,
            @Nullable String client) {}

    private record Held(Waiting who, long until) {}

    private final Tokens tokens;
    private final Clock clock;
    private final Map<String, Held> waiting = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Held> eldest) {
            return size() > MOST;
        }
    };

    SecondPerson(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The ticket that the second person's sign-in is to be sent with. */
    synchronized String wait(Waiting who) {
        String ticket = "tct_" + tokens.id(24);
        waiting.put(ticket, new Held(who, clock.nanos() + PATIENCE.toNanos()));
        return ticket;
    }

    /** Who waits behind a ticket; it is good for others to try until somebody is let in by it. */
    synchronized Optional<Waiting> of(String ticket) {
        @Nullable Held held = waiting.get(ticket);
        return held == null || clock.nanos() - held.until >= 0 ? Optional.empty() : Optional.of(held.who);
    }

    /** Spends a ticket; false where somebody has done so already. */
    synchronized boolean spend(String ticket) {
        return waiting.remove(ticket) != null;
    }
}

package vn.toancanh.server.events;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.accounts.Sessions;

/** One desk's stream, from hello to the end of its session. Belongs to the thread that runs it. */
final class EventStream {
    /** How long before the end of the access token it is told. */
    static final Duration WARNING = Duration.ofMinutes(1);

    private final EventRing ring;
    private final Sessions sessions;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final Duration heartbeat;
    private final LongSupplier revision;
    private final OutputStream out;
    private final Set<String> channels;
    private @Nullable Instant warnedOf;
    private String toldId = "";
    private long wroteAt = Clock.SYSTEM.nanos();

    EventStream(
            EventRing ring,
            Sessions sessions,
            ObjectMapper mapper,
            Clock clock,
            Duration heartbeat,
            LongSupplier revision,
            OutputStream out,
            Set<String> channels) {
        this.ring = ring;
        this.sessions = sessions;
        this.mapper = mapper;
        this.clock = clock;
        this.heartbeat = heartbeat;
        this.revision = revision;
        this.out = out;
        this.channels = channels;
    }

    /**
     * Writes until the session or the server ends.
     *
     * @param last the id of the last event the desk saw
     * @throws IOException where the desk has hung up
     */
    void run(Principal principal, @Nullable String last) throws IOException, InterruptedException {
        long place = last == null ? ring.end() : ring.place(last);
        boolean missed = place < 0;
        if (missed) {
            place = ring.end();
        }
        write(
                "hello",
                ring.id(place),
                Map.of(
                        "revision",
                        revision.getAsLong(),
                        "serverTime",
                        clock.now().truncatedTo(ChronoUnit.MILLIS).toString()));
        String accountId = principal.accountId();
        while (true) {
            if (missed) {
                write("reset", ring.id(place), Map.of());
            }
            out.flush();
            EventRing.Batch batch = ring.await(place, untilHeartbeat());
            if (ring.isClosed()) {
                return;
            }
            Optional<Principal> current = sessions.current(principal.sessionId());
            if (current.isEmpty() || !current.get().accountId().equals(accountId)) {
                write("session.ended", ring.id(batch.next()), Map.of());
                out.flush();
                return;
            }
            missed = batch.missed();
            if (!missed) {
                tell(batch, current.get(), batch.next() - batch.events().size());
            }
            place = batch.next();
            warn(current.get(), place);
            if (untilHeartbeat().isZero()) {
                beat(ring.id(place));
            }
        }
    }

    /** By the machine's own clock, since silence is what the line hears; what happens that this desk may not hear is silence too. */
    private Duration untilHeartbeat() {
        Duration silent = Duration.ofNanos(Clock.SYSTEM.nanos() - wroteAt);
        return silent.compareTo(heartbeat) < 0 ? heartbeat.minus(silent) : Duration.ZERO;
    }

    /** Where events went by that were not for this desk, it learns the place after them: it resumes there, and misses nothing that is forgotten meanwhile. */
    private void beat(String id) throws IOException {
        if (id.equals(toldId)) {
            write(": still here\n\n");
        } else {
            write("here", id, Map.of());
        }
    }

    private void tell(EventRing.Batch batch, Principal principal, long first) throws IOException {
        long at = first;
        for (Event event : batch.events()) {
            at++;
            boolean wanted = channels.isEmpty() || channels.contains(event.channel());
            if (wanted && event.audience().test(principal)) {
                write(event.name(), ring.id(at), event.data());
            }
        }
    }

    private void warn(Principal principal, long place) throws IOException {
        Instant end = principal.accessExpiresAt();
        if (!end.equals(warnedOf) && clock.now().isAfter(end.minus(WARNING))) {
            warnedOf = end;
            write("session.expiring", ring.id(place), Map.of("expiresAt", end.toString()));
        }
    }

    private void write(String name, String id, Map<String, Object> data) throws IOException {
        toldId = id;
        write("event: " + name + "\nid: " + id + "\ndata: " + mapper.writeValueAsString(data) + "\n\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        wroteAt = Clock.SYSTEM.nanos();
    }
}

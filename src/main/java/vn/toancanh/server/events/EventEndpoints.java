package vn.toancanh.server.events;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.accounts.Sessions;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Routes;

/** {@code /events/stream}: one virtual thread a desk, which reads the ring at the desk's own pace. */
public final class EventEndpoints implements Endpoints {
    /** A desk listens once; streams that broke are not known to have ended at once. */
    static final int MOST_OF_SESSION = 8;

    private final EventRing ring;
    private final Sessions sessions;
    private final Json json;
    private final Clock clock;
    private final Duration heartbeat;
    private final LongSupplier revision;
    private final AtomicInteger listening = new AtomicInteger();
    private final Map<String, Integer> bySession = new ConcurrentHashMap<>();

    /**
     * @param heartbeat longest silence, at most 15 s
     * @param revision the catalogue's
     */
    public EventEndpoints(
            EventRing ring, Sessions sessions, Json json, Clock clock, Duration heartbeat, LongSupplier revision) {
        this.ring = ring;
        this.sessions = sessions;
        this.json = json;
        this.clock = clock;
        this.heartbeat = heartbeat;
        this.revision = revision;
        sessions.onEnded(id -> ring.publish(Event.sessionEnded(id)));
    }

    /** How many desks listen. */
    public int listening() {
        return listening.get();
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/events/stream", Access.SIGNED_IN, this::stream);
    }

    private void stream(Context context) throws IOException {
        Principal principal = Principal.of(context);
        int own = bySession.merge(principal.sessionId(), 1, Integer::sum);
        try {
            if (own > MOST_OF_SESSION) {
                throw ApiProblem.passing(429, "tooManyStreams", "This session listens too often", 10);
            }
            stream(context, principal);
        } finally {
            bySession.computeIfPresent(principal.sessionId(), (session, there) -> there > 1 ? there - 1 : null);
        }
    }

    private void stream(Context context, Principal principal) throws IOException {
        List<String> channels = context.queryParams("channels");
        @Nullable String last = context.header("Last-Event-ID");
        var response = context.res();
        response.setStatus(200);
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        listening.incrementAndGet();
        // Written to the response itself: the library's own stream would gather it for compression.
        try (OutputStream out = response.getOutputStream()) {
            new EventStream(ring, sessions, json.mapper(), clock, heartbeat, revision, out, Set.copyOf(channels))
                    .run(principal, last);
        } catch (IOException gone) {
            // The desk has hung up; that is how streams end.
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            listening.decrementAndGet();
        }
    }
}

package vn.toancanh.server.metrics;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Routes;
import vn.toancanh.server.store.StoreException;

/** {@code /metrics} and {@code /ready}, for programs that watch. */
public final class WatchEndpoints implements Endpoints {
    /** However many ask, nothing is tried more often. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    record Ready(String status) {}

    private record Tried(long at, Optional<StoreException.Kind> refused) {}

    private final ServerMetrics metrics;
    private final Supplier<Optional<StoreException.Kind>> writing;
    private final Json json;
    private final Clock clock;
    private @Nullable Tried tried;

    /** @param writing tries to write; answers why it is refused, or empty */
    public WatchEndpoints(
            ServerMetrics metrics, Supplier<Optional<StoreException.Kind>> writing, Json json, Clock clock) {
        this.metrics = metrics;
        this.writing = writing;
        this.json = json;
        this.clock = clock;
        metrics.gauge(
                "toancanh_database_writable",
                "1 where the database takes writes",
                () -> refused().isEmpty() ? 1 : 0);
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/ready", Access.ANYONE, this::ready).get("/metrics", Access.LOCAL_OR_MANAGE, this::metrics);
    }

    private void ready(Context context) {
        if (refused().isPresent()) {
            throw ApiProblem.passing(503, "notReady", "Changes and sign-ins cannot be kept", (int) FRESH.toSeconds());
        }
        context.header("Cache-Control", "no-store");
        json.answer(context, 200, new Ready("ok"));
    }

    private synchronized Optional<StoreException.Kind> refused() {
        long now = clock.nanos();
        @Nullable Tried last = tried;
        if (last == null || now - last.at() >= FRESH.toNanos()) {
            last = new Tried(now, writing.get());
            tried = last;
        }
        return last.refused();
    }

    private void metrics(Context context) {
        context.header("Cache-Control", "no-store");
        context.contentType(TEXT_FORMAT).result(metrics.text());
    }
}

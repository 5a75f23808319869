package vn.toancanh.server.metrics;

import io.javalin.http.Context;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Routes;
import vn.toancanh.server.store.WriteProbe;

/** {@code /metrics} and {@code /ready}, for programs that watch. */
public final class WatchEndpoints implements Endpoints {
    private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    record Ready(String status) {}

    private final ServerMetrics metrics;
    private final WriteProbe writing;
    private final Json json;

    /** @param writing tells whether anything can be written */
    public WatchEndpoints(ServerMetrics metrics, WriteProbe writing, Json json) {
        this.metrics = metrics;
        this.writing = writing;
        this.json = json;
        metrics.gauge(
                "toancanh_database_writable",
                "1 where the database takes writes",
                () -> writing.get().isEmpty() ? 1 : 0);
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/ready", Access.ANYONE, this::ready).get("/metrics", Access.LOCAL_OR_MANAGE, this::metrics);
    }

    private void ready(Context context) {
        if (writing.get().isPresent()) {
            throw ApiProblem.passing(
                    503, "notReady", "Changes and sign-ins cannot be kept", (int) WriteProbe.FRESH.toSeconds());
        }
        context.header("Cache-Control", "no-store");
        json.answer(context, 200, new Ready("ok"));
    }

    private void metrics(Context context) {
        context.header("Cache-Control", "no-store");
        json.answerWritten(context, 200, TEXT_FORMAT, metrics.text());
    }
}

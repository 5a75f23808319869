package vn.toancanh.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import vn.toancanh.base.Clock;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Routes;

/** {@code /info}, {@code /health} and the contract itself. */
final class AboutEndpoints implements Endpoints {
    private static final List<String> FEATURES =
            List.of("cameras", "cameras.changedSince", "import", "streams.direct", "layouts", "preferences", "events");

    record InfoBody(
            String product,
            String version,
            String instanceId,
            List<String> apiVersions,
            List<String> features,
            Instant serverTime) {}

    record Component(String name, String status) {}

    record Cameras(long total, Map<String, Long> byState) {}

    record Health(String status, List<Component> components, Cameras cameras, int eventStreams, int streamSessions) {}

    private final String version;
    private final String instanceId;
    private final Json json;
    private final Clock clock;
    private final Supplier<Map<String, Long>> cameras;
    private final IntSupplier eventStreams;
    private final IntSupplier streamSessions;

    AboutEndpoints(
            String version,
            String instanceId,
            Json json,
            Clock clock,
            Supplier<Map<String, Long>> cameras,
            IntSupplier eventStreams,
            IntSupplier streamSessions) {
        this.version = version;
        this.instanceId = instanceId;
        this.json = json;
        this.clock = clock;
        this.cameras = cameras;
        this.eventStreams = eventStreams;
        this.streamSessions = streamSessions;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/info", Access.ANYONE, this::info)
                .get("/openapi.yaml", Access.ANYONE, AboutEndpoints::contract)
                .get("/health", Access.SIGNED_IN, this::health);
    }

    private void info(Context context) {
        context.header("Cache-Control", "no-store");
        json.answer(
                context,
                200,
                new InfoBody(
                        "Toàn Cảnh",
                        version,
                        instanceId,
                        List.of("v1"),
                        FEATURES,
                        clock.now().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** A database that does not answer makes the whole request a problem, which is what a watcher should see. */
    private void health(Context context) {
        Map<String, Long> counts = cameras.get();
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        context.header("Cache-Control", "no-store");
        json.answer(
                context,
                200,
                new Health(
                        "ok",
                        List.of(new Component("database", "ok"), new Component("events", "ok")),
                        new Cameras(total, counts),
                        eventStreams.getAsInt(),
                        streamSessions.getAsInt()));
    }

    private static void contract(Context context) throws IOException {
        try (InputStream in = AboutEndpoints.class.getResourceAsStream("/vn/toancanh/server/openapi.yaml")) {
            if (in == null) {
                throw new IOException("the contract is missing from the program");
            }
            context.contentType("application/yaml").result(in.readAllBytes());
        }
    }
}

package vn.toancanh.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Routes;
import vn.toancanh.server.store.StoreException;
import vn.toancanh.server.store.WriteProbe;

/** {@code /info}, {@code /health} and the contract itself. */
final class AboutEndpoints implements Endpoints {
    private static final List<String> FEATURES = List.of(
            "cameras",
            "cameras.changedSince",
            "cameras.published",
            "cameras.certificates",
            "import",
            "streams.direct",
            "streams.relay",
            "streams.policy",
            "layouts",
            "layouts.locks",
            "layouts.shifts",
            "preferences",
            "events",
            "audit",
            "audit.site",
            "audit.narrowed",
            "metrics",
            "ready",
            "alarms",
            "alarms.ingress",
            "ptz.leases",
            "ptz.commands",
            "ptz.equipment",
            "ptz.look",
            "ptz.presets",
            "walls",
            "records",
            "records.acceptance",
            "bookmarks",
            "rights.narrowed",
            "administration",
            "accounts.validity",
            "roles.lock");

    record InfoBody(
            String product,
            String version,
            String instanceId,
            List<String> apiVersions,
            List<String> features,
            Instant serverTime) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Component(String name, String status, @Nullable String detail) {}

    record Cameras(long total, Map<String, Long> byState) {}

    /** How much others are at work is for those who see the whole city. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Health(
            String status,
            List<Component> components,
            Cameras cameras,
            @Nullable Integer eventStreams,
            @Nullable Integer streamSessions) {}

    private final String version;
    private final String instanceId;
    private final Json json;
    private final Clock clock;
    private final WriteProbe writing;
    private final Function<Principal, Map<String, Long>> cameras;
    private final IntSupplier eventStreams;
    private final IntSupplier streamSessions;
    private byte[] contract = {};

    /** @param writing tells whether anything can be written */
    AboutEndpoints(
            String version,
            String instanceId,
            Json json,
            Clock clock,
            WriteProbe writing,
            Function<Principal, Map<String, Long>> cameras,
            IntSupplier eventStreams,
            IntSupplier streamSessions) {
        this.version = version;
        this.instanceId = instanceId;
        this.json = json;
        this.clock = clock;
        this.writing = writing;
        this.cameras = cameras;
        this.eventStreams = eventStreams;
        this.streamSessions = streamSessions;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/info", Access.ANYONE, this::info)
                .get("/openapi.yaml", Access.ANYONE, this::contract)
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

    /**
     * A database that does not answer makes the whole request a problem, which is what a watcher should see. One that can
     * be read but not written is found by writing: nobody can sign in then, however well the rest goes on.
     */
    private void health(Context context) {
        Principal who = Principal.of(context);
        Map<String, Long> counts = cameras.apply(who);
        boolean all = who.may(Level.VIEW);
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        Component database = database();
        context.header("Cache-Control", "no-store");
        json.answer(
                context,
                200,
                new Health(
                        database.status(),
                        List.of(database, new Component("events", "ok", null)),
                        new Cameras(total, counts),
                        all ? eventStreams.getAsInt() : null,
                        all ? streamSessions.getAsInt() : null));
    }

    private Component database() {
        return writing.get()
                .map(refused -> new Component("database", "degraded", why(refused)))
                .orElseGet(() -> new Component("database", "ok", null));
    }

    private static String why(StoreException.Kind refused) {
        return switch (refused) {
            case FULL -> "The server's disk is full: nobody can sign in, and no change can be kept";
            case READ_ONLY -> "The server's data cannot be written: nobody can sign in, and no change can be kept";
            case BUSY -> "The database has been busy for seconds: changes and sign-ins wait";
            case DAMAGED, FAULT -> "The database refuses to be written; the server's log says why";
        };
    }

    private void contract(Context context) throws IOException {
        context.contentType("application/yaml").result(contract());
    }

    /** The same bytes for all who ask, whoever they are: none of those who read slowly holds any of his own. */
    private synchronized byte[] contract() throws IOException {
        if (contract.length == 0) {
            try (InputStream in = AboutEndpoints.class.getResourceAsStream("/vn/toancanh/server/openapi.yaml")) {
                if (in == null) {
                    throw new IOException("the contract is missing from the program");
                }
                contract = in.readAllBytes();
            }
        }
        return contract;
    }
}

package vn.toancanh.server.streams;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Query;
import vn.toancanh.server.http.Routes;
import vn.toancanh.server.inventory.CameraPins;

/**
 * {@code /cameras/{id}/certificates}, {@code /cameras/{id}/tls-pins}, {@code /camera-certificates}: what a camera shows, what is
 * accepted of it, and of which cameras something is.
 */
public final class CertificateEndpoints implements Endpoints {
    /** Each look holds a thread for seconds. */
    private static final int MOST_LOOKS = 4;

    private static final int MOST_A_PAGE = 500;

    record Sent(@Nullable List<@Nullable String> tlsPins) {}

    /** Of one stream; nothing of where it is, which nobody reads here. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Seen(
            String role,
            boolean encrypted,
            List<String> accepted,
            @Nullable String shown,
            @Nullable String problem) {}

    record All(List<Seen> items) {}

    record Page(
            List<CameraPins.Pinned> items,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String nextCursor) {}

    private final CameraPins pins;
    private final CertificateLook look;
    private final Json json;
    private final Semaphore turns = new Semaphore(MOST_LOOKS);

    /** @param cameras where cameras may be */
    public CertificateEndpoints(CameraPins pins, Predicate<InetAddress> cameras, Json json, Clock clock) {
        this.pins = pins;
        this.look = new CertificateLook(clock, cameras);
        this.json = json;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/cameras/{id}/certificates", Access.CONFIGURE_SOMEWHERE, this::certificates)
                .put("/cameras/{id}/tls-pins", Access.CONFIGURE_SOMEWHERE, this::accept)
                .get("/camera-certificates", Access.CONFIGURE_SOMEWHERE, this::accepted);
    }

    private void accepted(Context context) {
        @Nullable String after = Query.cursor(context);
        int limit = Query.limit(context, 200, MOST_A_PAGE);
        Principal who = Principal.of(context);
        context.header("Cache-Control", "no-store");
        // In its turn: whoever may configure little has much looked through for it.
        json.answerLarge(context, 200, () -> {
            CameraPins.Page page = pins.pinned(who, after == null ? "" : after, limit);
            @Nullable String next = page.next();
            return new Page(page.cameras(), next == null ? null : Query.toCursor(next));
        });
    }

    private void certificates(Context context) {
        List<CameraPins.Accepted> streams = pins.of(Principal.of(context), context.pathParam("id"));
        if (!turns.tryAcquire()) {
            throw ApiProblem.passing(429, "tooManyLooks", "Others are looking at certificates", 5);
        }
        try {
            context.header("ETag", CameraPins.tag(streams)).header("Cache-Control", "no-store");
            json.answer(context, 200, new All(seen(streams)));
        } finally {
            turns.release();
        }
    }

    /** Streams of one server are looked at once. */
    private List<Seen> seen(List<CameraPins.Accepted> streams) {
        Map<String, CertificateLook.Shown> looks = new HashMap<>();
        List<Seen> all = new ArrayList<>();
        for (CameraPins.Accepted stream : streams) {
            URI uri = stream.uri();
            boolean encrypted = "rtsps".equalsIgnoreCase(uri.getScheme());
            CertificateLook.@Nullable Shown shown =
                    encrypted ? looks.computeIfAbsent(uri.getRawAuthority(), server -> look.at(uri)) : null;
            all.add(new Seen(
                    stream.role(),
                    encrypted,
                    stream.pins(),
                    shown == null ? null : shown.pin(),
                    shown == null ? null : shown.problem()));
        }
        return all;
    }

    private void accept(Context context) {
        @Nullable List<@Nullable String> sent = json.body(context, Sent.class).tlsPins();
        @Nullable String seen = context.header("If-Match");
        String tag =
                pins.accept(Principal.of(context), context.pathParam("id"), sent, seen == null ? null : seen.strip());
        context.status(204).header("ETag", tag);
    }
}

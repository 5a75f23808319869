package vn.toancanh.server.layouts;

import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.Conditional;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Query;
import vn.toancanh.server.http.Routes;
import vn.toancanh.server.store.Database;

/** {@code /shifts} and {@code /layouts/{id}/shifts}: when layouts are to stand on windows. */
public final class ShiftEndpoints implements Endpoints {
    private static final long LARGEST = 64L << 10;

    private final ShiftStore shifts;
    private final Json json;

    public ShiftEndpoints(Database database, EventRing events, Json json, Clock clock, AuditTrail audit) {
        this.shifts = new ShiftStore(database, events, json.mapper(), clock, audit);
        this.json = json;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/shifts", Access.VIEW_SOMEWHERE, this::list)
                .get("/layouts/{id}/shifts", Access.VIEW_SOMEWHERE, this::get)
                .put("/layouts/{id}/shifts", Access.VIEW_SOMEWHERE, this::put);
    }

    private void list(Context context) {
        Principal who = Principal.of(context);
        @Nullable String after = Query.cursor(context);
        int limit = Query.limit(context, 200, 500);
        json.answerLarge(context, 200, () -> shifts.list(who, after, limit));
    }

    private void get(Context context) {
        answer(context, shifts.get(Principal.of(context), context.pathParam("id")));
    }

    private void put(Context context) {
        long seen = Conditional.seenVersion(context);
        List<ShiftDraft.Checked> wanted =
                json.body(context, ShiftDraft.class, LARGEST).check();
        answer(context, shifts.set(Principal.of(context), context.pathParam("id"), seen, wanted));
    }

    private void answer(Context context, ShiftBody body) {
        context.header("ETag", Conditional.tag(body.version())).header("Cache-Control", "private, no-cache");
        json.answer(context, 200, body);
    }
}

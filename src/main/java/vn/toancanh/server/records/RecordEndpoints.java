package vn.toancanh.server.records;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.accounts.Signing;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Query;
import vn.toancanh.server.http.Routes;
import vn.toancanh.server.places.Places;
import vn.toancanh.server.places.Reach;
import vn.toancanh.server.store.Database;

/** {@code /records}: kept, read, and signed by whoever takes over; there is no way to change or delete one. */
public final class RecordEndpoints implements Endpoints {
    private final Records records;
    private final Acceptances acceptances;
    private final Json json;

    public RecordEndpoints(
            Database database, Reach reach, Places places, Signing signing, AuditTrail audit, Json json, Clock clock) {
        this.records = new Records(database, json.mapper(), reach, places, audit, clock);
        this.acceptances = new Acceptances(database, records, signing, reach, audit, clock);
        this.json = json;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/records", Access.VIEW_SOMEWHERE, this::list)
                .post("/records", Access.VIEW_SOMEWHERE, this::keep)
                .get("/records/{id}", Access.VIEW_SOMEWHERE, this::get)
                .post("/records/{id}/acceptance", Access.VIEW_SOMEWHERE, this::accept);
    }

    private void list(Context context) {
        @Nullable String kind = Query.text(context, "kind", 64);
        if (kind != null && !RecordDraft.KINDS.contains(kind)) {
            throw ApiProblem.badField("kind", "format", "patrol or handover");
        }
        @Nullable String cursor = Query.cursor(context);
        if (cursor != null && !cursor.matches("\\d{1,18}")) {
            throw ApiProblem.badField("cursor", "format", "not a cursor of this server");
        }
        context.header("Cache-Control", "no-store");
        Principal who = Principal.of(context);
        RecordQuery asked = new RecordQuery(
                kind,
                TimeQuery.of(context, "from"),
                TimeQuery.of(context, "to"),
                cursor == null ? null : Long.valueOf(cursor),
                Query.limit(context, 50, 200));
        json.answerLarge(context, 200, () -> records.list(who, asked));
    }

    private void keep(Context context) {
        RecordDraft.Checked draft = json.body(context, RecordDraft.class).check();
        Records.Kept kept = records.keep(Principal.of(context), draft);
        context.header("Location", Routes.BASE + "/records/" + kept.body().id());
        json.answer(context, kept.made() ? 201 : 200, kept.body());
    }

    private void accept(Context context) {
        AcceptanceDraft.Checked draft =
                json.body(context, AcceptanceDraft.class).check();
        Records.Kept kept = acceptances.accept(Principal.of(context), context.pathParam("id"), draft, context.ip());
        json.answer(context, kept.made() ? 201 : 200, kept.body());
    }

    private void get(Context context) {
        Principal who = Principal.of(context);
        String id = context.pathParam("id");
        json.answerLarge(context, 200, () -> records.get(who, id));
    }
}

package vn.toancanh.server.layouts;

import io.javalin.http.Context;
import java.util.List;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Conditional;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Query;
import vn.toancanh.server.http.Routes;
import vn.toancanh.server.store.Database;

/** {@code /layouts}. */
public final class LayoutEndpoints implements Endpoints {
    private final LayoutStore layouts;
    private final Json json;

    public LayoutEndpoints(Database database, EventRing events, Json json, Clock clock, AuditTrail audit) {
        this.layouts = new LayoutStore(database, events, json.mapper(), clock, audit);
        this.json = json;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/layouts", Access.VIEW_SOMEWHERE, this::list)
                .post("/layouts", Access.VIEW_SOMEWHERE, this::create)
                .get("/layouts/{id}", Access.VIEW_SOMEWHERE, this::get)
                .put("/layouts/{id}", Access.VIEW_SOMEWHERE, this::replace)
                .delete("/layouts/{id}", Access.VIEW_SOMEWHERE, this::delete)
                .get("/layouts/{id}/versions", Access.VIEW_SOMEWHERE, this::history);
    }

    private void list(Context context) {
        json.answer(
                context,
                200,
                layouts.list(Principal.of(context), Query.cursor(context), Query.limit(context, 200, 500)));
    }

    private void create(Context context) {
        LayoutDraft.Checked draft = json.body(context, LayoutDraft.class).check();
        LayoutBody layout = layouts.create(Principal.of(context), draft);
        context.header("Location", Routes.BASE + "/layouts/" + layout.id());
        answer(context, 201, layout);
    }

    private void get(Context context) {
        LayoutBody layout =
                layouts.get(Principal.of(context), context.pathParam("id")).orElseThrow(ApiProblem::notFound);
        if (!Conditional.unchanged(context, Conditional.tag(layout.version()))) {
            json.answer(context, 200, layout);
        }
    }

    private void replace(Context context) {
        long seen = Conditional.seenVersion(context);
        LayoutDraft.Checked draft = json.body(context, LayoutDraft.class).check();
        answer(context, 200, layouts.replace(Principal.of(context), context.pathParam("id"), seen, draft));
    }

    private void delete(Context context) {
        layouts.delete(Principal.of(context), context.pathParam("id"), Conditional.seenVersion(context));
        context.status(204);
    }

    private void history(Context context) {
        List<LayoutBody> versions = layouts.history(Principal.of(context), context.pathParam("id"));
        if (versions.isEmpty()) {
            throw ApiProblem.notFound();
        }
        json.answer(context, 200, new LayoutBody.History(versions));
    }

    private void answer(Context context, int status, LayoutBody layout) {
        context.header("ETag", Conditional.tag(layout.version()));
        json.answer(context, status, layout);
    }
}

package vn.toancanh.server.alarms;

import io.javalin.http.Context;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Routes;
import vn.toancanh.server.store.Database;

/** {@code /alarm-procedures}. */
public final class ProcedureEndpoints implements Endpoints {
    private final Procedures procedures;
    private final Json json;

    public ProcedureEndpoints(Database database, AuditTrail audit, Json json, Clock clock) {
        this.procedures = new Procedures(database, audit, clock);
        this.json = json;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/alarm-procedures", Access.VIEW_SOMEWHERE, this::list)
                .put("/alarm-procedures/{type}", Access.CONFIGURE_SOMEWHERE, this::put)
                .delete("/alarm-procedures/{type}", Access.CONFIGURE_SOMEWHERE, this::remove);
    }

    private void list(Context context) {
        context.header("Cache-Control", "no-store");
        json.answerLarge(context, 200, () -> new Procedures.All(procedures.list()));
    }

    private void put(Context context) {
        Procedures.Draft draft = json.body(context, Procedures.Draft.class);
        json.answer(context, 200, procedures.put(Principal.of(context), context.pathParam("type"), draft));
    }

    private void remove(Context context) {
        procedures.remove(Principal.of(context), context.pathParam("type"));
        context.status(204);
    }
}

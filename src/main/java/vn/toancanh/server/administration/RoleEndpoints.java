package vn.toancanh.server.administration;

import io.javalin.http.Context;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.accounts.Tokens;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.Conditional;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Routes;

/** {@code /roles}. */
final class RoleEndpoints implements Endpoints {
    private final RoleChanges roles;
    private final Tokens tokens;
    private final Json json;

    RoleEndpoints(RoleChanges roles, Tokens tokens, Json json) {
        this.roles = roles;
        this.tokens = tokens;
        this.json = json;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/roles", Access.CONFIGURE_SOMEWHERE, this::list)
                .post("/roles", Access.CONFIGURE_SOMEWHERE, this::create)
                .get("/roles/{id}", Access.CONFIGURE_SOMEWHERE, this::get)
                .put("/roles/{id}", Access.CONFIGURE_SOMEWHERE, this::change)
                .delete("/roles/{id}", Access.CONFIGURE_SOMEWHERE, this::delete);
    }

    private void list(Context context) {
        context.header("Cache-Control", "no-store");
        json.answer(context, 200, new RoleBody.All(roles.list(Principal.of(context))));
    }

    private void get(Context context) {
        answer(context, 200, roles.get(Principal.of(context), context.pathParam("id")));
    }

    private void create(Context context) {
        RoleBody.Draft draft = json.body(context, RoleBody.Draft.class);
        RoleBody made = roles.create(Principal.of(context), draft.check("r-" + tokens.id(9)));
        context.header("Location", Routes.BASE + "/roles/" + made.id());
        answer(context, 201, made);
    }

    private void change(Context context) {
        long seen = Conditional.seenVersion(context);
        RoleBody.Draft draft = json.body(context, RoleBody.Draft.class);
        answer(
                context,
                200,
                roles.change(Principal.of(context), seen, draft.check(context.pathParam("id")), draft::lockMinutes));
    }

    private void delete(Context context) {
        roles.delete(Principal.of(context), context.pathParam("id"), Conditional.seenVersion(context));
        context.status(204);
    }

    private void answer(Context context, int status, RoleBody role) {
        context.header("ETag", Conditional.tag(role.version()));
        json.answer(context, status, role);
    }
}

package vn.toancanh.server.administration;

import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Secret;
import vn.toancanh.server.accounts.Accounts;
import vn.toancanh.server.accounts.OwnEndpoints.HeldBody;
import vn.toancanh.server.accounts.OwnEndpoints.HeldList;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.accounts.Validity;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Conditional;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Query;
import vn.toancanh.server.http.Routes;

/** {@code /users}. */
final class UserEndpoints implements Endpoints {
    private final UserChanges users;
    private final Json json;

    UserEndpoints(UserChanges users, Json json) {
        this.users = users;
        this.json = json;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/users", Access.CONFIGURE_SOMEWHERE, this::list)
                .post("/users", Access.CONFIGURE_SOMEWHERE, this::create)
                .get("/users/{id}", Access.CONFIGURE_SOMEWHERE, this::get)
                .put("/users/{id}", Access.CONFIGURE_SOMEWHERE, this::change)
                .delete("/users/{id}", Access.CONFIGURE_SOMEWHERE, this::delete)
                .put("/users/{id}/password", Access.CONFIGURE_SOMEWHERE, this::password)
                .get("/users/{id}/sessions", Access.CONFIGURE_SOMEWHERE, this::sessions)
                .delete("/users/{id}/sessions", Access.CONFIGURE_SOMEWHERE, this::endSessions);
    }

    private void list(Context context) {
        context.header("Cache-Control", "no-store");
        json.answer(
                context, 200, users.list(Principal.of(context), Query.cursor(context), Query.limit(context, 200, 500)));
    }

    private void get(Context context) {
        UserBody user = users.get(Principal.of(context), context.pathParam("id"));
        if (!Conditional.unchanged(context, Conditional.tag(user.version()))) {
            json.answer(context, 200, user);
        }
    }

    private void create(Context context) {
        UserBody.Draft draft = json.body(context, UserBody.Draft.class);
        @Nullable String sent = draft.username();
        String username = Accounts.canonical(sent == null ? "" : sent);
        if (!Accounts.isUsername(username)) {
            throw ApiProblem.badField(
                    "/username", sent == null ? "required" : "format", "1 to 64 letters, digits and . _ - @");
        }
        UserBody made = users.create(
                Principal.of(context),
                username,
                text("/displayName", draft.displayName(), 100),
                text("/roleId", draft.roleId(), 64),
                password(draft.password()),
                UserBody.days(draft.validFrom(), draft.validUntil(), Validity.ALWAYS));
        context.header("Location", Routes.BASE + "/users/" + made.id());
        answer(context, 201, made);
    }

    private void change(Context context) {
        long seen = Conditional.seenVersion(context);
        UserBody.Change change = json.body(context, UserBody.Change.class);
        @Nullable Boolean enabled = change.enabled();
        if (enabled == null) {
            throw ApiProblem.badField("/enabled", "required", "true or false");
        }
        answer(
                context,
                200,
                users.change(
                        Principal.of(context),
                        context.pathParam("id"),
                        seen,
                        text("/displayName", change.displayName(), 100),
                        text("/roleId", change.roleId(), 64),
                        enabled,
                        before -> UserBody.days(change.validFrom(), change.validUntil(), before)));
    }

    private void delete(Context context) {
        users.delete(Principal.of(context), context.pathParam("id"), Conditional.seenVersion(context));
        context.status(204);
    }

    private void password(Context context) {
        UserBody.Password body = json.body(context, UserBody.Password.class);
        users.setPassword(Principal.of(context), context.pathParam("id"), password(body.password()));
        context.status(204);
    }

    private void sessions(Context context) {
        Principal who = Principal.of(context);
        List<HeldBody> items = users.sessions(who, context.pathParam("id")).stream()
                .map(held -> HeldBody.of(held, who.sessionId()))
                .toList();
        context.header("Cache-Control", "no-store");
        json.answer(context, 200, new HeldList(items));
    }

    private void endSessions(Context context) {
        users.endSessions(Principal.of(context), context.pathParam("id"));
        context.status(204);
    }

    private void answer(Context context, int status, UserBody user) {
        context.header("ETag", Conditional.tag(user.version()));
        json.answer(context, status, user);
    }

    private static Secret password(@Nullable String sent) {
        if (sent == null || sent.length() < Accounts.SHORTEST || sent.length() > Accounts.LONGEST) {
            throw ApiProblem.badField(
                    "/password",
                    sent == null ? "required" : "length",
                    Accounts.SHORTEST + " to " + Accounts.LONGEST + " characters");
        }
        return Secret.of(sent);
    }

    static String text(String pointer, @Nullable String sent, int most) {
        if (sent == null || sent.isBlank() || sent.length() > most) {
            throw ApiProblem.badField(pointer, sent == null ? "required" : "length", "1 to " + most + " characters");
        }
        return sent;
    }
}

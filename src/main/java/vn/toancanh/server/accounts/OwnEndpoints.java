package vn.toancanh.server.accounts;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Secret;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Routes;
import vn.toancanh.server.store.Database;

/** What everybody may do with his own account: see and end his sessions, take another password. */
public final class OwnEndpoints implements Endpoints {
    record Change(@Nullable String oldPassword, @Nullable String newPassword) {}

    /** A session as the contract lists it. */
    public record HeldBody(
            String id,
            Instant createdAt,
            Instant expiresAt,
            String address,
            @Nullable String client,
            boolean current) {
        /**
         * As it is sent to somebody.
         *
         * @param own the session he asks in
         */
        public static HeldBody of(Sessions.Held held, String own) {
            return new HeldBody(
                    held.id(),
                    held.createdAt(),
                    held.expiresAt(),
                    held.address(),
                    held.client(),
                    held.id().equals(own));
        }
    }

    /** The list of them. */
    public record HeldList(List<HeldBody> items) {}

    private final Database database;
    private final Sessions sessions;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Json json;

    OwnEndpoints(Database database, Sessions sessions, Accounts accounts, AuditTrail audit, Json json) {
        this.database = database;
        this.sessions = sessions;
        this.accounts = accounts;
        this.audit = audit;
        this.json = json;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/me/sessions", Access.SIGNED_IN, this::list)
                .delete("/me/sessions/{id}", Access.SIGNED_IN, this::end)
                .put("/me/password", Access.SIGNED_IN, this::password);
    }

    private void list(Context context) {
        Principal who = Principal.of(context);
        List<HeldBody> items = database.read(sql -> sessions.list(sql, who.accountId())).stream()
                .map(held -> HeldBody.of(held, who.sessionId()))
                .toList();
        context.header("Cache-Control", "no-store");
        json.answer(context, 200, new HeldList(items));
    }

    private void end(Context context) {
        Principal who = Principal.of(context);
        String id = context.pathParam("id");
        database.write(sql -> {
            if (!sessions.holder(sql, id).filter(who.accountId()::equals).isPresent()) {
                throw ApiProblem.notFound();
            }
            audit.note(
                    sql,
                    who,
                    id.equals(who.sessionId()) ? "session.closed" : "session.ended",
                    "session/" + id,
                    Map.of());
            sessions.end(sql, id);
            return 0;
        });
        context.status(204);
    }

    private void password(Context context) {
        Change change = json.body(context, Change.class, Json.SMALL);
        Principal who = Principal.of(context);
        String old = SessionEndpoints.needed("/oldPassword", change.oldPassword(), 256);
        String fresh = SessionEndpoints.needed("/newPassword", change.newPassword(), 256);
        try {
            accounts.changePassword(who, Secret.of(old), Secret.of(fresh), context.ip());
        } catch (FailureException refused) {
            if (refused.failure().kind() != Failure.Kind.BAD_INPUT) {
                throw refused;
            }
            throw ApiProblem.badField("/newPassword", "length", "8 to 256 characters");
        }
        context.status(204);
    }
}

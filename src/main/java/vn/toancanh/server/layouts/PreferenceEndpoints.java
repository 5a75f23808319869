package vn.toancanh.server.layouts;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Conditional;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Routes;
import vn.toancanh.server.store.Database;

/** {@code /me/preferences}: one JSON object a person, with a version. */
public final class PreferenceEndpoints implements Endpoints {
    private static final long LARGEST = 64L << 10;

    private record Saved(long version, String body) {}

    private final Database database;
    private final Json json;

    public PreferenceEndpoints(Database database, Json json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/me/preferences", Access.SIGNED_IN, this::get).put("/me/preferences", Access.SIGNED_IN, this::put);
    }

    private void get(Context context) {
        String accountId = Principal.of(context).accountId();
        Saved saved = database.read(sql -> sql.first(
                        "SELECT version, body FROM preference WHERE account_id = ?",
                        row -> new Saved(row.getLong(1), row.getString(2)),
                        accountId))
                .orElse(new Saved(0, "{}"));
        context.header("ETag", Conditional.tag(saved.version())).header("Cache-Control", "private, no-cache");
        json.answerWritten(context, 200, "application/json", saved.body().getBytes(StandardCharsets.UTF_8));
    }

    private void put(Context context) {
        long seen = Conditional.seenVersion(context);
        JsonNode body = json.body(context, JsonNode.class, LARGEST);
        if (!body.isObject()) {
            throw ApiProblem.badField("", "type", "an object is needed");
        }
        String accountId = Principal.of(context).accountId();
        long version = database.write(sql -> {
            long now = sql.number("SELECT version FROM preference WHERE account_id = ?", accountId);
            if (now != seen) {
                throw Conditional.stale();
            }
            sql.change(
                    "INSERT INTO preference (account_id, version, body) VALUES (?, ?, ?)"
                            + " ON CONFLICT (account_id) DO UPDATE SET version = excluded.version, body = excluded.body",
                    accountId,
                    now + 1,
                    body.toString());
            return now + 1;
        });
        context.header("ETag", Conditional.tag(version)).status(204);
    }
}

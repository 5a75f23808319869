package vn.toancanh.server.records;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Query;
import vn.toancanh.server.http.Routes;
import vn.toancanh.server.places.Reach;
import vn.toancanh.server.store.Database;

/** {@code /bookmarks}. */
public final class BookmarkEndpoints implements Endpoints {
    private final Bookmarks bookmarks;
    private final Json json;

    public BookmarkEndpoints(Database database, Reach reach, AuditTrail audit, Json json, Clock clock) {
        this.bookmarks = new Bookmarks(database, reach, audit, clock);
        this.json = json;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/bookmarks", Access.VIEW_SOMEWHERE, this::list)
                .post("/bookmarks", Access.VIEW_SOMEWHERE, this::keep)
                .delete("/bookmarks/{id}", Access.VIEW_SOMEWHERE, this::delete);
    }

    private void list(Context context) {
        @Nullable String cursor = Query.cursor(context);
        if (cursor != null && !cursor.matches("\\d{1,18}")) {
            throw ApiProblem.badField("cursor", "format", "not a cursor of this server");
        }
        context.header("Cache-Control", "no-store");
        json.answer(
                context,
                200,
                bookmarks.list(
                        Principal.of(context),
                        new Bookmarks.Asked(
                                Query.text(context, "camera", 64),
                                TimeQuery.of(context, "from"),
                                TimeQuery.of(context, "to"),
                                cursor == null ? null : Long.valueOf(cursor),
                                Query.limit(context, 100, 500))));
    }

    private void keep(Context context) {
        BookmarkDraft.Checked draft = json.body(context, BookmarkDraft.class).check();
        Bookmarks.Kept kept = bookmarks.keep(Principal.of(context), draft);
        json.answer(context, kept.made() ? 201 : 200, kept.body());
    }

    private void delete(Context context) {
        bookmarks.delete(Principal.of(context), context.pathParam("id"));
        context.status(204);
    }
}

package vn.toancanh.server.layouts;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.CameraRights;
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
    /** The most that the cells of one may be, characters of JSON: the largest grid full of cameras fits. */
    private static final int MOST = 256 << 10;

    private static final String RANDOM = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    private final LayoutStore layouts;
    private final LayoutSight sight;
    private final PutBack putBack;
    private final LayoutLocks locks;
    private final Json json;

    /** @param rights which cameras of a layout may be told to whom */
    public LayoutEndpoints(
            Database database, EventRing events, CameraRights rights, Json json, Clock clock, AuditTrail audit) {
        this.layouts = new LayoutStore(database, events, json.mapper(), clock, audit);
        this.sight = new LayoutSight(json.mapper(), rights);
        this.putBack = new PutBack(json.mapper(), sight, layouts);
        this.locks = new LayoutLocks(database, layouts, clock, audit);
        this.json = json;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/layouts", Access.VIEW_SOMEWHERE, this::list)
                .post("/layouts", Access.VIEW_SOMEWHERE, this::create)
                .get("/layouts/{id}", Access.VIEW_SOMEWHERE, this::get)
                .put("/layouts/{id}", Access.VIEW_SOMEWHERE, this::replace)
                .delete("/layouts/{id}", Access.VIEW_SOMEWHERE, this::delete)
                .get("/layouts/{id}/versions", Access.VIEW_SOMEWHERE, this::history)
                .put("/layouts/{id}/lock", Access.VIEW_SOMEWHERE, this::lock)
                .delete("/layouts/{id}/lock", Access.VIEW_SOMEWHERE, this::unlock);
    }

    private void list(Context context) {
        Principal who = Principal.of(context);
        @Nullable String after = Query.cursor(context);
        int limit = Query.limit(context, 200, 500);
        json.answerLarge(context, 200, () -> told(who, layouts.list(who, after, limit)));
    }

    private LayoutBody.Page told(Principal who, LayoutBody.Page page) {
        List<LayoutBody> items = page.items().stream()
                .map(layout -> sight.of(who, layout).layout())
                .toList();
        return new LayoutBody.Page(items, page.nextCursor());
    }

    private void create(Context context) {
        LayoutDraft.Checked draft = draft(context);
        Principal who = Principal.of(context);
        LayoutStore.Made made = layouts.create(who, key(context), fitting(putBack.into(who, draft, MOST)));
        context.header("Location", Routes.BASE + "/layouts/" + made.layout().id());
        answer(context, made.now() ? 201 : 200, made.layout());
    }

    private LayoutDraft.Checked draft(Context context) {
        return json.body(context, LayoutDraft.class).check();
    }

    private LayoutDraft.Checked fitting(LayoutDraft.Checked draft) {
        if (json.mapper().writeValueAsString(draft.cells()).length() > MOST) {
            throw ApiProblem.badField("/cells", "length", "at most " + (MOST >> 10) + " KiB of JSON");
        }
        return draft;
    }

    /** Only a random one: layouts that come from files have ids that anybody can work out. */
    private static String key(Context context) {
        @Nullable String key = context.header("Idempotency-Key");
        if (key == null) {
            return UUID.randomUUID().toString();
        }
        if (!key.matches(RANDOM)) {
            throw ApiProblem.badField("Idempotency-Key", "format", "a random UUID (version 4), in lower case");
        }
        return key;
    }

    private void get(Context context) {
        Principal who = Principal.of(context);
        String id = context.pathParam("id");
        json.answerLarge(context, 200, () -> {
            LayoutSight.Shown shown = sight.of(who, layouts.get(who, id).orElseThrow(ApiProblem::notFound));
            return Conditional.unchanged(context, shown.tag()) ? null : shown.layout();
        });
    }

    private void replace(Context context) {
        long seen = Conditional.seenVersion(context);
        LayoutDraft.Checked draft = draft(context);
        Principal who = Principal.of(context);
        String id = context.pathParam("id");
        // Of the version that is read here; another one is refused when it is written.
        Optional<LayoutBody> stood = layouts.get(who, id).filter(layout -> layout.version() == seen);
        if (stood.isPresent()
                && !Conditional.sawJust(context, sight.of(who, stood.get()).tag())) {
            throw Conditional.stale();
        }
        LayoutDraft.Checked kept =
                stood.map(layout -> putBack.over(who, layout, draft, MOST)).orElse(draft);
        answer(context, 200, layouts.replace(who, id, seen, fitting(kept)));
    }

    private void delete(Context context) {
        layouts.delete(Principal.of(context), context.pathParam("id"), Conditional.seenVersion(context));
        context.status(204);
    }

    private void history(Context context) {
        Principal who = Principal.of(context);
        String id = context.pathParam("id");
        @Nullable Long before = before(Query.cursor(context));
        json.answerLarge(context, 200, () -> {
            LayoutBody.Page versions = layouts.history(who, id, before);
            if (versions.items().isEmpty()) {
                throw ApiProblem.notFound();
            }
            return told(who, versions);
        });
    }

    private static @Nullable Long before(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        if (!cursor.matches("\\d{1,18}")) {
            throw ApiProblem.badField("cursor", "format", "not a cursor of this server");
        }
        return Long.valueOf(cursor);
    }

    private void lock(Context context) {
        answer(context, 200, locks.lock(Principal.of(context), context.pathParam("id")));
    }

    private void unlock(Context context) {
        answer(context, 200, locks.unlock(Principal.of(context), context.pathParam("id")));
    }

    private void answer(Context context, int status, LayoutBody layout) {
        LayoutSight.Shown shown = sight.of(Principal.of(context), layout);
        context.header("ETag", shown.tag());
        json.answer(context, status, shown.layout());
    }
}

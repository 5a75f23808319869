package vn.toancanh.server.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.accounts.Sessions;
import vn.toancanh.server.accounts.Tokens;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Conditional;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Routes;
import vn.toancanh.server.store.Database;

/** {@code /sites}. */
public final class SiteEndpoints implements Endpoints {
    record Draft(
            @Nullable String id,
            @Nullable String parentId,
            @Nullable String name) {}

    record SiteBody(
            String id,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String parentId,

            String name,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long revision) {
        static SiteBody of(Site site, @Nullable Long revision) {
            @Nullable SiteId parent = site.parent();
            return new SiteBody(site.id().value(), parent == null ? null : parent.value(), site.name(), revision);
        }
    }

    record SiteList(long revision, List<SiteBody> items) {}

    private final Inventory inventory;
    private final SiteChanges sites;
    private final Tokens tokens;
    private final Json json;
    private final String instanceId;

    /** @param instanceId part of the list's entity tag, so that the tags of other data never match */
    public SiteEndpoints(
            Database database,
            Inventory inventory,
            Sessions sessions,
            Tokens tokens,
            AuditTrail audit,
            Json json,
            String instanceId) {
        this.inventory = inventory;
        this.sites = new SiteChanges(database, inventory, sessions, audit);
        this.tokens = tokens;
        this.json = json;
        this.instanceId = instanceId;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/sites", Access.VIEW_SOMEWHERE, this::list)
                .post("/sites", Access.CONFIGURE_SOMEWHERE, this::create)
                .get("/sites/{id}", Access.VIEW_SOMEWHERE, this::get)
                .put("/sites/{id}", Access.CONFIGURE_SOMEWHERE, this::change)
                .delete("/sites/{id}", Access.CONFIGURE_SOMEWHERE, this::delete);
    }

    private void list(Context context) {
        // The revision is taken first: a change between the two is seen twice rather than never.
        long revision = inventory.revision();
        Principal who = Principal.of(context);
        if (!Conditional.unchanged(context, Tags.of(who, "sites", instanceId, revision))) {
            List<SiteBody> items = sites.list(who).stream()
                    .map(site -> SiteBody.of(site, null))
                    .toList();
            json.answer(context, 200, new SiteList(revision, items));
        }
    }

    private void get(Context context) {
        SiteStore.Stored site = sites.find(Principal.of(context), context.pathParam("id"));
        if (!Conditional.unchanged(context, Conditional.tag(site.revision()))) {
            json.answer(context, 200, SiteBody.of(site.site(), site.revision()));
        }
    }

    private void create(Context context) {
        SiteChanges.Draft draft = draft(context);
        SiteStore.Stored made = sites.create(Principal.of(context), draft, "s-" + tokens.id(9));
        context.header("Location", Routes.BASE + "/sites/" + made.site().id().value());
        answer(context, 201, made);
    }

    private void change(Context context) {
        long seen = Conditional.seenVersion(context);
        SiteChanges.Draft draft = draft(context);
        answer(context, 200, sites.change(Principal.of(context), context.pathParam("id"), seen, draft));
    }

    private void delete(Context context) {
        sites.delete(Principal.of(context), context.pathParam("id"), Conditional.seenVersion(context));
        context.status(204);
    }

    private SiteChanges.Draft draft(Context context) {
        Draft sent = json.body(context, Draft.class);
        @Nullable String name = sent.name();
        if (name == null || name.isBlank() || name.length() > 200) {
            throw ApiProblem.badField("/name", name == null ? "required" : "length", "1 to 200 characters");
        }
        requireId("/id", sent.id());
        requireId("/parentId", sent.parentId());
        return new SiteChanges.Draft(sent.id(), sent.parentId(), name);
    }

    private static void requireId(String pointer, @Nullable String id) {
        if (id != null && (id.isBlank() || id.length() > 64)) {
            throw ApiProblem.badField(pointer, "length", "1 to 64 characters");
        }
    }

    private void answer(Context context, int status, SiteStore.Stored site) {
        context.header("ETag", Conditional.tag(site.revision()));
        json.answer(context, status, SiteBody.of(site.site(), site.revision()));
    }
}

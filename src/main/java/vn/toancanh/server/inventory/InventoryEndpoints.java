package vn.toancanh.server.inventory;

import io.javalin.http.Context;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.SiteId;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Conditional;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Query;
import vn.toancanh.server.http.Routes;

/** {@code /sites}, {@code /cameras}, {@code /imports}. */
public final class InventoryEndpoints implements Endpoints {
    /** Largest import, bytes: 50,000 cameras with three streams each fit. */
    private static final long LARGEST_IMPORT = 64L << 20;

    record SiteBody(String id, @Nullable String parentId, String name) {}

    record SiteList(long revision, List<SiteBody> items) {}

    record ImportResult(boolean dryRun, int sites, int added, int changed, int unchanged, long revision) {}

    private final Inventory inventory;
    private final Json json;
    private final String instanceId;
    private final AuditTrail audit;

    /**
     * @param instanceId part of every entity tag, so that the tags of other data never match
     */
    public InventoryEndpoints(Inventory inventory, Json json, String instanceId, AuditTrail audit) {
        this.inventory = inventory;
        this.json = json;
        this.instanceId = instanceId;
        this.audit = audit;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/sites", Access.VIEW, this::sites)
                .get("/cameras", Access.VIEW, this::cameras)
                .get("/cameras/{id}", Access.VIEW, this::camera)
                .delete("/cameras/{id}", Access.CONFIGURE, this::remove)
                .post("/imports", Access.CONFIGURE, this::importAll);
    }

    private void sites(Context context) {
        // The revision is taken first: a change between the two is seen twice rather than never.
        long revision = inventory.revision();
        if (!Conditional.unchanged(context, tag("sites", revision))) {
            List<SiteBody> items = inventory.sites().stream()
                    .map(site -> {
                        @Nullable SiteId parent = site.parent();
                        return new SiteBody(site.id().value(), parent == null ? null : parent.value(), site.name());
                    })
                    .toList();
            json.answer(context, 200, new SiteList(revision, items));
        }
    }

    private void cameras(Context context) {
        CameraQuery query = CameraQuery.of(context);
        if (!Conditional.unchanged(context, tag(String.valueOf(context.queryString()), inventory.revision()))) {
            json.answer(context, 200, inventory.page(query));
        }
    }

    private String tag(String what, long revision) {
        return "W/\"" + HexFormat.of().toHexDigits(Objects.hash(what, instanceId)) + "-" + revision + "\"";
    }

    private void camera(Context context) {
        CameraBody camera = inventory.camera(context.pathParam("id")).orElseThrow(ApiProblem::notFound);
        if (!Conditional.unchanged(context, "W/" + Conditional.tag(camera.revision()))) {
            json.answer(context, 200, camera);
        }
    }

    private void remove(Context context) {
        String id = context.pathParam("id");
        Principal who = Principal.of(context);
        boolean removed = !id.isBlank()
                && id.length() <= 64
                && inventory.remove(
                        new CameraId(id),
                        (sql, gone) -> audit.note(sql, who, "camera.removed", "camera/" + gone.value(), Map.of()));
        if (!removed) {
            throw ApiProblem.notFound();
        }
        context.status(204);
    }

    private void importAll(Context context) {
        boolean dryRun = Query.flag(context, "dryRun");
        Principal who = Principal.of(context);
        ImportCheck check = ImportCheck.of(json.body(context, ImportBody.class, LARGEST_IMPORT));
        Inventory.Merged merged = inventory.merge(
                check.sites(),
                check.lines(),
                dryRun,
                (sql, done) -> audit.note(sql, who, "inventory.imported", "inventory", facts(done)));
        json.answer(
                context,
                200,
                new ImportResult(
                        dryRun,
                        merged.sites(),
                        merged.added(),
                        merged.changed(),
                        merged.unchanged(),
                        merged.revision()));
    }

    private static Map<String, Object> facts(Inventory.Merged done) {
        return Map.of(
                "sites", done.sites(), "added", done.added(), "changed", done.changed(), "revision", done.revision());
    }
}

package vn.toancanh.server.inventory;

import io.javalin.http.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Conditional;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Query;
import vn.toancanh.server.http.Routes;

/** {@code /cameras}, {@code /imports}. */
public final class InventoryEndpoints implements Endpoints {
    /** Largest import, bytes: 50,000 cameras with three streams each fit. */
    private static final long LARGEST_IMPORT = 64L << 20;

    record Published(@Nullable Boolean published) {}

    record ImportResult(
            boolean dryRun,
            int sites,
            int added,
            int changed,
            int unchanged,
            int credentialsForgotten,
            long revision) {}

    private final Inventory inventory;
    private final CameraAddresses cameras;
    private final Json json;
    private final String instanceId;
    private final AuditTrail audit;

    /**
     * @param cameras where cameras may be
     * @param instanceId part of every entity tag, so that the tags of other data never match
     */
    public InventoryEndpoints(
            Inventory inventory, CameraAddresses cameras, Json json, String instanceId, AuditTrail audit) {
        this.inventory = inventory;
        this.cameras = cameras;
        this.json = json;
        this.instanceId = instanceId;
        this.audit = audit;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/cameras", Access.VIEW_SOMEWHERE, this::cameras)
                .get("/cameras/{id}", Access.VIEW_SOMEWHERE, this::camera)
                .delete("/cameras/{id}", Access.CONFIGURE_SOMEWHERE, this::remove)
                .put("/cameras/{id}/published", Access.CONFIGURE_SOMEWHERE, this::publish)
                .post("/imports", Access.CONFIGURE_SOMEWHERE, this::importAll);
    }

    private void cameras(Context context) {
        CameraQuery query = CameraQuery.of(context);
        Principal who = Principal.of(context);
        String tag = Tags.of(who, String.valueOf(context.queryString()), instanceId, inventory.revision());
        if (!Conditional.unchanged(context, tag)) {
            json.answerLarge(context, 200, () -> inventory.page(query, who));
        }
    }

    private void camera(Context context) {
        CameraBody camera =
                inventory.camera(context.pathParam("id"), Principal.of(context)).orElseThrow(ApiProblem::notFound);
        if (!Conditional.unchanged(context, "W/" + Conditional.tag(camera.revision()))) {
            json.answer(context, 200, camera);
        }
    }

    private void remove(Context context) {
        Principal who = Principal.of(context);
        inventory.remove(
                who,
                context.pathParam("id"),
                (sql, gone) -> audit.note(sql, who, "camera.removed", "camera/" + gone.value(), Map.of()));
        context.status(204);
    }

    private void publish(Context context) {
        @Nullable Boolean published = json.body(context, Published.class).published();
        if (published == null) {
            throw ApiProblem.badField("/published", "required", "true or false");
        }
        Principal who = Principal.of(context);
        String id = context.pathParam("id");
        inventory.publish(
                who,
                id,
                published,
                (sql, done) ->
                        audit.note(sql, who, "camera.published", "camera/" + id, Map.of("published", published)));
        context.status(204);
    }

    private void importAll(Context context) {
        boolean dryRun = Query.flag(context, "dryRun");
        ImportCheck check = ImportCheck.of(json.body(context, ImportBody.class, LARGEST_IMPORT), cameras);
        Principal who = Principal.of(context);
        Inventory.Merged merged = inventory.merge(
                check.sites(),
                check.lines(),
                dryRun,
                who,
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
                        merged.forgotten(),
                        merged.revision()));
    }

    private static Map<String, Object> facts(Inventory.Merged done) {
        return Map.of(
                "sites",
                done.sites(),
                "added",
                done.added(),
                "changed",
                done.changed(),
                "credentialsForgotten",
                done.forgotten(),
                "revision",
                done.revision(),
                "named",
                done.named());
    }
}

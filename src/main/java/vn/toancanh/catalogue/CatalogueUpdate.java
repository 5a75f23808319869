package vn.toancanh.catalogue;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Site;

/** What a source answers when asked for news. */
public sealed interface CatalogueUpdate {
    /** The whole of it, in place of what was known. */
    record Whole(CatalogueContents contents) implements CatalogueUpdate {}

    /** Nothing changed up to {@code asOf}. */
    record Unchanged(Instant asOf) implements CatalogueUpdate {}

    /**
     * What changed.
     *
     * @param sites all sites, null where none changed
     * @param changed cameras new or different
     * @param removed cameras that are gone
     */
    record Delta(
            @Nullable List<Site> sites, List<Camera> changed, List<CameraId> removed, Instant asOf, String syncToken)
            implements CatalogueUpdate {
        public Delta {
            sites = sites == null ? null : List.copyOf(sites);
            changed = List.copyOf(changed);
            removed = List.copyOf(removed);
        }

        /** The contents after this delta. */
        public CatalogueContents applyTo(CatalogueContents before) {
            Map<CameraId, Camera> cameras =
                    LinkedHashMap.newLinkedHashMap(before.cameras().size() + changed.size());
            before.cameras().forEach(camera -> cameras.put(camera.id(), camera));
            removed.forEach(cameras::remove);
            changed.forEach(camera -> cameras.put(camera.id(), camera));
            return new CatalogueContents(
                    sites == null ? before.sites() : sites, List.copyOf(cameras.values()), asOf, syncToken);
        }
    }
}

package vn.toancanh.administration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.SiteId;

/**
 * A camera as far as visitors are concerned.
 *
 * @param number the operators' short number; null where it has none
 * @param published visitors may see it
 */
public record VisitorCamera(
        CameraId id, @Nullable Integer number, String name, SiteId site, List<String> tags, boolean published) {
    public VisitorCamera {
        tags = List.copyOf(tags);
    }

    /** The same, shown to visitors or not. */
    public VisitorCamera published(boolean shown) {
        return new VisitorCamera(id, number, name, site, tags, shown);
    }
}

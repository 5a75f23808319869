package vn.toancanh.access;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.SiteId;

/**
 * One right of the signed-in user, as the server told it. The server checks every request itself; the client uses rights
 * only to leave out doors that are locked.
 *
 * @param level how far it reaches
 * @param site the subtree it is limited to, null for the whole city
 * @param tags the cameras' tags it is limited to, empty for all
 */
public record Right(Level level, @Nullable SiteId site, List<String> tags) {
    public Right {
        tags = List.copyOf(tags);
    }

    /**
     * True where it bears on a camera.
     *
     * @param path the camera's site and all above it, as far as they are known
     * @param cameraTags the camera's own
     */
    boolean bearsOn(Collection<SiteId> path, Collection<String> cameraTags) {
        return (site == null || path.contains(site))
                && (tags.isEmpty() || tags.stream().anyMatch(cameraTags::contains));
    }

    /** True where it bears on every camera that the other one bears on, as far as can be told without knowing which site is below which. */
    boolean spans(Right other) {
        return (site == null || site.equals(other.site))
                && (tags.isEmpty() || (!other.tags.isEmpty() && tags.containsAll(other.tags)));
    }
}

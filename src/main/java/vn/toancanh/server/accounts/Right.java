package vn.toancanh.server.accounts;

import org.jspecify.annotations.Nullable;

/**
 * One right of a role. Where several bear on a camera, the highest level allowed counts, cut off below the lowest denied.
 *
 * @param level allowed with all below it, or denied with all above it
 * @param siteId the subtree it is narrowed to, null for everywhere
 * @param tag the cameras' tag it is narrowed to, null for all
 * @param allowed false for one that takes away
 */
public record Right(
        Level level, @Nullable String siteId, @Nullable String tag, boolean allowed) {
    /** Allows a level at a site and below; everywhere where it is null. */
    public Right(Level level, @Nullable String siteId) {
        this(level, siteId, null, true);
    }

    boolean isCityWide() {
        return siteId == null && tag == null;
    }
}

package vn.toancanh.administration;

import org.jspecify.annotations.Nullable;
import vn.toancanh.model.SiteId;

/**
 * One right of a role. Where several bear on a camera the highest level allowed counts, cut off below the lowest denied.
 *
 * @param level allowed with all below it, or denied with all above it
 * @param site that site and all below it; null: everywhere
 * @param tag only cameras with it; empty: all
 * @param allowed false for one that takes away
 */
public record Grant(Level level, @Nullable SiteId site, String tag, boolean allowed) {}

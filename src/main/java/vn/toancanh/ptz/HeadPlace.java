package vn.toancanh.ptz;

import org.jspecify.annotations.Nullable;

/**
 * A place that a head knows: a preset.
 *
 * @param id the head's own, 1 to 64 characters
 * @param number by which people call it up, 0 to 9999; null where it has none
 * @param name for people; empty where it has none
 * @param locked it is neither moved, nor named, nor removed
 */
public record HeadPlace(String id, @Nullable Integer number, String name, boolean locked) {
    /** False where its id cannot stand in an address: then one can go there, and not change it. */
    public boolean changeable() {
        return id.matches("[^/\\\\%;]+") && !id.matches("\\.+");
    }
}

package vn.toancanh.shift;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What stands on a wall of the desk.
 *
 * @param window from 1, the main one
 * @param cameras what each is called, by its id, in the order of their tiles; those that take turns too
 */
public record StandingWall(int window, Map<String, String> cameras) {
    public StandingWall {
        cameras = Collections.unmodifiableMap(new LinkedHashMap<>(cameras));
    }
}

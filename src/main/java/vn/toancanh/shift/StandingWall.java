package vn.toancanh.shift;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What stands on a wall of the desk.
 *
 * @param id of its window, by which notes know it
 * @param window the number of that now, from 1, the main one
 * @param cameras what each is called, by its id, in the order of their tiles; those that take turns too
 * @param turns true where some of them take turns
 */
public record StandingWall(int id, int window, Map<String, String> cameras, boolean turns) {
    /** One on which none takes turns. */
    public StandingWall(int id, int window, Map<String, String> cameras) {
        this(id, window, cameras, false);
    }

    public StandingWall {
        cameras = Collections.unmodifiableMap(new LinkedHashMap<>(cameras));
    }
}

package vn.toancanh.wall.remote;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is to stand on some or all screens of a wall, under one name.
 *
 * @param layouts name of what each screen gets, by its id, empty for a blank one; screens that are not named stay as they are
 * @param by who changed it last, as shown
 * @param own true where whoever asks has made it
 */
public record Scene(String id, String name, Map<String, String> layouts, long version, String by, boolean own) {
    public Scene {
        layouts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(layouts));
    }
}

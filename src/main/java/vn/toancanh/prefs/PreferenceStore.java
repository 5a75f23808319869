package vn.toancanh.prefs;

import java.util.Map;

/** The port that keeps settings between runs. Any thread. */
public interface PreferenceStore {
    /** Everything kept, by name; blocks on the disk, so it is asked once at start, away from DESK. */
    Map<String, String> load();

    /** Keeps one value; returns at once and writes later. */
    void save(String name, String value);
}

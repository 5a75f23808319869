package vn.toancanh.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.Preferences;

/** What was chosen from the command palette last, kept at this desk. Lane: DESK. */
public final class RecentChoices {
    /** How many are remembered. */
    static final int KEPT = 12;

    private static final PreferenceKey<String> KEY = PreferenceKey.text("palette.recent");

    private final Preferences preferences;

    public RecentChoices(Preferences preferences) {
        this.preferences = preferences;
    }

    /** By {@link PaletteEntry#name()}, the last one first. */
    List<String> names() {
        return Arrays.stream(preferences.get(KEY).split("\n", -1))
                .filter(name -> name.indexOf(' ') > 0 && name.indexOf(' ') < name.length() - 1)
                .toList();
    }

    void chosen(String name) {
        List<String> names = new ArrayList<>(names());
        names.remove(name);
        names.addFirst(name);
        preferences.set(KEY, String.join("\n", names.subList(0, Math.min(KEPT, names.size()))));
    }

    /** The same lines with those chosen last before the others, but for the first {@code fixed} ones. */
    List<PaletteEntry> first(List<PaletteEntry> entries, int fixed) {
        List<String> names = names();
        List<PaletteEntry> sorted = new ArrayList<>(entries.subList(0, fixed));
        List<PaletteEntry> others = new ArrayList<>(entries.subList(fixed, entries.size()));
        for (String name : names) {
            others.stream().filter(entry -> entry.name().equals(name)).forEach(sorted::add);
        }
        others.removeIf(entry -> names.contains(entry.name()));
        sorted.addAll(others);
        return sorted;
    }
}

package vn.toancanh.desk;

import java.util.Map;
import vn.toancanh.base.Lane;
import vn.toancanh.prefs.PreferenceStore;
import vn.toancanh.prefs.Preferences;

/** Settings of a machine on which nothing was ever set, and that keeps nothing. */
public final class FreshPreferences {
    private FreshPreferences() {}

    public static Preferences on(Lane lane) {
        return new Preferences(
                Map.of(),
                new PreferenceStore() {
                    @Override
                    public Map<String, String> load() {
                        return Map.of();
                    }

                    @Override
                    public void save(String name, String value) {}
                },
                lane);
    }
}

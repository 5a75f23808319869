package vn.toancanh.app.client;

import java.util.Map;
import java.util.Optional;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Language;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.PreferenceStore;
import vn.toancanh.prefs.Preferences;

/** The settings of this desk, with what the command line says put over what was kept. DESK. */
final class FirstPreferences {
    private FirstPreferences() {}

    /**
     * Puts them together.
     *
     * @param usual the system's language, for a desk where nobody has chosen one
     */
    static Preferences of(
            ClientOptions options, Map<String, String> kept, Language usual, PreferenceStore store, Lane desk) {
        Preferences preferences = new Preferences(kept, store, desk);
        options.language()
                .or(() -> kept.containsKey(PreferenceKey.LANGUAGE.name()) ? Optional.empty() : Optional.of(usual))
                .ifPresent(chosen -> preferences.set(PreferenceKey.LANGUAGE, chosen));
        preferences.set(PreferenceKey.LAST_SERVER, options.server().toString());
        options.user().ifPresent(user -> preferences.set(PreferenceKey.LAST_USER, user));
        return preferences;
    }
}

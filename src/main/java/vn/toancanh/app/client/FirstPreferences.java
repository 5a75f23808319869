package vn.toancanh.app.client;

import java.util.Map;
import java.util.Optional;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Language;
import vn.toancanh.central.CentralClient;
import vn.toancanh.desk.PersonalSettings;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.PreferenceStore;
import vn.toancanh.prefs.Preferences;

/** The settings of this desk, with what the command line says put over what was kept, and those of whoever signs in over both. DESK. */
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
        if (options.language().isPresent()) {
            preferences.fix(PreferenceKey.LANGUAGE);
        }
        preferences.set(PreferenceKey.LAST_SERVER, options.server().toString());
        options.user().ifPresent(user -> preferences.set(PreferenceKey.LAST_USER, user));
        return preferences;
    }

    /** Those of whoever signs in lie over them from then on; a screen that nobody attends has no person. */
    static Handle goAlong(
            ClientOptions options, Lane desk, Clock clock, CentralClient central, Preferences preferences) {
        return options.unattended()
                ? Handle.NONE
                : new PersonalSettings(desk, clock, central.sessions(), preferences, central.personal());
    }
}

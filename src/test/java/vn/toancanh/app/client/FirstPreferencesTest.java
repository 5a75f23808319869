package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Language;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.PreferenceStore;
import vn.toancanh.prefs.Preferences;

/** What the command line says holds over what was kept, and over what whoever signs in brings. */
class FirstPreferencesTest {
    private static final PreferenceStore NOWHERE = new PreferenceStore() {
        @Override
        public Map<String, String> load() {
            return Map.of();
        }

        @Override
        public void save(String name, String value) {}
    };

    private static Preferences started(Optional<Language> asked, Map<String, String> kept) {
        ClientOptions options = new ClientOptions(
                URI.create("https://may-chu.vn"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                asked,
                Optional.empty(),
                Optional.empty(),
                false);
        return FirstPreferences.of(options, kept, Language.VI, NOWHERE, new ManualLane(new ManualClock()));
    }

    private static Language spoken(Preferences preferences, String persons) {
        preferences.person(Map.of(PreferenceKey.LANGUAGE.name(), persons), (key, text) -> {});
        return preferences.get(PreferenceKey.LANGUAGE);
    }

    @Test
    void aLanguageThatWasAskedForHoldsWhoeverSignsIn() {
        Preferences asked = started(Optional.of(Language.EN), Map.of("language", "vi"));
        assertThat(asked.get(PreferenceKey.LANGUAGE)).isEqualTo(Language.EN);
        assertThat(spoken(asked, "vi")).isEqualTo(Language.EN);
        Preferences left = started(Optional.empty(), Map.of("language", "vi"));
        assertThat(left.get(PreferenceKey.LANGUAGE)).isEqualTo(Language.VI);
        assertThat(spoken(left, "en")).isEqualTo(Language.EN);
        assertThat(started(Optional.empty(), Map.of()).get(PreferenceKey.LANGUAGE))
                .as("as the system speaks")
                .isEqualTo(Language.VI);
    }
}

package vn.toancanh.prefs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Language;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;

class PreferencesTest {
    private static final class Memory implements PreferenceStore {
        final Map<String, String> kept = new HashMap<>();
        int writes;

        @Override
        public Map<String, String> load() {
            return Map.copyOf(kept);
        }

        @Override
        public void save(String name, String value) {
            kept.put(name, value);
            writes++;
        }
    }

    private final Memory memory = new Memory();

    private Preferences open() {
        return new Preferences(memory.load(), memory, new ManualLane(new ManualClock()));
    }

    @Test
    void whatWasChosenIsThereNextTime() {
        Preferences preferences = open();
        assertThat(preferences.get(PreferenceKey.LANGUAGE)).isEqualTo(Language.VI);
        preferences.set(PreferenceKey.LANGUAGE, Language.EN);
        preferences.set(PreferenceKey.WINDOW, new WindowBounds(-1920, 0, 1600.5, 900, true));
        preferences.set(PreferenceKey.PANEL_WIDTH, 333.0);
        preferences.set(PreferenceKey.LAST_USER, "Trực ban 1");
        preferences.set(PreferenceKey.flag("clock", false), true);
        Preferences again = open();
        assertThat(again.get(PreferenceKey.LANGUAGE)).isEqualTo(Language.EN);
        assertThat(again.get(PreferenceKey.WINDOW)).isEqualTo(new WindowBounds(-1920, 0, 1600.5, 900, true));
        assertThat(again.get(PreferenceKey.PANEL_WIDTH)).isEqualTo(333.0);
        assertThat(again.get(PreferenceKey.LAST_USER)).isEqualTo("Trực ban 1");
        assertThat(again.get(PreferenceKey.flag("clock", false))).isTrue();
    }

    @Test
    void whatCannotBeReadFallsBack() {
        memory.kept.putAll(Map.of("window.main", "1 2 NaN 4 true", "panel.width", "wide", "language", "klingon"));
        Preferences preferences = open();
        assertThat(preferences.get(PreferenceKey.WINDOW).isNone()).isTrue();
        assertThat(preferences.get(PreferenceKey.PANEL_WIDTH)).isEqualTo(280.0);
        assertThat(preferences.get(PreferenceKey.LANGUAGE)).isEqualTo(Language.VI);
        memory.kept.putAll(Map.of("window.main", "1 2", "panel.width", "-4"));
        assertThat(open().get(PreferenceKey.WINDOW)).isEqualTo(WindowBounds.NONE);
        assertThat(open().get(PreferenceKey.PANEL_WIDTH)).isEqualTo(280.0);
    }

    @Test
    void onlyChangesAreKeptAndTold() {
        Preferences preferences = open();
        List<PreferenceKey<?>> told = new ArrayList<>();
        Handle listening = preferences.onChange(told::add);
        preferences.set(PreferenceKey.LAST_SERVER, "https://a");
        preferences.set(PreferenceKey.LAST_SERVER, "https://a");
        listening.close();
        preferences.set(PreferenceKey.LAST_SERVER, "https://b");
        assertThat(told).hasSize(1);
        assertThat(memory.writes).isEqualTo(2);
    }

    @Test
    void whatGoesAlongIsThePersonsWhileHeIsThereAndTheDesksAfterwards() {
        Preferences preferences = open();
        preferences.set(PreferenceKey.ALARMS_LEAST, 50);
        List<String> told = new ArrayList<>();
        List<String> chosen = new ArrayList<>();
        preferences.onChange(key -> told.add(key.name()));
        preferences.person(
                Map.of("language", "en", "lock.minutes", "0"), (key, text) -> chosen.add(key.name() + "=" + text));
        assertThat(told).as("what is the same as before is not told").containsExactly("language");
        assertThat(preferences.get(PreferenceKey.LANGUAGE)).isEqualTo(Language.EN);
        assertThat(preferences.get(PreferenceKey.ALARMS_LEAST))
                .as("the desk's where he has none")
                .isEqualTo(50);
        assertThat(preferences.get(PreferenceKey.LOCK_MINUTES))
                .as("the desk's own")
                .isEqualTo(15);
        preferences.set(PreferenceKey.ALARMS_LEAST, 90);
        preferences.set(PreferenceKey.ALARMS_LEAST, 90);
        preferences.set(PreferenceKey.LOCK_MINUTES, 5);
        assertThat(chosen).containsExactly("alarms.least=90");
        assertThat(preferences.get(PreferenceKey.ALARMS_LEAST)).isEqualTo(90);
        assertThat(memory.kept).containsOnly(Map.entry("alarms.least", "50"), Map.entry("lock.minutes", "5"));
        told.clear();
        preferences.nobody();
        assertThat(told).containsExactlyInAnyOrder("language", "alarms.least");
        assertThat(preferences.get(PreferenceKey.LANGUAGE)).isEqualTo(Language.VI);
        assertThat(preferences.get(PreferenceKey.ALARMS_LEAST)).isEqualTo(50);
        assertThat(preferences.get(PreferenceKey.LOCK_MINUTES)).isEqualTo(5);
    }

    @Test
    void whatTheCommandLineAskedForHoldsWhoeverComes() {
        Preferences preferences = open();
        preferences.set(PreferenceKey.LANGUAGE, Language.EN);
        preferences.fix(PreferenceKey.LANGUAGE);
        List<String> chosen = new ArrayList<>();
        preferences.person(Map.of("language", "vi"), (key, text) -> chosen.add(text));
        assertThat(preferences.get(PreferenceKey.LANGUAGE)).isEqualTo(Language.EN);
        preferences.set(PreferenceKey.LANGUAGE, Language.VI);
        assertThat(chosen).as("what is set in such a run is the desk's").isEmpty();
        assertThat(preferences.get(PreferenceKey.LANGUAGE)).isEqualTo(Language.VI);
    }
}

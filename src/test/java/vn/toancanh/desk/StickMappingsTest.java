package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.PreferenceStore;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.ptz.stick.StickMapping;

/** What was chosen for a stick is there the next time. */
class StickMappingsTest {
    private static final StickMapping MAPPING =
            StickMapping.parse("pan=0/+/0.30/2.0/0.12 tilt=1/-/0.10/2.0/0.00 zoom=none 3=preset:9 3up=stop");

    private final Map<String, String> kept = new HashMap<>();

    private Preferences open() {
        PreferenceStore store = new PreferenceStore() {
            @Override
            public Map<String, String> load() {
                return kept;
            }

            @Override
            public void save(String name, String value) {
                kept.put(name, value);
            }
        };
        return new Preferences(store.load(), store, new ManualLane(new ManualClock()));
    }

    @Test
    void whatWasChosenIsToldAndThereTheNextTime() {
        StickMappings mappings = new StickMappings(open());
        List<String> told = new ArrayList<>();
        mappings.onChange((model, mapping) ->
                told.add(model + " " + mapping.map(StickMapping::write).orElse("-")));
        mappings.choose("07c0:1131", MAPPING);
        assertThat(told).containsExactly("07c0:1131 " + MAPPING.write());
        assertThat(new StickMappings(open()).all()).isEqualTo(Map.of("07c0:1131", MAPPING));
    }

    @Test
    void whatWasForgottenIsToldAndNotThereTheNextTime() {
        StickMappings mappings = new StickMappings(open());
        mappings.choose("07c0:1131", MAPPING);
        List<String> told = new ArrayList<>();
        mappings.onChange((model, mapping) -> told.add(model + " " + mapping.isPresent()));
        mappings.forget("07c0:1131");
        assertThat(told).containsExactly("07c0:1131 false");
        assertThat(mappings.all()).isEmpty();
        assertThat(new StickMappings(open()).all()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNotThereAndNothingElseIsASticks() {
        kept.put("stick.07c0:1131", "pan=what");
        kept.put("sticky", MAPPING.write());
        Preferences preferences = open();
        StickMappings mappings = new StickMappings(preferences);
        assertThat(mappings.all()).isEmpty();
        List<String> told = new ArrayList<>();
        mappings.onChange((model, mapping) -> told.add(model));
        preferences.set(PreferenceKey.LAST_USER, "ban1");
        preferences.set(PreferenceKey.text("stick.07c0:1131"), "pan=who");
        assertThat(told).isEmpty();
    }
}

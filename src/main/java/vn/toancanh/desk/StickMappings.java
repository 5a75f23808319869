package vn.toancanh.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import vn.toancanh.base.Handle;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.ptz.stick.StickMapping;

/** What was chosen that sticks do, by their model: it outlives updates, and plugging in another one of that model. Lane: DESK. */
public final class StickMappings {
    private final Preferences preferences;

    public StickMappings(Preferences preferences) {
        this.preferences = preferences;
    }

    /** All that was chosen, by model; what cannot be read is left out. */
    public Map<String, StickMapping> all() {
        Map<String, StickMapping> found = new HashMap<>();
        preferences
                .under(PreferenceKey.STICKS)
                .forEach((model, text) -> StickMapping.read(text).ifPresent(mapping -> found.put(model, mapping)));
        return Map.copyOf(found);
    }

    /** From now on sticks of that model do that. */
    public void choose(String model, StickMapping mapping) {
        preferences.set(PreferenceKey.text(PreferenceKey.STICKS + model), mapping.write());
    }

    /** From now on sticks of that model do what they do where nobody has chosen. */
    public void forget(String model) {
        preferences.set(PreferenceKey.text(PreferenceKey.STICKS + model), "");
    }

    /** Tells what was chosen for a model after every change until the handle is closed; empty where it was forgotten. */
    public Handle onChange(BiConsumer<String, Optional<StickMapping>> listener) {
        return preferences.onChange(key -> {
            if (key.name().startsWith(PreferenceKey.STICKS)) {
                String text = preferences.get(PreferenceKey.text(key.name()));
                Optional<StickMapping> chosen = StickMapping.read(text);
                if (text.isEmpty() || chosen.isPresent()) {
                    listener.accept(key.name().substring(PreferenceKey.STICKS.length()), chosen);
                }
            }
        });
    }
}

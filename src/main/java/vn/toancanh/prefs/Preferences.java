package vn.toancanh.prefs;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;

/** The settings in memory, each change kept at once. Lane: DESK. */
public final class Preferences {
    private final Lane desk;
    private final PreferenceStore store;
    private final Map<String, String> values;
    private final Map<Object, Consumer<PreferenceKey<?>>> listeners = new LinkedHashMap<>();

    /** @param kept what {@link PreferenceStore#load()} gave, read before the first window opens */
    public Preferences(Map<String, String> kept, PreferenceStore store, Lane desk) {
        this.values = new HashMap<>(kept);
        this.store = store;
        this.desk = desk;
    }

    /** The value, or the key's fallback. */
    public <T> T get(PreferenceKey<T> key) {
        desk.assertHere();
        String kept = values.get(key.name());
        return kept == null ? key.fallback() : key.reader().apply(kept).orElse(key.fallback());
    }

    /** Sets the value and keeps it; does nothing where it is the same. */
    public <T> void set(PreferenceKey<T> key, T value) {
        desk.assertHere();
        String written = key.writer().apply(value);
        if (written.equals(values.put(key.name(), written))) {
            return;
        }
        store.save(key.name(), written);
        List.copyOf(listeners.values()).forEach(listener -> listener.accept(key));
    }

    /** Tells the key of every later change until the handle is closed. */
    public Handle onChange(Consumer<PreferenceKey<?>> listener) {
        desk.assertHere();
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }
}

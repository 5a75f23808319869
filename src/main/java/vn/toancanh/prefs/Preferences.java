package vn.toancanh.prefs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;

/**
 * The settings in memory, each change kept at once. While a person is there whose settings go along, his stand over the desk's, and what
 * is set of those is his. Lane: DESK.
 */
public final class Preferences {
    private final Lane desk;
    private final PreferenceStore store;
    private final Map<String, String> values;
    private final Map<Object, Consumer<PreferenceKey<?>>> listeners = new LinkedHashMap<>();
    private final Set<String> fixed = new HashSet<>();
    private Map<String, String> personal = Map.of();
    private @Nullable BiConsumer<PreferenceKey<?>, String> person;

    /** @param kept what {@link PreferenceStore#load()} gave, read before the first window opens */
    public Preferences(Map<String, String> kept, PreferenceStore store, Lane desk) {
        this.values = new HashMap<>(kept);
        this.store = store;
        this.desk = desk;
    }

    /** The value, or the key's fallback. */
    public <T> T get(PreferenceKey<T> key) {
        desk.assertHere();
        String own = isPersonal(key) ? personal.get(key.name()) : null;
        String kept = own == null ? values.get(key.name()) : own;
        return kept == null ? key.fallback() : key.reader().apply(kept).orElse(key.fallback());
    }

    private boolean isPersonal(PreferenceKey<?> key) {
        return person != null && PreferenceKey.goesAlong(key.name()) && !fixed.contains(key.name());
    }

    /** What is kept under names that begin so, as it is written, by the rest of the name. */
    public Map<String, String> under(String beginning) {
        desk.assertHere();
        Map<String, String> found = new HashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(beginning)) {
                found.put(name.substring(beginning.length()), value);
            }
        });
        return Map.copyOf(found);
    }

    /** Sets the value and keeps it; does nothing where it is the same. */
    public <T> void set(PreferenceKey<T> key, T value) {
        desk.assertHere();
        String written = key.writer().apply(value);
        BiConsumer<PreferenceKey<?>, String> his = person;
        if (his != null && isPersonal(key)) {
            if (!value.equals(get(key))) {
                Map<String, String> now = new HashMap<>(personal);
                now.put(key.name(), written);
                personal = now;
                his.accept(key, written);
                tell(key);
            }
            return;
        }
        if (written.equals(values.put(key.name(), written))) {
            return;
        }
        store.save(key.name(), written);
        tell(key);
    }

    private void tell(PreferenceKey<?> key) {
        List.copyOf(listeners.values()).forEach(listener -> listener.accept(key));
    }

    /** What the command line asked for holds for this run, whoever comes. */
    public void fix(PreferenceKey<?> key) {
        desk.assertHere();
        fixed.add(key.name());
    }

    /**
     * From now on the settings that go along are this person's, and where he has none the desk's.
     *
     * @param his by the names of their keys
     * @param chosen told what of them is set by hand, and how it is written
     */
    public void person(Map<String, String> his, BiConsumer<PreferenceKey<?>, String> chosen) {
        change(Map.copyOf(his), chosen);
    }

    /** From now on all settings are the desk's. */
    public void nobody() {
        change(Map.of(), null);
    }

    private void change(Map<String, String> his, @Nullable BiConsumer<PreferenceKey<?>, String> chosen) {
        desk.assertHere();
        List<Object> before =
                PreferenceKey.ALONG.stream().<Object>map(key -> get(key)).toList();
        personal = his;
        person = chosen;
        for (int i = 0; i < before.size(); i++) {
            PreferenceKey<?> key = PreferenceKey.ALONG.get(i);
            if (!before.get(i).equals(get(key))) {
                tell(key);
            }
        }
    }

    /** Tells the key of every later change until the handle is closed. */
    public Handle onChange(Consumer<PreferenceKey<?>> listener) {
        desk.assertHere();
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }
}

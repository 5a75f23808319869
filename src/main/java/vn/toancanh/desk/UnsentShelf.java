package vn.toancanh.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.SessionState;
import vn.toancanh.base.Handle;
import vn.toancanh.desk.KeptLayouts.Owner;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.wall.LayoutLibrary.Entry;
import vn.toancanh.wall.Unsent;
import vn.toancanh.wall.Unsent.State;
import vn.toancanh.wall.UnsentLayouts;

/** What whoever works here has saved and the server does not have: one save of a layout at most, and those put aside. Lane: DESK. */
final class UnsentShelf {
    /** Saves that were given up for another version are kept up to so many. */
    static final int MOST_ASIDE = 20;

    private final UnsentLayouts store;
    private final Runnable loaded;
    private final Map<UUID, Unsent> all = new LinkedHashMap<>();
    private final Map<Object, Runnable> listeners = new LinkedHashMap<>();
    private @Nullable Owner owner;

    /** @param loaded told once what was kept of whoever works here is known */
    UnsentShelf(UnsentLayouts store, Runnable loaded) {
        this.store = store;
        this.loaded = loaded;
    }

    /** Looks who works here now; true where that is another. */
    boolean follow(SessionState state) {
        Owner next = state.signedIn()
                .map(session -> new Owner(session.server(), session.user()))
                .orElse(null);
        if (Objects.equals(next, owner)) {
            return false;
        }
        owner = next;
        all.clear();
        changed();
        if (next != null) {
            store.load(next.server(), next.user(), found -> {
                if (next.equals(owner)) {
                    take(found);
                }
            });
        }
        return true;
    }

    /** What was saved here meanwhile counts before what was kept. */
    private void take(List<Unsent> found) {
        Map<UUID, Unsent> meanwhile = new LinkedHashMap<>(all);
        all.clear();
        found.forEach(each -> all.put(each.save(), each));
        for (Unsent each : meanwhile.values()) {
            of(each.id()).filter(old -> !old.save().equals(each.save())).ifPresent(this::aside);
            all.put(each.save(), each);
        }
        changed();
        loaded.run();
    }

    boolean owned() {
        return owner != null;
    }

    /** Those that are not put aside, oldest first. */
    List<Unsent> all() {
        return all.values().stream().filter(each -> each.state() != State.ASIDE).toList();
    }

    Optional<Unsent> of(LayoutId id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    Optional<Layout> named(String name) {
        return all().stream()
                .map(Unsent::layout)
                .filter(layout -> layout.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Newest first. */
    List<Unsent> aside(LayoutId id) {
        List<Unsent> found = new ArrayList<>();
        all.values().stream()
                .filter(each -> each.state() == State.ASIDE && each.id().equals(id))
                .forEach(found::addFirst);
        return found;
    }

    /** A list with what was saved here in place of what it has, and behind it what it has not. */
    List<Entry> over(List<Entry> entries) {
        List<Entry> list = new ArrayList<>();
        List<Unsent> rest = new ArrayList<>(all());
        for (Entry entry : entries) {
            Optional<Unsent> mine = of(entry.id());
            mine.ifPresent(rest::remove);
            list.add(mine.map(each -> entry(each).with(entry.facts())).orElse(entry));
        }
        rest.forEach(each -> list.add(entry(each)));
        return list;
    }

    private static Entry entry(Unsent unsent) {
        Layout layout = unsent.layout();
        return new Entry(unsent.id(), layout.name(), layout.scope(), layout.version());
    }

    void keep(Unsent unsent, Consumer<Boolean> written) {
        Owner whose = owner;
        if (whose != null) {
            all.put(unsent.save(), unsent);
            store.keep(whose.server(), whose.user(), unsent, written);
            changed();
        }
    }

    void aside(Unsent unsent) {
        keep(unsent.with(State.ASIDE), written -> {});
        List<Unsent> old = all.values().stream()
                .filter(each -> each.state() == State.ASIDE)
                .toList();
        old.subList(0, Math.max(0, old.size() - MOST_ASIDE)).forEach(this::drop);
    }

    void drop(Unsent unsent) {
        all.remove(unsent.save());
        store.forget(unsent.save());
        changed();
    }

    private void changed() {
        List.copyOf(listeners.values()).forEach(Runnable::run);
    }

    Handle onChange(Runnable listener) {
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }
}

package vn.toancanh.desk;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.Session;
import vn.toancanh.access.SessionState;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.wall.LayoutFacts;
import vn.toancanh.wall.LayoutLibrary.Entry;
import vn.toancanh.wall.LayoutMemory;

/** The layouts that this machine keeps of whoever works here now, and of nobody else. Lane: DESK. */
final class KeptLayouts {
    /** Somebody at a server. */
    record Owner(URI server, String user) {
        static Owner of(Session session) {
            return new Owner(session.server(), session.user());
        }
    }

    private final LayoutMemory memory;
    private final Map<LayoutId, Layout> kept = new LinkedHashMap<>();
    private final Map<LayoutId, LayoutFacts> facts = new HashMap<>();
    private final List<Runnable> whenLoaded = new ArrayList<>();
    private @Nullable Owner owner;
    private boolean loading;

    KeptLayouts(LayoutMemory memory) {
        this.memory = memory;
    }

    /** Whose they are; null while nobody works here. */
    @Nullable
    Owner owner() {
        return owner;
    }

    /** Looks who works here now; true where that is another, of whom only what was kept before is known. */
    boolean follow(SessionState state) {
        Owner next = state.signedIn().map(Owner::of).orElse(null);
        if (Objects.equals(next, owner)) {
            return false;
        }
        owner = next;
        kept.clear();
        facts.clear();
        loading = next != null;
        if (next != null) {
            memory.load(next.server(), next.user(), found -> loaded(next, found));
        }
        return true;
    }

    private void loaded(Owner whose, LayoutMemory.Kept found) {
        if (loading && whose.equals(owner)) {
            loading = false;
            found.layouts().forEach(this::remember);
            found.facts().forEach(facts::putIfAbsent);
        }
        List<Runnable> waiting = List.copyOf(whenLoaded);
        whenLoaded.clear();
        waiting.forEach(Runnable::run);
    }

    private void remember(Layout layout) {
        LayoutId id = layout.id();
        if (id != null) {
            kept.put(id, layout);
        }
    }

    boolean loading() {
        return loading;
    }

    /** Does that once what was kept is known. */
    void whenLoaded(Runnable then) {
        whenLoaded.add(then);
    }

    /** The server has told all of them. */
    void keepAll(List<Layout> all) {
        Owner whose = owner;
        if (whose != null) {
            loading = false;
            kept.clear();
            all.forEach(this::remember);
            memory.keepAll(whose.server(), whose.user(), all);
        }
    }

    /** The server has told that version of one. */
    void keep(Layout layout) {
        Owner whose = owner;
        if (whose != null) {
            remember(layout);
            memory.keep(whose.server(), whose.user(), layout);
        }
    }

    void forget(LayoutId id) {
        Owner whose = owner;
        if (whose != null) {
            kept.remove(id);
            memory.forget(whose.server(), whose.user(), id);
        }
    }

    Optional<Layout> find(LayoutId id) {
        return Optional.ofNullable(kept.get(id));
    }

    /** The first of that name, ignoring case. */
    Optional<Layout> named(String name) {
        return kept.values().stream()
                .filter(layout -> layout.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Each with what the server said of it last. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        kept.forEach((id, layout) -> entries.add(new Entry(
                id, layout.name(), layout.scope(), layout.version(), facts.getOrDefault(id, LayoutFacts.UNKNOWN))));
        return entries;
    }

    /** The server has said that; true where it has others than those that are kept. */
    boolean compare(List<Entry> told) {
        Map<LayoutId, LayoutFacts> before = Map.copyOf(facts);
        facts.clear();
        told.forEach(entry -> facts.put(entry.id(), entry.facts()));
        Owner whose = owner;
        if (whose != null && !facts.equals(before)) {
            memory.keepFacts(whose.server(), whose.user(), told);
        }
        return !told.equals(entries());
    }
}

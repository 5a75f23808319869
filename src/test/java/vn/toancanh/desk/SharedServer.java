package vn.toancanh.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.wall.LayoutArchive;
import vn.toancanh.wall.LayoutFacts;
import vn.toancanh.wall.LayoutLibrary;

/** A server that keeps layouts with their versions as the contract says, which may be away, lose answers, and refuse. */
public final class SharedServer implements LayoutLibrary, LayoutArchive {
    /** The clock of this server; desks have others. */
    public static final Instant AT = Instant.parse("2026-11-21T07:00:00Z");

    private final Lane lane;
    private final Map<LayoutId, List<Version>> versions = new LinkedHashMap<>();
    private final Map<LayoutId, String> locks = new LinkedHashMap<>();
    private final Map<Object, Consumer<Optional<LayoutId>>> listeners = new LinkedHashMap<>();

    /** What was sent to be saved, in order. */
    public final List<Layout> sent = new ArrayList<>();

    /** Every request fails so; null: none does. */
    public @Nullable Kind failing;

    /** It keeps layouts. */
    public boolean there = true;

    /** It locks them. */
    public boolean locking = true;

    /** How often anything was asked of it or told to it. */
    public int requests;

    /** Saves are done, and whoever sent them hears that nobody answers. */
    public boolean losesAnswers;

    /** Text key of what it has against whatever is saved; empty: nothing. */
    public String refusing = "";

    /** What it tells of a layout once that is saved. */
    public UnaryOperator<Layout> told = UnaryOperator.identity();

    public SharedServer(Lane lane) {
        this.lane = lane;
    }

    /** Somebody at another desk saves that. */
    public Layout by(String whom, Layout layout) {
        LayoutId id = layout.id();
        if (id == null) {
            throw new IllegalArgumentException("no id");
        }
        List<Version> all = versions.computeIfAbsent(id, any -> new ArrayList<>());
        Layout saved =
                told.apply(layout.at(all.isEmpty() ? 1 : all.getFirst().layout().version() + 1));
        all.addFirst(new Version(saved, whom, AT));
        news(id);
        return saved;
    }

    public void lockBy(LayoutId id, String whom) {
        locks.put(id, whom);
        news(id);
    }

    public void goes(LayoutId id) {
        versions.remove(id);
        news(id);
    }

    private void news(LayoutId id) {
        lane.execute(() -> List.copyOf(listeners.values()).forEach(each -> each.accept(Optional.of(id))));
    }

    /** What it has of it, newest first. */
    public List<Layout> of(LayoutId id) {
        return versions.getOrDefault(id, List.of()).stream()
                .map(Version::layout)
                .toList();
    }

    private <T> void answer(Consumer<Outcome<T>> answer, Outcome<T> outcome) {
        requests++;
        Kind kind = failing;
        lane.execute(() -> answer.accept(kind == null ? outcome : failed(kind)));
    }

    private static <T> Outcome<T> failed(Kind kind) {
        return Outcome.failed(Failure.of(kind, "as the test wants"));
    }

    private Optional<Version> newest(LayoutId id) {
        return versions.getOrDefault(id, List.of()).stream().findFirst();
    }

    private LayoutFacts facts(LayoutId id) {
        Version newest = newest(id).orElseThrow();
        String lock = locks.get(id);
        return new LayoutFacts(
                newest.savedBy(),
                newest.savedAt(),
                false,
                lock == null,
                lock == null ? null : new LayoutFacts.Lock(lock, AT, false));
    }

    @Override
    public boolean offered() {
        return there;
    }

    @Override
    public boolean locksOffered() {
        return locking;
    }

    @Override
    public void list(Consumer<Outcome<List<Entry>>> answer) {
        List<Entry> entries = new ArrayList<>();
        versions.forEach((id, all) -> {
            Layout layout = all.getFirst().layout();
            entries.add(new Entry(id, layout.name(), layout.scope(), layout.version(), facts(id)));
        });
        answer(answer, Outcome.done(entries));
    }

    @Override
    public void get(LayoutId id, Consumer<Outcome<Layout>> answer) {
        answer(answer, newest(id).map(each -> Outcome.done(each.layout())).orElse(failed(Kind.NOT_FOUND)));
    }

    @Override
    public void find(String name, Consumer<Outcome<Optional<Layout>>> answer) {
        answer(
                answer,
                Outcome.done(versions.values().stream()
                        .map(all -> all.getFirst().layout())
                        .filter(layout -> layout.name().equalsIgnoreCase(name))
                        .findFirst()));
    }

    @Override
    public void save(Layout layout, Consumer<Outcome<Layout>> answer) {
        sent.add(layout);
        requests++;
        Kind kind = failing;
        if (kind != null) {
            answer(answer, failed(kind));
            return;
        }
        LayoutId id = layout.id();
        if (id == null) {
            throw new AssertionError("a desk gives its layouts their ids");
        }
        Outcome<Layout> outcome = outcome(id, layout);
        lane.execute(() -> answer.accept(losesAnswers ? failed(Kind.TIMEOUT) : outcome));
    }

    private Outcome<Layout> outcome(LayoutId id, Layout layout) {
        Optional<Version> newest = newest(id);
        if (layout.version() == 0 && newest.isPresent()) {
            Layout first = Objects.requireNonNull(versions.get(id)).getLast().layout();
            return first.says(layout) ? Outcome.done(newest.get().layout()) : failed(Kind.CONFLICT);
        }
        if (layout.version() > 0 && newest.isEmpty()) {
            return failed(Kind.NOT_FOUND);
        }
        if (layout.version() > 0 && !refusing.isEmpty()) {
            return Outcome.failed(
                    Failure.of(Kind.BAD_INPUT, "as the test wants").withText(refusing));
        }
        if (locks.containsKey(id)) {
            return Outcome.failed(Failure.of(Kind.CONFLICT, "as the test wants").withText(LayoutSending.LOCKED));
        }
        if (newest.isPresent() && newest.get().layout().version() != layout.version()) {
            return failed(Kind.CONFLICT);
        }
        return Outcome.done(by("An", layout));
    }

    @Override
    public void delete(LayoutId id, long version, Consumer<Outcome<LayoutId>> answer) {
        if (failing == null) {
            versions.remove(id);
        }
        answer(answer, Outcome.done(id));
    }

    @Override
    public void history(LayoutId id, Consumer<Outcome<List<Version>>> answer) {
        List<Version> all = List.copyOf(versions.getOrDefault(id, List.of()));
        answer(answer, all.isEmpty() ? failed(Kind.NOT_FOUND) : Outcome.done(all));
    }

    @Override
    public void lock(LayoutId id, boolean on, Consumer<Outcome<LayoutFacts>> answer) {
        if (on) {
            locks.put(id, "An");
        } else {
            locks.remove(id);
        }
        answer(answer, Outcome.done(facts(id)));
    }

    @Override
    public Handle onNews(Consumer<Optional<LayoutId>> listener) {
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }
}

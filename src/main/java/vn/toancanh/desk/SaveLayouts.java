package vn.toancanh.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import vn.toancanh.access.SessionService;
import vn.toancanh.access.SessionState;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.wall.LayoutArchive;
import vn.toancanh.wall.LayoutArchive.Version;
import vn.toancanh.wall.LayoutLibrary;
import vn.toancanh.wall.Unsent;
import vn.toancanh.wall.Unsent.State;
import vn.toancanh.wall.UnsentLayouts;

/**
 * Saves layouts on this machine first and then at the server, once and in order, whenever that answers. What is saved here is what is
 * listed, found and opened here from then on. Where somebody else was faster, or the server will not have it, it stays and becomes a
 * question to a person; neither side is lost whichever is chosen. Lane: DESK.
 */
public final class SaveLayouts implements LayoutLibrary, Handle {
    private final LayoutLibrary server;
    private final UnsentShelf shelf;
    private final LayoutSending sending;
    private final Lane desk;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final KnownLayouts known = new KnownLayouts();
    private final Map<Object, Consumer<Renamed>> renamed = new LinkedHashMap<>();
    private final Handle following;

    /**
     * What was that version of that layout is now another.
     *
     * @param was the id before
     * @param base the version before
     * @param now what it is; only its id, name, scope and version count
     */
    public record Renamed(LayoutId was, long base, Layout now) {}

    /**
     * @param server the layouts as they are without what waits here
     * @param ids makes random identifiers
     */
    public SaveLayouts(
            LayoutLibrary server,
            LayoutArchive archive,
            UnsentLayouts store,
            SessionService sessions,
            Lane desk,
            Clock clock,
            Supplier<UUID> ids,
            RandomGenerator random) {
        this.server = server;
        this.desk = desk;
        this.clock = clock;
        this.ids = ids;
        this.shelf = new UnsentShelf(store, () -> sendNext());
        this.sending = new LayoutSending(server, archive, shelf, desk, this::rename, random);
        this.following = sessions.onChange(this::follow);
        follow(sessions.state());
    }

    private void follow(SessionState state) {
        boolean another = shelf.follow(state);
        if (another) {
            known.forget();
        }
        sending.follow(another, state.connection().isOnline());
    }

    private void sendNext() {
        sending.sendNext();
    }

    /** What was saved here and the server does not have; empty where that is nothing. */
    public Optional<Unsent> unsent(LayoutId id) {
        return shelf.of(id);
    }

    /** What a person must say something to, oldest first. */
    public List<Unsent> questions() {
        return shelf.all().stream().filter(each -> each.state().asks()).toList();
    }

    /** What was saved here of that layout and given up for another version, newest first. */
    public List<Unsent> aside(LayoutId id) {
        return shelf.aside(id);
    }

    /** That layout in that version, as far as it was seen here. */
    public Optional<Layout> known(LayoutId id, long version) {
        return known.of(id, version);
    }

    /** The newest version of it that was seen here; 0: none. */
    public long newest(LayoutId id) {
        return known.newest(id);
    }

    /** That is the newest version of it that is seen here now. */
    void see(Layout layout) {
        known.see(layout);
    }

    /** Tells when other saves wait or ask than before, until the handle is closed. */
    public Handle onChange(Runnable listener) {
        return shelf.onChange(listener);
    }

    /** Tells whenever a layout goes on under another id or version, until the handle is closed. */
    public Handle onRenamed(Consumer<Renamed> listener) {
        Object token = new Object();
        renamed.put(token, listener);
        return () -> renamed.remove(token);
    }

    private void rename(Unsent was, Layout now) {
        known.see(now);
        Renamed told = new Renamed(was.id(), was.layout().version(), now);
        List.copyOf(renamed.values()).forEach(listener -> listener.accept(told));
    }

    @Override
    public boolean offered() {
        return server.offered();
    }

    @Override
    public void list(Consumer<Outcome<List<Entry>>> answer) {
        if (!offered()) {
            List<Entry> here = shelf.over(List.of());
            desk.execute(() -> answer.accept(Outcome.done(here)));
            return;
        }
        server.list(outcome -> {
            List<Entry> entries = outcome instanceof Outcome.Done<List<Entry>>(List<Entry> told) ? told : List.of();
            List<Entry> all = shelf.over(entries);
            answer.accept(
                    outcome instanceof Outcome.Failed<List<Entry>> && all.isEmpty() ? outcome : Outcome.done(all));
        });
    }

    @Override
    public void get(LayoutId id, Consumer<Outcome<Layout>> answer) {
        Optional<Unsent> here = unsent(id);
        if (here.isPresent()) {
            Outcome<Layout> mine = Outcome.done(here.get().layout());
            desk.execute(() -> answer.accept(mine));
        } else {
            server.get(id, outcome -> {
                see(outcome);
                answer.accept(outcome);
            });
        }
    }

    @Override
    public void find(String name, Consumer<Outcome<Optional<Layout>>> answer) {
        Optional<Layout> here = shelf.named(name);
        if (here.isPresent() || !offered()) {
            desk.execute(() -> answer.accept(Outcome.done(here)));
        } else {
            server.find(name, outcome -> {
                if (outcome instanceof Outcome.Done<Optional<Layout>>(Optional<Layout> found)) {
                    found.ifPresent(known::see);
                }
                answer.accept(outcome);
            });
        }
    }

    private void see(Outcome<Layout> outcome) {
        if (outcome instanceof Outcome.Done<Layout>(Layout layout)) {
            known.see(layout);
        }
    }

    /**
     * Saves it on this machine and answers it with its id, once it is on the disk or known to wait for room there; what becomes of it at
     * the server is told later. {@code SESSION_EXPIRED} where nobody is signed in.
     */
    @Override
    public void save(Layout layout, Consumer<Outcome<Layout>> answer) {
        desk.assertHere();
        if (!shelf.owned()) {
            desk.execute(() -> answer.accept(
                    Outcome.failed(Failure.of(Kind.SESSION_EXPIRED, "nobody is signed in to save a layout"))));
            return;
        }
        LayoutId id = layout.id();
        Layout mine =
                id == null ? layout.as(new LayoutId(ids.get().toString()), layout.name(), layout.scope(), 0) : layout;
        Unsent before = id == null ? null : unsent(id).orElse(null);
        boolean goesOn = before != null
                && before.layout().version() == mine.version()
                && !before.state().asks();
        Unsent now = goesOn && before != null
                ? before.again(mine, clock.now())
                : Unsent.waiting(ids.get(), mine, clock.now());
        if (before != null && !goesOn) {
            shelf.aside(before);
        }
        known.see(mine);
        shelf.keep(now, written -> answer.accept(Outcome.done(mine)));
        sendNext();
    }

    @Override
    public void delete(LayoutId id, long version, Consumer<Outcome<LayoutId>> answer) {
        Optional<Unsent> here = unsent(id);
        if (here.isPresent() && here.get().layout().version() == 0) {
            shelf.aside(here.get());
            desk.execute(() -> answer.accept(Outcome.done(id)));
            return;
        }
        server.delete(id, version, outcome -> {
            if (outcome instanceof Outcome.Done<LayoutId>) {
                unsent(id).ifPresent(shelf::aside);
            }
            answer.accept(outcome);
        });
    }

    /** Mine, over what is there by now; the other version stays in the history. */
    public void keepMine(LayoutId id) {
        question(id).ifPresent(asked -> {
            Version theirs = asked.theirs();
            Unsent next;
            if (asked.state() == State.GONE) {
                LayoutId fresh = new LayoutId(ids.get().toString());
                next = Unsent.waiting(
                        ids.get(),
                        asked.layout()
                                .as(fresh, asked.layout().name(), asked.layout().scope(), 0),
                        clock.now());
                shelf.drop(asked);
            } else {
                next = asked.from(
                        theirs == null
                                ? asked.layout().version()
                                : theirs.layout().version());
            }
            go(asked, next);
        });
    }

    /** Mine, as a layout of its own beside the other. */
    public void keepAs(LayoutId id, String name, Layout.Scope scope) {
        question(id).ifPresent(asked -> {
            LayoutId fresh = new LayoutId(ids.get().toString());
            shelf.drop(asked);
            go(asked, Unsent.waiting(ids.get(), asked.layout().as(fresh, name, scope, 0), clock.now()));
        });
    }

    private void go(Unsent asked, Unsent next) {
        rename(asked, next.layout());
        shelf.keep(next, written -> {});
        sending.sendNow();
    }

    /** The other one; mine stays on this machine, to be looked at and brought back from the list of versions. */
    public void keepTheirs(LayoutId id) {
        question(id).ifPresent(shelf::aside);
    }

    private Optional<Unsent> question(LayoutId id) {
        return unsent(id).filter(each -> each.state().asks());
    }

    @Override
    public void close() {
        following.close();
        sending.close();
    }
}

package vn.toancanh.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.toancanh.access.SessionService;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.desk.Notices.Notice;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.wall.LayoutArchive;
import vn.toancanh.wall.LayoutArchive.Version;
import vn.toancanh.wall.LayoutFacts;
import vn.toancanh.wall.LayoutLibrary.Entry;
import vn.toancanh.wall.Unsent;

/**
 * What people do with named layouts at this desk: save what stands on a wall, open, lock and delete layouts, look at their versions,
 * and settle what others saved meanwhile. A wall is never changed but by who asks for it. Lane: DESK.
 */
public final class LayoutDesk implements Handle {
    /** How what stands on a wall stands to what is saved. */
    public enum Standing {
        /** It was never saved. */
        NAMELESS,
        /** It is what was saved. */
        SAVED,
        /** It was changed since. */
        CHANGED,
        /** It is what was saved, and somebody saved another version since. */
        BEHIND
    }

    private final SaveLayouts saves;
    private final LayoutArchive archive;
    private final Supplier<List<WallDesk>> walls;
    private final SessionService sessions;
    private final EditMode editing;
    private final Consumer<Notice> notices;
    private final Map<Object, Runnable> listeners = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final List<Handle> held = new ArrayList<>();

    /**
     * @param walls of all windows
     * @param notices told what others saved; {@code withdraw} what of that is no longer to be said
     */
    public LayoutDesk(
            SaveLayouts saves,
            LayoutArchive archive,
            Supplier<List<WallDesk>> walls,
            SessionService sessions,
            EditMode editing,
            Consumer<Notice> notices,
            Consumer<Notice> withdraw) {
        this.saves = saves;
        this.archive = archive;
        this.walls = walls;
        this.sessions = sessions;
        this.editing = editing;
        this.notices = notices;
        held.add(saves.onChange(this::changed));
        held.add(saves.onRenamed(this::renamed));
        held.add(new LayoutNews(saves, archive, this::onWalls, walls, this::show, notices, withdraw));
        held.add(archive.onNews(any -> changed()));
        held.add(editing.onChange(this::changed));
        held.add(sessions.onChange(state -> asked.clear()));
    }

    public EditMode editing() {
        return editing;
    }

    /** How a wall stands to what was saved of it, as far as that is known here. */
    public Standing standing(WallDesk wall) {
        return standing(wall.wall().layout());
    }

    /** The same of what stands on no wall just now. */
    Standing standing(Layout layout) {
        LayoutId id = layout.id();
        if (id == null) {
            return Standing.NAMELESS;
        }
        Optional<Layout> saved = saves.known(id, layout.version());
        if (saved.isEmpty()) {
            ask(id, layout.version());
        }
        if (saved.isPresent() && !saved.get().shows(layout)) {
            return Standing.CHANGED;
        }
        return saves.newest(id) > layout.version() ? Standing.BEHIND : Standing.SAVED;
    }

    /** A wall that came back with the program: what was saved of it is asked for once. */
    private void ask(LayoutId id, long version) {
        if (asked.add(id + " " + version)) {
            saves.get(id, answer -> changed());
        }
    }

    /** What was saved here of the layout on that wall and is not yet at the server. */
    public Optional<Unsent> unsent(WallDesk wall) {
        LayoutId id = wall.wall().layout().id();
        return id == null ? Optional.empty() : saves.unsent(id);
    }

    /** Saves what stands on a wall as a new version of what it is; false where it is nothing yet and needs a name. */
    public boolean save(WallDesk wall) {
        Layout layout = wall.wall().layout();
        if (layout.id() == null) {
            return false;
        }
        if (wall.changes().allowed()) {
            keep(wall, layout);
        }
        return true;
    }

    /** Saves what stands on a wall as a layout of its own. */
    public void saveAs(WallDesk wall, String name, Layout.Scope scope) {
        if (wall.changes().allowed()) {
            keep(wall, wall.wall().layout().as(null, name, scope, 0));
        }
    }

    private void keep(WallDesk wall, Layout layout) {
        saves.save(layout, answer -> {
            switch (answer) {
                case Outcome.Done<Layout>(Layout mine) -> {
                    wall.changes().saved(mine);
                    if (!offered()) {
                        notices.accept(new Notice("desk.savedHere", List.of()));
                    }
                }
                case Outcome.Failed<Layout>(Failure failure) -> tell(failure);
            }
            changed();
        });
    }

    private void tell(Failure failure) {
        notices.accept(new Notice(failure.textKey(), failure.args()));
    }

    /** False where the server keeps no layouts: what is saved stays on this machine, and nobody else gets it. */
    public boolean offered() {
        return saves.offered();
    }

    /** False where the server locks none. */
    public boolean locksOffered() {
        return offered() && archive.locksOffered();
    }

    /** For whom whoever is signed in may save. */
    public List<Layout.Scope> scopes() {
        return offered() ? ForWhom.scopes(sessions.state()) : List.of(Layout.Scope.PRIVATE);
    }

    /** All layouts, with those that only this desk has. */
    public void list(Consumer<Outcome<List<Entry>>> answer) {
        saves.list(answer);
    }

    /** The versions at the server, newest first. */
    public void history(LayoutId id, Consumer<Outcome<List<Version>>> answer) {
        archive.history(id, answer);
    }

    /** What was saved here and given up for another version, newest first. */
    public List<Unsent> aside(LayoutId id) {
        return saves.aside(id);
    }

    /** What was saved here and the server does not have. */
    public Optional<Unsent> unsent(LayoutId id) {
        return saves.unsent(id);
    }

    /** Opens a layout on a wall; where it cannot be had that is told. */
    public void open(LayoutId id, WallDesk wall) {
        get(id, found -> show(wall, found), failure -> {});
    }

    /** @param failed hears why it cannot be had, beside whoever sits here */
    void get(LayoutId id, Consumer<Layout> had, Consumer<Failure> failed) {
        saves.get(id, answer -> {
            switch (answer) {
                case Outcome.Done<Layout>(Layout found) -> had.accept(found);
                case Outcome.Failed<Layout>(Failure failure) -> {
                    tell(failure);
                    failed.accept(failure);
                }
            }
        });
    }

    void show(WallDesk wall, Layout layout) {
        wall.showLayout(layout);
        changed();
    }

    /** Shows what a version held on a wall; saved there it becomes the newest. */
    public void show(WallDesk wall, Entry newest, Layout version) {
        show(wall, version.as(newest.id(), newest.name(), newest.scope(), newest.version()));
    }

    /** Makes what a version held the newest again; walls stay as they are. */
    public void bringBack(Entry newest, Layout version) {
        if (editing.allows()) {
            saves.save(version.as(newest.id(), newest.name(), newest.scope(), newest.version()), answer -> changed());
        }
    }

    /** Keeps others from changing it, or lets them. */
    public void lock(LayoutId id, boolean on) {
        archive.lock(id, on, answer -> {
            if (answer instanceof Outcome.Failed<LayoutFacts>(Failure failure)) {
                tell(failure);
            }
            changed();
        });
    }

    /** Deletes a layout; a wall on which it stands keeps what it shows. */
    public void delete(Entry entry) {
        if (editing.allows()) {
            saves.delete(entry.id(), entry.version(), answer -> {
                if (answer instanceof Outcome.Failed<LayoutId>(Failure failure)) {
                    tell(failure);
                }
                changed();
            });
        }
    }

    /** What a person must say something to. */
    public List<Unsent> questions() {
        return saves.questions();
    }

    /** Mine, over what is there by now. */
    public void keepMine(LayoutId id) {
        saves.keepMine(id);
    }

    /** Mine, as a layout of its own. */
    public void keepAs(LayoutId id, String name, Layout.Scope scope) {
        saves.keepAs(id, name, scope);
    }

    /** Theirs, also on the walls on which mine stands; mine is kept on this machine. */
    public void keepTheirs(LayoutId id) {
        Version theirs = saves.unsent(id).map(Unsent::theirs).orElse(null);
        saves.keepTheirs(id);
        if (theirs != null) {
            onWalls(id).forEach(wall -> show(wall, theirs.layout()));
        }
    }

    private List<WallDesk> onWalls(LayoutId id) {
        return walls.get().stream()
                .filter(wall -> id.equals(wall.wall().layout().id()))
                .toList();
    }

    private void renamed(SaveLayouts.Renamed what) {
        for (WallDesk wall : onWalls(what.was())) {
            if (wall.wall().layout().version() == what.base()) {
                wall.changes().saved(what.now());
            }
        }
        changed();
    }

    /** Tells when lists, marks or questions may be others than before, until the handle is closed. */
    public Handle onChange(Runnable listener) {
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }

    private void changed() {
        List.copyOf(listeners.values()).forEach(Runnable::run);
    }

    @Override
    public void close() {
        held.forEach(Handle::close);
    }
}

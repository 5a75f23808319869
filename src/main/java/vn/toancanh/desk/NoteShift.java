package vn.toancanh.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.LiveWall;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.shift.CameraWatch;
import vn.toancanh.shift.CameraWatch.Sight;
import vn.toancanh.shift.Happening;
import vn.toancanh.shift.Note;
import vn.toancanh.shift.ShiftBook;

/**
 * Notes for the handover what becomes of the walls and of the cameras on them, by looking now and then: what is there for a
 * moment only is nothing to hand over. Lane: DESK.
 */
public final class NoteShift implements Handle {
    /** So often is looked. */
    static final Duration LOOK = Duration.ofSeconds(2);

    private final ShiftBook book;
    private final CameraWatch cameras;
    private final Supplier<List<OpenWindow>> windows;
    private final StandingOnWalls standing;
    /** By the ids of windows. */
    private final Map<Integer, Layout> known = new HashMap<>();

    private final Map<Integer, WallChanges.Beginning> beginnings = new HashMap<>();
    private final Set<Integer> open;
    private final Handle looking;

    /** @param windows all that are open, also those that are only being made; those that there are now nobody has opened in this shift */
    public NoteShift(
            Lane desk, Clock clock, ShiftBook book, Supplier<List<OpenWindow>> windows, StandingOnWalls standing) {
        this.book = book;
        this.cameras = new CameraWatch(book, clock);
        this.windows = windows;
        this.standing = standing;
        this.open = ids(windows.get());
        this.looking = desk.every(LOOK, this::look);
    }

    private static Set<Integer> ids(List<OpenWindow> windows) {
        return windows.stream().map(OpenWindow::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Looks now. */
    public void look() {
        book.look();
        List<OpenWindow> present = windows.get();
        lookAtWindows(ids(present));
        present.forEach(each -> each.wall().ifPresent(wall -> lookAtLayout(each.id(), wall)));
        cameras.look(present.stream()
                .flatMap(each -> each.wall().stream())
                .flatMap(wall -> sights(wall.live()).stream())
                .toList());
    }

    private void lookAtWindows(Set<Integer> present) {
        for (int window : present) {
            if (open.add(window)) {
                another(window, Map.of());
            }
        }
        for (int window : List.copyOf(open)) {
            if (!present.contains(window)) {
                open.remove(window);
                Layout last = known.remove(window);
                beginnings.remove(window);
                another(window, last == null ? Map.of() : standing.cameras(last));
            }
        }
    }

    private void another(int window, Map<String, String> before) {
        book.stood(window, before);
        book.note(Happening.WALL_CHANGED, Integer.toString(window), "", Note.UNKNOWN);
    }

    private void lookAtLayout(int window, WallDesk wall) {
        Layout now = wall.wall().layout();
        Layout last = known.put(window, now);
        Layout before = begun(window, wall.changes()).orElse(last);
        // What a wall begins with, or has brought back from the last time, nobody has changed.
        if (before != null && wall.touched() && !before.equals(now)) {
            book.stood(window, standing.cameras(before));
            note(window, before, now);
        }
    }

    /** What the wall began with, where that was after the last look. */
    private Optional<Layout> begun(int window, WallChanges changes) {
        return changes.beginning()
                .filter(now -> !now.equals(beginnings.put(window, now)))
                .map(WallChanges.Beginning::layout);
    }

    private void note(int window, Layout before, Layout now) {
        LayoutId id = now.id();
        boolean same = id == null ? before.id() == null && now.name().equals(before.name()) : id.equals(before.id());
        String subject = id == null ? "" : id.value();
        if (id != null && !same && isNew(before, now)) {
            // Until the server has it, it is not saved yet; then its version says so.
            if (now.version() > 0) {
                book.note(Happening.LAYOUT_SAVED, subject, now.name(), Note.UNKNOWN);
            }
        } else if (!same && !now.name().isEmpty()) {
            book.note(Happening.LAYOUT_OPENED, subject, now.name(), Note.UNKNOWN);
        } else if (same && id != null && now.version() > before.version()) {
            book.note(Happening.LAYOUT_SAVED, subject, now.name(), Note.UNKNOWN);
        } else {
            book.note(Happening.WALL_CHANGED, Integer.toString(window), "", Note.UNKNOWN);
        }
    }

    /** True where what stood there was saved under another name for the first time. */
    private static boolean isNew(Layout before, Layout now) {
        return now.version() <= 1
                && now.grid().equals(before.grid())
                && now.cells().equals(before.cells());
    }

    private static List<Sight> sights(LiveWall live) {
        List<Sight> sights = new ArrayList<>();
        for (LiveTile tile : live.tiles()) {
            Boolean there = there(tile);
            if (there != null && tile.content() instanceof CellContent.OfCamera of) {
                sights.add(new Sight(of.camera(), name(tile, of.camera()), there));
            }
        }
        return sights;
    }

    private static String name(LiveTile tile, CameraId camera) {
        return tile.camera().map(known -> known.name()).orElse(camera.value());
    }

    /** Null where nothing can be said of the camera: nobody looks, or nobody may. */
    private static @Nullable Boolean there(LiveTile tile) {
        return switch (tile.state().phase()) {
            // A picture that shows one and the same is one, and may well be what there is to be seen at night.
            case LIVE, LATE, UNCHANGED, REDUCED, QUARANTINED -> true;
            case OPENING, FROZEN, BLACK, RECONNECTING, FAILED -> false;
            case EMPTY, PAUSED, NO_RIGHTS, UNSUPPORTED -> null;
        };
    }

    @Override
    public void close() {
        looking.close();
    }
}

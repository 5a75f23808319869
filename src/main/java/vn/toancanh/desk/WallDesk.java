package vn.toancanh.desk;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.live.LiveWall;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallDiff;
import vn.toancanh.wall.WallEdits;
import vn.toancanh.wall.WallMemory;
import vn.toancanh.wall.WallState;

/**
 * What a person does with the tiles of one wall window, as verbs. Every change is shown at once, keeps the players of the
 * cameras that stay, and is remembered on this machine a moment later. Tiles are counted from 0; a verb about a tile that
 * is not there does nothing. Lane: DESK.
 */
public final class WallDesk implements Handle {
    /** Changes that follow one another faster are remembered once. */
    static final Duration REMEMBER_AFTER = Duration.ofMillis(500);

    /** Of a window whose wall has not been laid out yet. */
    private static final double USUAL_ASPECT = 16 / 9.0;

    private final Lane desk;
    private final LiveWall live;
    private final WallMemory memory;
    private final Map<Object, Consumer<WallState>> listeners = new LinkedHashMap<>();
    private WallState wall;
    private Handle remembering = Handle.NONE;
    private boolean unremembered;
    private boolean touched;
    private double aspect = USUAL_ASPECT;

    /** @param first the empty wall to begin with, until {@link #restore} or a person says otherwise */
    public WallDesk(Lane desk, LiveWall live, WallMemory memory, GridShape first) {
        this.desk = desk;
        this.live = live;
        this.memory = memory;
        this.wall = WallState.empty(first);
        apply(WallDiff.between(new Layout(null, "", Layout.Scope.PRIVATE, first.grid(), List.of(), 0), wall.layout()));
    }

    /** What stands on the wall now. */
    public WallState wall() {
        desk.assertHere();
        return wall;
    }

    /** The players and states behind {@link #wall()}, tile by tile. */
    public LiveWall live() {
        return live;
    }

    /** Tells every later wall until the handle is closed. */
    public Handle onChange(Consumer<WallState> listener) {
        desk.assertHere();
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }

    /**
     * Brings back the wall of the last time, unless somebody has changed this one meanwhile. Call it when the cameras are
     * known; those that are gone keep their tile, which says so.
     *
     * @param known which cameras there are; a wall of none of these is another city's and does not come back
     * @param answer true where a wall came back
     */
    public void restore(Predicate<CameraId> known, Consumer<Boolean> answer) {
        desk.assertHere();
        memory.load(kept -> {
            boolean usable = !touched
                    && kept.filter(wall -> !wall.cells().isEmpty() && !isForeign(wall, known))
                            .isPresent();
            if (usable) {
                change(before -> WallState.of(kept.get()), false);
            }
            answer.accept(usable);
        });
    }

    private static boolean isForeign(Layout kept, Predicate<CameraId> known) {
        List<CameraId> cameras = kept.cells().stream()
                .map(Cell::content)
                .filter(CellContent.OfCamera.class::isInstance)
                .map(content -> ((CellContent.OfCamera) content).camera())
                .toList();
        return !cameras.isEmpty() && cameras.stream().noneMatch(known);
    }

    /** True where somebody has put other contents on this wall than it began with or was brought back. */
    public boolean touched() {
        desk.assertHere();
        return touched;
    }

    /** Shows a whole layout in place of this one. */
    public void showLayout(Layout layout) {
        change(before -> WallState.of(layout), true);
    }

    /** Shows one camera in a tile, in place of what was there. */
    public void showCamera(int tile, CameraId camera) {
        change(before -> before.has(tile) ? WallEdits.place(before, tile, content(camera)) : before, true);
    }

    /** Shows cameras from a tile on; those that find no tile are left out. */
    public void showCameras(int first, List<CameraId> cameras) {
        change(before -> before.has(first) ? WallEdits.fill(before, first, contents(cameras)) : before, true);
    }

    /** Has a camera received that may be shown next, so that it is on the screen at once when it is. */
    public void expect(CameraId camera) {
        live.expect(List.of(camera));
    }

    /** Shows one camera in the selected tile, else in the first empty one, else in the first. */
    public void showCameraWhereItFits(CameraId camera) {
        change(before -> placed(before, camera), true);
    }

    private static WallState placed(WallState before, CameraId camera) {
        if (before.selected() != WallState.NONE) {
            return WallEdits.place(before, before.selected(), content(camera));
        }
        WallState filled = WallEdits.fillEmpty(before, contents(List.of(camera)));
        return filled.equals(before) ? WallEdits.place(before, 0, content(camera)) : filled;
    }

    /** Tells how large the wall is in its window, in pixels of any kind; what is shown together is arranged for that. */
    public void windowIs(double width, double height) {
        desk.assertHere();
        if (width > 0 && height > 0) {
            aspect = width / height;
        }
    }

    /** Gives the wall the shape that fits so many cameras best and shows them from the first tile on. */
    public void showAll(List<CameraId> cameras) {
        change(before -> WallEdits.fill(WallState.empty(fitting(cameras.size())), 0, contents(cameras)), true);
    }

    /**
     * Shows cameras that were chosen together: on a bare wall without a selected tile in the shape that fits them; else the
     * first as {@link #showCameraWhereItFits} does and the others in the empty tiles, and where these are too few, in the
     * shape that fits what was there and what comes. Beyond the largest shape they are left out.
     */
    public void showTogether(List<CameraId> cameras) {
        if (cameras.isEmpty()) {
            return;
        }
        boolean bare = WallEdits.contents(wall).isEmpty() && wall.selected() == WallState.NONE;
        if (bare && cameras.size() > 1) {
            showAll(cameras);
            return;
        }
        change(
                before -> {
                    WallState first = placed(before, cameras.getFirst());
                    List<CellContent> others = contents(cameras.subList(1, cameras.size()));
                    int needed = WallEdits.contents(first).size() + others.size();
                    WallState roomy = needed > first.tiles() ? WallEdits.reshape(first, fitting(needed)) : first;
                    return WallEdits.fillEmpty(roomy, others);
                },
                true);
    }

    private GridShape fitting(int tiles) {
        return GridShape.fitting(tiles, aspect);
    }

    public void swapTiles(int one, int other) {
        change(before -> before.has(one) && before.has(other) ? WallEdits.swap(before, one, other) : before, true);
    }

    public void clearTile(int tile) {
        change(before -> before.has(tile) ? WallEdits.clear(before, tile) : before, true);
    }

    /** Lets one tile fill the window. */
    public void enlargeTile(int tile) {
        change(before -> before.has(tile) ? WallEdits.enlarge(before, tile) : before, true);
    }

    /** Shows all tiles again. */
    public void backFromEnlarged() {
        change(WallEdits::back, true);
    }

    public void changeShape(GridShape shape) {
        change(before -> WallEdits.reshape(before, shape), true);
    }

    /** Selects a tile; {@link WallState#NONE} selects none. */
    public void selectTile(int tile) {
        change(before -> tile == WallState.NONE || before.has(tile) ? WallEdits.select(before, tile) : before, true);
    }

    private void change(UnaryOperator<WallState> edit, boolean byPerson) {
        desk.assertHere();
        WallState before = wall;
        WallState after = edit.apply(before);
        touched |= byPerson && !after.layout().equals(before.layout());
        if (after.equals(before)) {
            return;
        }
        wall = after;
        live.attend(after.enlarged() != WallState.NONE ? after.enlarged() : after.selected());
        if (!after.layout().equals(before.layout())) {
            apply(WallDiff.between(before.layout(), after.layout()));
            if (byPerson) {
                rememberSoon();
            }
        }
        List.copyOf(listeners.values()).forEach(listener -> listener.accept(after));
    }

    private void apply(WallDiff diff) {
        live.rearrange(diff.steps().stream()
                .map(step -> new LiveWall.Slot(step.content(), step.from()))
                .toList());
    }

    private void rememberSoon() {
        unremembered = true;
        remembering.close();
        remembering = desk.after(REMEMBER_AFTER, this::remember);
    }

    private void remember() {
        if (unremembered) {
            unremembered = false;
            memory.save(wall.layout());
        }
    }

    private static CellContent content(CameraId camera) {
        return new CellContent.OfCamera(camera, StreamChoice.AUTO);
    }

    private static List<CellContent> contents(List<CameraId> cameras) {
        return cameras.stream().map(WallDesk::content).toList();
    }

    /** Remembers what is not yet remembered. The live wall is its owner's to close. */
    @Override
    public void close() {
        desk.assertHere();
        remembering.close();
        remember();
        listeners.clear();
    }
}

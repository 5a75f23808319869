package vn.toancanh.desk;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.live.LiveWall;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallEdits;
import vn.toancanh.wall.WallMemory;
import vn.toancanh.wall.WallState;

/**
 * What a person does with the tiles of one wall window, as verbs. Every change is shown at once, keeps the players of the cameras that stay, and is
 * remembered on this machine a moment later. Tiles are counted from 0; a verb about a tile that is not there does nothing. Lane: DESK.
 */
public final class WallDesk implements Handle {
    private final Lane desk;
    private final LiveWall live;
    private final Remembering remembering;
    private final WallChanges changes = new WallChanges(this::wall, this::again, this::tell);
    private final LentTiles lent = new LentTiles(this::wall, this::seenOtherwise, this::put);
    private final HotspotTiles hotspots = new HotspotTiles(this::wall, this::content, this::seenOtherwise, this::put);
    private final SeenWall seen;
    private final Placing placing = new Placing(lent, hotspots);
    private final TileMemory memory = new TileMemory(this::put);
    private final Carousels carousels;
    private final ChosenTiles chosen;
    private WallState wall;
    private boolean touched;
    /** Of a window that has not been laid out yet, at first. */
    private double aspect = 16 / 9.0;

    /** A wall whose carousels nobody but itself stops. */
    public WallDesk(Lane desk, LiveWall live, WallMemory memory, GridShape first) {
        this(desk, live, memory, new RotationSwitch(), first);
    }

    /**
     * @param rotation stops the carousels of all walls
     * @param first the empty wall to begin with, until {@link #restore} or a person says otherwise
     */
    public WallDesk(Lane desk, LiveWall live, WallMemory memory, RotationSwitch rotation, GridShape first) {
        this.desk = desk;
        this.live = live;
        this.carousels = new Carousels(desk, live, rotation, this::wall, lent, this::put, this::seenOtherwise);
        this.seen = new SeenWall(live, lent, carousels, hotspots);
        this.chosen = new ChosenTiles(this::byHand, this::wall, lent, placing, live::camera);
        this.remembering = new Remembering(desk, memory, () -> wall.layout());
        this.wall = WallState.empty(first);
        seen.bring(new Layout(null, "", Layout.Scope.PRIVATE, first.grid(), List.of(), 0), wall);
    }

    /** What people and layouts have put on the wall; what is lent for a while is not in it. */
    public WallState wall() {
        desk.assertHere();
        return wall;
    }

    /** What is seen in a tile: what is lent there, else what the layout has, of a carousel the camera whose turn it is. */
    public CellContent content(int tile) {
        return seen.at(wall, tile);
    }

    /** Tiles that others may have for a while. */
    public LentTiles lent() {
        return lent;
    }

    /** The tiles that are selected, and what is done with all of them. */
    public ChosenTiles chosen() {
        return chosen;
    }

    /** The tiles whose cameras take turns. */
    public Carousels carousels() {
        return carousels;
    }

    /** The tiles that show what is selected elsewhere. */
    public HotspotTiles hotspots() {
        return hotspots;
    }

    /** What the tiles have shown, to go back to. */
    public TileMemory memory() {
        return memory;
    }

    /** What people have changed, to be taken back. */
    public WallChanges changes() {
        return changes;
    }

    private void tell() {
        seen.tell(wall);
    }

    private void again(Layout layout, ChangedBy by) {
        change(before -> by == ChangedBy.SAVING ? before.with(layout) : WallEdits.recall(before, layout), by);
    }

    /** The players and states behind {@link #wall()}, tile by tile. */
    public LiveWall live() {
        return live;
    }

    /** Tells every later wall until the handle is closed. */
    public Handle onChange(Consumer<WallState> listener) {
        desk.assertHere();
        return seen.onChange(listener);
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
        remembering.load(known, kept -> {
            boolean usable = !touched && kept.isPresent();
            if (usable) {
                change(before -> WallState.of(kept.get()), ChangedBy.MEMORY);
            }
            answer.accept(usable);
        });
    }

    /** True where somebody has put other contents on this wall than it began with or was brought back. */
    public boolean touched() {
        desk.assertHere();
        return touched;
    }

    /** Shows a whole layout in place of this one; to open one is no editing. */
    public void showLayout(Layout layout) {
        changes.freely(() -> byHand(before -> WallState.of(layout)));
    }

    /** Shows one camera in a tile, in place of what was there; a hotspot stays one, and shows it until another is selected. */
    public void showCamera(int tile, CameraId camera) {
        byHand(before -> placing.in(before, tile, camera));
        seen.tryAgain(List.of(camera));
    }

    /** Shows cameras from a tile on; those that find no tile are left out. Several pass hotspots over. */
    public void showCameras(int first, List<CameraId> cameras) {
        byHand(before -> placing.from(before, first, cameras));
        seen.tryAgain(cameras);
    }

    /** Has a camera received that may be shown next, so that it is on the screen at once when it is. */
    public void expect(CameraId camera) {
        live.expect(List.of(camera));
    }

    /** Shows one camera in the selected tile, else in the first empty one, else in the first. */
    public void showCameraWhereItFits(CameraId camera) {
        byHand(before -> placing.whereItFits(before, camera));
        seen.tryAgain(List.of(camera));
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
        byHand(before -> placing.alone(cameras, aspect));
    }

    /**
     * Shows cameras that were chosen together: where several tiles are selected in these and, where they are too few, in empty
     * ones; on a bare wall without a selected tile in the shape that fits them; else the first as {@link #showCameraWhereItFits} does and
     * the others in the empty tiles, and where these are too few, in the shape that fits all. Beyond the largest shape they are left out.
     */
    public void showTogether(List<CameraId> cameras) {
        if (cameras.isEmpty()) {
            return;
        }
        boolean bare = WallEdits.contents(wall).isEmpty() && wall.selected() == WallState.NONE;
        byHand(before -> bare && cameras.size() > 1
                ? placing.alone(cameras, aspect)
                : placing.together(before, cameras, aspect));
    }

    /** Shows in a tile what another shows, too, as it is shown there; what is lent there is shown here for good. */
    public void copyTile(int from, int to) {
        byHand(before -> before.has(from) && before.has(to) && from != to
                ? placing.put(before, to, hotspots.forGood(from, content(from)))
                : before);
    }

    /** What is lent in one of them goes along with what it covers. */
    public void swapTiles(int one, int other) {
        byHand(before -> {
            boolean both = before.has(one) && before.has(other) && changes.allowed();
            if (both) {
                lent.swap(one, other);
            }
            return both ? WallEdits.swap(before, one, other) : before;
        });
    }

    /** Clears a tile; from one that is lent only what is lent goes, and what stood there before is back. */
    public void clearTile(int tile) {
        byHand(before -> !before.has(tile) || lent.take(tile, tile + 1) ? before : WallEdits.clear(before, tile));
    }

    /** Lets one tile fill the window. */
    public void enlargeTile(int tile) {
        byHand(before -> before.has(tile) ? WallEdits.enlarge(before, tile) : before);
    }

    /** Shows all tiles again. */
    public void backFromEnlarged() {
        byHand(WallEdits::back);
    }

    public void changeShape(GridShape shape) {
        byHand(before -> WallEdits.reshape(before, shape));
    }

    /** Selects a tile; {@link WallState#NONE} selects none. */
    public void selectTile(int tile) {
        byHand(before -> tile == WallState.NONE || before.has(tile) ? WallEdits.select(before, tile) : before);
        hotspots.selected(tile);
    }

    private void byHand(UnaryOperator<WallState> edit) {
        change(edit, ChangedBy.PERSON);
    }

    private void change(UnaryOperator<WallState> edit, ChangedBy by) {
        desk.assertHere();
        WallState before = wall;
        Layout shown = seen.of(before.layout());
        WallState after = edit.apply(before);
        if (changes.refuses(by, lent.anyTaken() || !before.layout().equals(after.layout()))) {
            lent.refused();
            return;
        }
        boolean another = by != ChangedBy.MEMORY && !after.layout().equals(before.layout());
        touched |= another;
        if (by == ChangedBy.PERSON) {
            changes.changed(before.layout(), after.layout());
        }
        boolean lentOtherwise = lent.follow(before.layout(), after.layout(), by == ChangedBy.HISTORY);
        if (after.equals(before) && !lentOtherwise) {
            return;
        }
        wall = after;
        memory.follow(after.layout());
        carousels.follow(after.layout());
        live.attend(after.enlarged() != WallState.NONE ? after.enlarged() : after.selected());
        if (another) {
            remembering.soon();
        }
        seen.bring(shown, after);
        if (by == ChangedBy.PERSON) {
            hotspots.follow(before, after);
        }
    }

    private void seenOtherwise(Layout before) {
        seen.bring(hotspots.over(carousels.over(before)), wall);
    }

    private void seenOtherwise(Runnable change) {
        Layout before = seen.of(wall.layout());
        change.run();
        seen.bring(before, wall);
    }

    void put(int tile, CellContent content) {
        byHand(before -> placing.put(before, tile, content));
    }

    /** Remembers what is not yet remembered. The live wall is its owner's to close. */
    @Override
    public void close() {
        desk.assertHere();
        changes.end();
        remembering.close();
        carousels.close();
        seen.close();
    }
}

package vn.toancanh.desk;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.wall.WallState;

/**
 * The tiles of one wall that show, in its main stream, whatever camera was selected last. Which camera that is lies over the
 * layout: it is no change of the wall, is not saved, and cannot be taken back. Of a carousel it is the camera whose turn it was
 * when somebody selected it; of a tile that is lent, what is lent there. Lane: DESK.
 */
public final class HotspotTiles {
    private final Supplier<WallState> wall;
    private final IntFunction<CellContent> seen;
    private final Consumer<Runnable> seenOtherwise;
    private final TileMemory.Hand hand;
    private Consumer<CameraId> teller = this::show;
    private @Nullable CameraId camera;

    /**
     * @param seen what is seen in a tile of the wall
     * @param seenOtherwise makes a change after which something else is to be seen
     * @param hand puts something into a tile as a person does
     */
    HotspotTiles(
            Supplier<WallState> wall,
            IntFunction<CellContent> seen,
            Consumer<Runnable> seenOtherwise,
            TileMemory.Hand hand) {
        this.wall = wall;
        this.seen = seen;
        this.seenOtherwise = seenOtherwise;
        this.hand = hand;
    }

    /** True where a wall's layout has a hotspot in a tile, whatever is lent there. */
    static boolean is(WallState wall, int tile) {
        return wall.has(tile) && wall.content(tile) instanceof CellContent.Hotspot;
    }

    /** True where a tile is a hotspot and shows what it is to: nothing is lent there that hides it. */
    public boolean at(int tile) {
        return is(wall.get(), tile) && seen.apply(tile).equals(shown(CellContent.HOTSPOT));
    }

    /** Makes a hotspot of a tile, in place of what was there, or ends it: the camera that it shows stays. */
    public void toggle(int tile) {
        if (is(wall.get(), tile)) {
            hand.put(tile, camera == null ? CellContent.EMPTY : new CellContent.OfCamera(camera, StreamChoice.AUTO));
        } else if (wall.get().has(tile)) {
            hand.put(tile, CellContent.HOTSPOT);
        }
    }

    /** Whom to tell of the camera that is selected on this wall, in place of its own hotspots alone. */
    void tellTo(Consumer<CameraId> all) {
        teller = all;
    }

    /** The camera that all of them show now. */
    void show(CameraId next) {
        if (wall.get().layout().cells().stream().noneMatch(cell -> cell.content() instanceof CellContent.Hotspot)) {
            camera = next;
        } else if (!next.equals(camera)) {
            seenOtherwise.accept(() -> camera = next);
        }
    }

    /** A person selected a tile, perhaps again. */
    void selected(int tile) {
        if (wall.get().has(tile) && !at(tile) && seen.apply(tile) instanceof CellContent.OfCamera of) {
            teller.accept(of.camera());
        }
    }

    /** A person changed the wall. */
    void follow(WallState before, WallState after) {
        int tile = after.selected();
        boolean another = tile != before.selected()
                || (tile != WallState.NONE && !after.content(tile).equals(before.content(tile)));
        if (another) {
            selected(tile);
        }
    }

    /** A person puts a camera into a tile: where that is a hotspot it shows the camera, as if it had been selected. */
    boolean take(int tile, CameraId next) {
        boolean hotspot = at(tile);
        if (hotspot) {
            teller.accept(next);
        }
        return hotspot;
    }

    /** What a hotspot shows as a camera of its own; the content itself where the tile is none. */
    CellContent forGood(int tile, CellContent content) {
        return is(wall.get(), tile) && content instanceof CellContent.OfCamera of
                ? new CellContent.OfCamera(of.camera(), StreamChoice.AUTO)
                : content;
    }

    /** A layout with each hotspot as the camera that it shows. */
    Layout over(Layout layout) {
        if (camera == null
                || layout.cells().stream().noneMatch(cell -> cell.content() instanceof CellContent.Hotspot)) {
            return layout;
        }
        List<Cell> cells = layout.cells().stream()
                .map(cell -> cell.with(shown(cell.content())))
                .toList();
        return new Layout(layout.id(), layout.name(), layout.scope(), layout.grid(), cells, layout.version());
    }

    /** What is seen of what the layout has in a tile. */
    CellContent shown(CellContent content) {
        return content instanceof CellContent.Hotspot && camera != null
                ? new CellContent.OfCamera(camera, StreamChoice.MAIN)
                : content;
    }
}

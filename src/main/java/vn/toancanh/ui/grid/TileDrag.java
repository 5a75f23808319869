package vn.toancanh.ui.grid;

import java.util.Optional;
import java.util.UUID;
import javafx.scene.Scene;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import javafx.stage.Window;
import vn.toancanh.desk.BetweenWalls;
import vn.toancanh.desk.WallDesk;

/**
 * A tile on its way to another, of its own window or of one on another monitor. On the dragboard lies only which it is; the rest is with
 * the scene that it comes from. FX thread.
 */
final class TileDrag {
    private static final DataFormat FORMAT = new DataFormat("application/x-toan-canh-tile");

    private final String id = UUID.randomUUID().toString();
    private final WallDesk desk;
    private final int tile;
    private final boolean copies;

    private TileDrag(WallDesk desk, int tile, boolean copies) {
        this.desk = desk;
        this.tile = tile;
        this.copies = copies;
    }

    /**
     * Puts a tile on the dragboard.
     *
     * @param from the scene that it is in
     * @param copies true where it is to be shown at the other place, too, rather than to change places with what is there
     */
    static void put(Dragboard board, Scene from, WallDesk desk, int tile, boolean copies) {
        TileDrag next = new TileDrag(desk, tile, copies);
        ClipboardContent content = new ClipboardContent();
        content.put(FORMAT, next.id);
        board.setContent(content);
        from.getProperties().put(TileDrag.class, next);
    }

    /** The tile on the dragboard; empty where something else is dragged, or a tile of another program. */
    static Optional<TileDrag> on(Dragboard board) {
        Object id = board.getContent(FORMAT);
        return Window.getWindows().stream()
                .map(Window::getScene)
                .filter(scene -> scene != null)
                .map(scene -> scene.getProperties().get(TileDrag.class))
                .filter(each -> each instanceof TileDrag drag && drag.id.equals(id))
                .map(TileDrag.class::cast)
                .findFirst();
    }

    /** What was dragged from there was let go. */
    static void done(Scene from) {
        from.getProperties().remove(TileDrag.class);
    }

    /** True where it can be put there, were it allowed. */
    boolean canGo(WallDesk to, int there) {
        return desk.equals(to) ? tile != there : copies || BetweenWalls.canSwap(desk, tile, to, there);
    }

    /** Puts it there. */
    void go(WallDesk to, int there) {
        if (desk.equals(to) && copies) {
            to.copyTile(tile, there);
        } else if (desk.equals(to)) {
            to.swapTiles(tile, there);
        } else if (copies) {
            BetweenWalls.copy(desk, tile, to, there);
        } else {
            BetweenWalls.swap(desk, tile, to, there);
        }
    }
}

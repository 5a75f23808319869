package vn.toancanh.ui.grid;

import java.util.List;
import javafx.scene.Node;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.wall.WallState;

/**
 * Where the keyboard is in the grid, which must be seen before a tile is selected, too: then the first tile has a broken
 * frame, since the first arrow leads there. Not after the mouse was used, when nobody looks for the keyboard. FX thread.
 */
final class GridFocus {
    private final Node grid;
    private final WallDesk desk;
    private final List<TileNode> nodes;
    private boolean byKeyboard;

    /** @param nodes the tiles, which come and go */
    GridFocus(Node grid, WallDesk desk, List<TileNode> nodes) {
        this.grid = grid;
        this.desk = desk;
        this.nodes = nodes;
        grid.focusedProperty().addListener((any, before, now) -> {
            byKeyboard = grid.isFocusVisible();
            show();
        });
        grid.focusVisibleProperty().addListener((any, before, now) -> {
            byKeyboard |= now;
            show();
        });
    }

    /** A key was pressed in the grid. */
    void key() {
        byKeyboard = true;
        show();
    }

    /** The mouse was pressed on a tile, which brings the keyboard along. */
    void mouse() {
        byKeyboard = false;
        grid.requestFocus();
    }

    /** Tells the tiles. */
    void show() {
        boolean first = grid.isFocused() && byKeyboard && desk.wall().selected() == WallState.NONE;
        for (int tile = 0; tile < nodes.size(); tile++) {
            nodes.get(tile).point(first && tile == 0);
        }
    }
}

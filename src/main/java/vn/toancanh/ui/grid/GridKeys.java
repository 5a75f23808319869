package vn.toancanh.ui.grid;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.wall.WallState;

/**
 * The keys of the grid: arrows move the selection, Enter and F enlarge and go back, Esc goes back one level, Delete clears.
 * Keys with a modifier are left to others. FX thread.
 */
final class GridKeys {
    private final WallDesk desk;

    GridKeys(WallDesk desk) {
        this.desk = desk;
    }

    void pressed(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        if (act(event.getCode())) {
            event.consume();
        }
    }

    /** Does what the key says; false where it says nothing here. */
    boolean act(KeyCode key) {
        int selected = desk.wall().selected();
        return switch (key) {
            case LEFT -> move(-1, 0);
            case RIGHT -> move(1, 0);
            case UP -> move(0, -1);
            case DOWN -> move(0, 1);
            case ENTER, F -> {
                TileHands.toggle(desk, selected);
                yield true;
            }
            case DELETE, BACK_SPACE -> {
                desk.clearTile(selected);
                yield selected != WallState.NONE;
            }
            case ESCAPE -> back();
            default -> false;
        };
    }

    private boolean back() {
        WallState wall = desk.wall();
        if (wall.enlarged() != WallState.NONE) {
            desk.backFromEnlarged();
            return true;
        }
        if (wall.selected() != WallState.NONE) {
            desk.selectTile(WallState.NONE);
            return true;
        }
        return false;
    }

    private boolean move(int dx, int dy) {
        WallState wall = desk.wall();
        desk.selectTile(wall.selected() == WallState.NONE ? 0 : GridGeometry.beside(wall, wall.selected(), dx, dy));
        return true;
    }
}

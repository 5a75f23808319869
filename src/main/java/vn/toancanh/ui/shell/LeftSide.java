package vn.toancanh.ui.shell;

import java.util.Optional;
import vn.toancanh.wall.GridShape;

/** How much of the left side is there. */
enum LeftSide {
    /** Rail and panel. */
    PANEL,
    /** The rail alone. */
    RAIL,
    /** Nothing: the wall begins at the window's edge. */
    NOTHING;

    private static final int LARGE_WALL = 6;

    /** Of a wall of that shape while nobody has said otherwise: a large one gets the whole window. */
    static LeftSide first(Optional<GridShape> shape) {
        return shape.map(each -> each.grid().columns()).orElse(1) >= LARGE_WALL ? NOTHING : PANEL;
    }

    /** One step less; from nothing back to all of it. */
    LeftSide next() {
        return switch (this) {
            case PANEL -> RAIL;
            case RAIL -> NOTHING;
            case NOTHING -> PANEL;
        };
    }
}

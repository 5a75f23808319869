package vn.toancanh.ui.shell;

/** How much of the left side is there. */
enum LeftSide {
    /** Rail and panel. */
    PANEL,
    /** The rail alone. */
    RAIL,
    /** Nothing: the wall begins at the window's edge. */
    NOTHING;

    /** One step less; from nothing back to all of it. */
    LeftSide next() {
        return switch (this) {
            case PANEL -> RAIL;
            case RAIL -> NOTHING;
            case NOTHING -> PANEL;
        };
    }
}

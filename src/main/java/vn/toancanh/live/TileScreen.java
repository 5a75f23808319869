package vn.toancanh.live;

/** What brings the pictures of a wall to a screen, so that what is said of a tile is true of what people see. Lane: DESK. */
@FunctionalInterface
public interface TileScreen {
    /** Nothing is expected of a tile that cannot be seen. */
    long NOT_SEEN = -1;

    /** Nobody paints the wall: pictures count as soon as they are published. */
    TileScreen NONE = tile -> NOT_SEEN;

    /**
     * A number that is another after each picture of the tile that was brought to the screen; {@link #NOT_SEEN} where the tile or its
     * window cannot be seen, or is not painted yet. Asked several times a second.
     */
    long brought(LiveTile tile);
}

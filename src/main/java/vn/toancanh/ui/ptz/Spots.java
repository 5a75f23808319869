package vn.toancanh.ui.ptz;

import java.util.Optional;
import javafx.geometry.Point2D;

/** Tells what of a camera's own picture is seen at a place of a wall. FX thread. */
@FunctionalInterface
public interface Spots {
    /**
     * Which place of a tile's picture is seen there.
     *
     * @param x from the wall's left edge
     * @param y from its upper edge
     * @return -1 at the picture's left edge to 1 at its right, -1 at its lower edge to 1 at its upper; empty where none is seen
     */
    Optional<Point2D> at(int tile, double x, double y);
}

package vn.toancanh.ui.grid;

import java.time.Duration;
import java.util.List;
import javafx.scene.input.MouseEvent;
import vn.toancanh.base.Clock;
import vn.toancanh.desk.TileMarks;
import vn.toancanh.desk.WallDesk;

/**
 * Holds the turns of a carousel while an alarm is at its tile, while somebody has gone into its picture, and while the pointer
 * is over it: not one that was left lying there. FX thread.
 */
final class CarouselHold {
    /** A pointer that has not moved for so long looks at nothing any more. */
    static final Duration LEFT_LYING = Duration.ofSeconds(30);

    private final TileMarks marks;
    private final Clock clock;
    private final ZoomHands zoom;
    private final List<TileNode> nodes;
    private long movedAt = Long.MIN_VALUE;

    CarouselHold(WallDesk desk, TileMarks marks, ZoomHands zoom, Clock clock, List<TileNode> nodes) {
        this.marks = marks;
        this.zoom = zoom;
        this.clock = clock;
        this.nodes = nodes;
        desk.carousels().holdWhile(this::holds);
    }

    /** To be told of every event of the mouse in the grid. */
    void seen(MouseEvent event) {
        movedAt = clock.nanos();
    }

    private boolean holds(int tile) {
        return marks.at(tile).isPresent() || zoom.isZoomed(tile) || isPointedAt(tile);
    }

    private boolean isPointedAt(int tile) {
        return tile < nodes.size()
                && nodes.get(tile).isHover()
                && movedAt != Long.MIN_VALUE
                && clock.nanos() - movedAt < LEFT_LYING.toNanos();
    }
}

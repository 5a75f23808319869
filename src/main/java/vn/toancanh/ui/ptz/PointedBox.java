package vn.toancanh.ui.ptz;

import java.util.Optional;
import java.util.function.BiFunction;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import vn.toancanh.desk.SteerDesk;

/**
 * What is pointed at in the picture of a steered head: a place that is to come to the middle, or a box that is to fill it. Nothing moves
 * before the hand lets go. FX thread.
 */
final class PointedBox {
    /** Who draws less than that means a place. */
    private static final double LEAST = 8;

    private final SteerDesk steer;
    private final BiFunction<Double, Double, Optional<Point2D>> spots;
    private final Rectangle box = new Rectangle();
    private @Nullable Point2D from;

    /** @param spots which place of the picture is seen at a place of the field, as {@link Spots} has it */
    PointedBox(SteerDesk steer, BiFunction<Double, Double, Optional<Point2D>> spots) {
        this.steer = steer;
        this.spots = spots;
        box.getStyleClass().add("tc-pointed-box");
        box.setMouseTransparent(true);
        box.setManaged(false);
        box.setVisible(false);
    }

    /** What is drawn. */
    Node node() {
        return box;
    }

    boolean isOn() {
        return from != null;
    }

    void begin(double x, double y) {
        from = new Point2D(x, y);
        draw(x, y);
    }

    void draw(double x, double y) {
        Point2D corner = from;
        if (corner != null) {
            box.setX(Math.min(x, corner.getX()));
            box.setY(Math.min(y, corner.getY()));
            box.setWidth(Math.abs(x - corner.getX()));
            box.setHeight(Math.abs(y - corner.getY()));
            box.setVisible(isBox());
        }
    }

    private boolean isBox() {
        return Math.max(box.getWidth(), box.getHeight()) >= LEAST;
    }

    /** The hand lets go: the head turns there. */
    void end() {
        if (from == null) {
            return;
        }
        Optional<Point2D> one = spots.apply(box.getX(), box.getY());
        Optional<Point2D> other = spots.apply(box.getX() + box.getWidth(), box.getY() + box.getHeight());
        boolean all = isBox();
        cancel();
        if (one.isPresent() && other.isPresent()) {
            Point2D middle = one.get().midpoint(other.get());
            Point2D way = one.get().subtract(other.get());
            double share = Math.max(Math.abs(way.getX()), Math.abs(way.getY())) / 2;
            steer.look(middle.getX(), middle.getY(), all ? share : 1);
        }
    }

    /** Nothing is pointed at any more. */
    void cancel() {
        from = null;
        box.setVisible(false);
    }
}

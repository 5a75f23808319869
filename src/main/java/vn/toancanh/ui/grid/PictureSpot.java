package vn.toancanh.ui.grid;

import java.util.Optional;
import javafx.geometry.Point2D;

/**
 * Where what is seen of a picture stands in the camera's own, whatever was cut off, gone into or turned. Pure.
 *
 * @param place where it is seen, device pixels
 * @param source which part of it is seen, in pixels of the picture as it lies after turning
 * @param width of the whole picture as it lies
 * @param height of the whole picture as it lies
 * @param quarters turned to the right by so many quarters, 0 to 3
 */
record PictureSpot(PixelRect place, PixelRect source, int width, int height, int quarters) {
    /**
     * Which place of the camera's own picture is seen there.
     *
     * @return -1 at its left edge to 1 at its right, -1 at its lower edge to 1 at its upper; empty beside what is seen
     */
    Optional<Point2D> at(double x, double y) {
        double u = (x - place.x()) / place.width();
        double v = (y - place.y()) / place.height();
        if (!(u >= 0 && u <= 1 && v >= 0 && v <= 1)) {
            return Optional.empty();
        }
        double right = 2 * (source.x() + u * source.width()) / width - 1;
        double up = 1 - 2 * (source.y() + v * source.height()) / height;
        for (int i = 0; i < quarters; i++) {
            double before = right;
            right = -up;
            up = before;
        }
        return Optional.of(new Point2D(right, up));
    }
}

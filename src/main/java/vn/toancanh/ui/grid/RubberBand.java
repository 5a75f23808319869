package vn.toancanh.ui.grid;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import vn.toancanh.desk.WallDesk;

/** A rectangle that is drawn over tiles and selects those that it touches. FX thread. */
final class RubberBand extends Region {
    private final Node grid;
    private final WallDesk desk;
    private final List<TileNode> nodes;
    private Point2D from = Point2D.ZERO;

    /** @param nodes the tiles, which come and go */
    RubberBand(Node grid, WallDesk desk, List<TileNode> nodes) {
        this.grid = grid;
        this.desk = desk;
        this.nodes = nodes;
        getStyleClass().add("grid-band");
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
        // Tiles are added after it.
        setViewOrder(-1);
    }

    void begin(MouseEvent event) {
        from = grid.sceneToLocal(event.getSceneX(), event.getSceneY());
        setVisible(true);
        drag(event);
    }

    void drag(MouseEvent event) {
        if (!isVisible()) {
            return;
        }
        Point2D to = grid.sceneToLocal(event.getSceneX(), event.getSceneY());
        Bounds drawn = new BoundingBox(
                Math.min(from.getX(), to.getX()),
                Math.min(from.getY(), to.getY()),
                Math.abs(from.getX() - to.getX()),
                Math.abs(from.getY() - to.getY()));
        resizeRelocate(drawn.getMinX(), drawn.getMinY(), drawn.getWidth(), drawn.getHeight());
        Set<Integer> touched = new HashSet<>();
        for (int tile = 0; tile < nodes.size(); tile++) {
            TileNode node = nodes.get(tile);
            if (node.isVisible() && node.getBoundsInParent().intersects(drawn)) {
                touched.add(tile);
            }
        }
        desk.chosen().exactly(touched);
    }

    void end() {
        setVisible(false);
    }
}

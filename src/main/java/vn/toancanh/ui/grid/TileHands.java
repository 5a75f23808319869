package vn.toancanh.ui.grid;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.ui.kit.CameraDrag;
import vn.toancanh.wall.WallState;

/**
 * The mouse on tiles: a click selects, with Ctrl one more, with Shift all as far as there; a double click enlarges and goes
 * back; the wheel goes into the picture, which a drag then moves, and the middle button comes out of it. Otherwise a drag from tile to tile swaps, with Ctrl it copies; from an empty tile, or with Shift, it draws a band that selects. Cameras
 * dropped from a list are shown from that tile on, or in all that are selected. FX thread.
 */
final class TileHands {
    private final WallDesk desk;
    private final RubberBand band;
    private final ZoomHands zoom;
    private final Runnable takeFocus;

    /**
     * @param band what is drawn to select many
     * @param zoom what goes into pictures
     */
    TileHands(WallDesk desk, RubberBand band, ZoomHands zoom, Runnable takeFocus) {
        this.desk = desk;
        this.band = band;
        this.zoom = zoom;
        this.takeFocus = takeFocus;
    }

    /** Makes one tile answer to the mouse. */
    void hold(TileNode node, int tile) {
        node.setOnMousePressed(event -> pressed(event, tile));
        node.setOnMouseClicked(event -> clicked(event, tile));
        node.setOnDragDetected(event -> dragged(event, node, tile));
        node.setOnMouseDragged(event -> {
            band.drag(event);
            zoom.drag(event, node, tile);
        });
        node.setOnMouseReleased(event -> {
            band.end();
            zoom.end();
        });
        node.setOnScroll(event -> zoom.wheel(event, node, tile));
        node.setOnDragOver(event -> over(event, node, tile));
        node.setOnDragExited(event -> node.land(TileNode.Landing.NONE));
        node.setOnDragDropped(event -> dropped(event, tile));
        node.setOnDragDone(event -> {
            if (node.getScene() != null) {
                TileDrag.done(node.getScene());
            }
        });
    }

    private void pressed(MouseEvent event, int tile) {
        takeFocus.run();
        switch (event.getButton()) {
            case BACK -> desk.memory().back(tile);
            case FORWARD -> desk.memory().forward(tile);
            case MIDDLE -> zoom.reset(tile);
            default -> select(event, tile);
        }
    }

    private void select(MouseEvent event, int tile) {
        boolean menuOfMany =
                event.getButton() == MouseButton.SECONDARY && desk.chosen().isOneOfMany(tile);
        if (!chooses(event) && !menuOfMany) {
            desk.selectTile(tile);
        }
    }

    private static boolean chooses(MouseEvent event) {
        return event.getButton() == MouseButton.PRIMARY && (event.isShortcutDown() || event.isShiftDown());
    }

    private void clicked(MouseEvent event, int tile) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        if (event.isShiftDown()) {
            desk.chosen().extendTo(tile);
        } else if (event.isShortcutDown()) {
            desk.chosen().toggle(tile);
        } else if (event.getClickCount() == 2) {
            toggle(desk, tile);
        }
    }

    /** Enlarges a tile that shows something, or goes back. */
    static void toggle(WallDesk desk, int tile) {
        WallState wall = desk.wall();
        if (wall.enlarged() != WallState.NONE) {
            desk.backFromEnlarged();
        } else if (wall.has(tile) && !(desk.content(tile) instanceof CellContent.Empty)) {
            desk.enlargeTile(tile);
        }
    }

    private void dragged(MouseEvent event, TileNode node, int tile) {
        boolean plain = !event.isShiftDown() && !event.isShortcutDown();
        if (event.getButton() != MouseButton.PRIMARY
                || (plain && zoom.begin(event, tile))
                || desk.wall().enlarged() != WallState.NONE) {
            return;
        }
        if (event.isShiftDown() || desk.content(tile) instanceof CellContent.Empty) {
            band.begin(event);
            return;
        }
        // Decided when it begins: while something is dragged, the window system does not tell apart no key and Ctrl
        // everywhere.
        boolean copies = event.isShortcutDown();
        Dragboard board = node.startDragAndDrop(copies ? TransferMode.COPY : TransferMode.MOVE);
        TileDrag.put(board, node.getScene(), desk, tile, copies);
        CameraDrag.show(
                board,
                desk.live()
                        .tiles()
                        .get(tile)
                        .camera()
                        .map(camera -> (copies ? "+  " : "")
                                + (camera.number() == null ? camera.name() : camera.number() + "  " + camera.name()))
                        .orElse(Integer.toString(tile + 1)));
        event.consume();
    }

    private void over(DragEvent event, TileNode node, int tile) {
        boolean cameras = CameraDrag.isOn(event.getDragboard());
        boolean fits = cameras
                || TileDrag.on(event.getDragboard())
                        .filter(each -> each.canGo(desk, tile))
                        .isPresent();
        if (fits) {
            // Also where it is not allowed: whoever lets it go there is told why nothing happens.
            event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
        }
        boolean allowed =
                desk.changes().mayChange() || (cameras && desk.hotspots().at(tile));
        node.land(fits && allowed ? TileNode.Landing.WELCOME : TileNode.Landing.UNWELCOME);
        event.consume();
    }

    private void dropped(DragEvent event, int tile) {
        List<CameraId> cameras = CameraDrag.read(event.getDragboard());
        Optional<TileDrag> dragged = TileDrag.on(event.getDragboard());
        if (!cameras.isEmpty() && desk.chosen().isOneOfMany(tile)) {
            desk.chosen().fill(cameras);
        } else if (!cameras.isEmpty()) {
            desk.showCameras(tile, cameras);
            desk.selectTile(tile);
        } else {
            dragged.ifPresent(each -> each.go(desk, tile));
        }
        event.setDropCompleted(!cameras.isEmpty() || dragged.isPresent());
        event.consume();
    }
}

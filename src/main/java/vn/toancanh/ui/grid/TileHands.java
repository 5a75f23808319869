package vn.toancanh.ui.grid;

import java.util.List;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
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
 * The mouse on tiles: a click selects, a double click enlarges and goes back, a drag from tile to tile swaps, cameras
 * dropped from a list are shown from that tile on. FX thread.
 */
final class TileHands {
    /** A tile on its way to another, by its place. */
    private static final DataFormat TILE = new DataFormat("application/x-toan-canh-tile");

    private final WallDesk desk;
    private final Runnable takeFocus;

    TileHands(WallDesk desk, Runnable takeFocus) {
        this.desk = desk;
        this.takeFocus = takeFocus;
    }

    /** Makes one tile answer to the mouse. */
    void hold(TileNode node, int tile) {
        node.setOnMousePressed(event -> pressed(event, tile));
        node.setOnMouseClicked(event -> clicked(event, tile));
        node.setOnDragDetected(event -> dragged(event, node, tile));
        node.setOnDragOver(event -> over(event, node, tile));
        node.setOnDragExited(event -> node.land(TileNode.Landing.NONE));
        node.setOnDragDropped(event -> dropped(event, tile));
    }

    private void pressed(MouseEvent event, int tile) {
        takeFocus.run();
        if (event.getButton() != MouseButton.MIDDLE) {
            desk.selectTile(tile);
        }
    }

    private void clicked(MouseEvent event, int tile) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && event.isStillSincePress()) {
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
        WallState wall = desk.wall();
        if (event.getButton() != MouseButton.PRIMARY
                || wall.enlarged() != WallState.NONE
                || desk.content(tile) instanceof CellContent.Empty) {
            return;
        }
        Dragboard board = node.startDragAndDrop(TransferMode.MOVE);
        ClipboardContent content = new ClipboardContent();
        content.put(TILE, Integer.toString(tile));
        board.setContent(content);
        CameraDrag.show(
                board,
                desk.live()
                        .tiles()
                        .get(tile)
                        .camera()
                        .map(camera -> camera.number() == null ? camera.name() : camera.number() + "  " + camera.name())
                        .orElse(Integer.toString(tile + 1)));
        event.consume();
    }

    private void over(DragEvent event, TileNode node, int tile) {
        boolean welcome = CameraDrag.isOn(event.getDragboard()) || from(event.getDragboard()) != tile;
        if (CameraDrag.isOn(event.getDragboard())) {
            event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
        } else if (event.getDragboard().hasContent(TILE) && welcome) {
            event.acceptTransferModes(TransferMode.MOVE);
        } else {
            welcome = false;
        }
        node.land(welcome ? TileNode.Landing.WELCOME : TileNode.Landing.UNWELCOME);
        event.consume();
    }

    private void dropped(DragEvent event, int tile) {
        List<CameraId> cameras = CameraDrag.read(event.getDragboard());
        int from = from(event.getDragboard());
        if (!cameras.isEmpty()) {
            desk.showCameras(tile, cameras);
            desk.selectTile(tile);
        } else if (from != WallState.NONE) {
            desk.swapTiles(from, tile);
        }
        event.setDropCompleted(!cameras.isEmpty() || from != WallState.NONE);
        event.consume();
    }

    private static int from(Dragboard board) {
        if (board.getContent(TILE) instanceof String place) {
            try {
                return Integer.parseInt(place);
            } catch (NumberFormatException foreign) {
                return WallState.NONE;
            }
        }
        return WallState.NONE;
    }
}

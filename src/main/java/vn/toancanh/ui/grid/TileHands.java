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
 * The mouse on tiles: a click selects, with Ctrl one more, with Shift all as far as there; a double click enlarges and goes
 * back; the wheel goes into the picture, which a drag then moves, and the middle button comes out of it. Otherwise a drag from tile to tile swaps, with Ctrl it copies; from an empty tile, or with Shift, it draws a band that selects. Cameras
 * dropped from a list are shown from that tile on, or in all that are selected. FX thread.
 */
final class TileHands {
    /** A tile on its way to another, by its place. */
    private static final DataFormat TILE = new DataFormat("application/x-toan-canh-tile");

    /** Before the place of a tile that is to be shown at the other, too. */
    private static final String COPY = "copy ";

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
        ClipboardContent content = new ClipboardContent();
        content.put(TILE, copies ? COPY + tile : Integer.toString(tile));
        board.setContent(content);
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
        boolean welcome = CameraDrag.isOn(event.getDragboard()) || from(event.getDragboard()) != tile;
        if (CameraDrag.isOn(event.getDragboard())) {
            event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
        } else if (event.getDragboard().hasContent(TILE) && welcome) {
            event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
        } else {
            welcome = false;
        }
        node.land(welcome ? TileNode.Landing.WELCOME : TileNode.Landing.UNWELCOME);
        event.consume();
    }

    private void dropped(DragEvent event, int tile) {
        List<CameraId> cameras = CameraDrag.read(event.getDragboard());
        int from = from(event.getDragboard());
        if (!cameras.isEmpty() && desk.chosen().isOneOfMany(tile)) {
            desk.chosen().fill(cameras);
        } else if (!cameras.isEmpty()) {
            desk.showCameras(tile, cameras);
            desk.selectTile(tile);
        } else if (from != WallState.NONE && copies(event.getDragboard())) {
            desk.copyTile(from, tile);
        } else if (from != WallState.NONE) {
            desk.swapTiles(from, tile);
        }
        event.setDropCompleted(!cameras.isEmpty() || from != WallState.NONE);
        event.consume();
    }

    private static boolean copies(Dragboard board) {
        return board.getContent(TILE) instanceof String place && place.startsWith(COPY);
    }

    private static int from(Dragboard board) {
        if (board.getContent(TILE) instanceof String place) {
            try {
                return Integer.parseInt(place.startsWith(COPY) ? place.substring(COPY.length()) : place);
            } catch (NumberFormatException foreign) {
                return WallState.NONE;
            }
        }
        return WallState.NONE;
    }
}

package vn.toancanh.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import vn.toancanh.model.CameraId;

/** Cameras on their way from a list to a tile: the drag format that all rooms share. FX thread. */
public final class CameraDrag {
    /** Camera ids, one a line. */
    public static final DataFormat FORMAT = new DataFormat("application/x-toan-canh-cameras");

    private CameraDrag() {}

    /** Puts the cameras on the dragboard, in order. */
    public static void put(Dragboard board, List<CameraId> cameras) {
        ClipboardContent content = new ClipboardContent();
        content.put(
                FORMAT, String.join("\n", cameras.stream().map(CameraId::value).toList()));
        board.setContent(content);
    }

    /** The cameras on the dragboard, in order; empty where something else is dragged. */
    public static List<CameraId> read(Dragboard board) {
        if (!(board.getContent(FORMAT) instanceof String lines)) {
            return List.of();
        }
        List<CameraId> cameras = new ArrayList<>();
        for (String line : lines.split("\n", -1)) {
            if (!line.isBlank() && line.length() <= 64) {
                cameras.add(new CameraId(line));
            }
        }
        return cameras;
    }

    /** True where cameras are dragged; cheap, for drag-over. */
    public static boolean isOn(Dragboard board) {
        return board.hasContent(FORMAT);
    }
}

package vn.toancanh.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import javafx.scene.layout.Background;
import javafx.scene.layout.Border;
import vn.toancanh.model.CameraId;

/** Cameras on their way from a list to a tile: the drag format that all rooms share. FX thread. */
public final class CameraDrag {
    /** Camera ids, one a line. */
    public static final DataFormat FORMAT = new DataFormat("application/x-toan-canh-cameras");

    private static final double WIDEST = 280;

    private CameraDrag() {}

    /**
     * Puts the cameras on the dragboard, in order.
     *
     * @param words what the pointer carries along
     */
    public static void put(Dragboard board, List<CameraId> cameras, String words) {
        ClipboardContent content = new ClipboardContent();
        content.put(
                FORMAT, String.join("\n", cameras.stream().map(CameraId::value).toList()));
        board.setContent(content);
        show(board, words);
    }

    /** Lets the pointer carry words along, in place of the system's sheet of paper. */
    public static void show(Dragboard board, String words) {
        Palette palette = Theme.NIGHT.palette();
        Label chip = new Label(words);
        chip.setFont(Fonts.text(Tokens.TYPE_13));
        chip.setTextFill(palette.of(Palette.Tone.TEXT));
        chip.setPadding(new Insets(Tokens.SPACE_4, Tokens.SPACE_12, Tokens.SPACE_4, Tokens.SPACE_12));
        chip.setBackground(Background.fill(palette.of(Palette.Tone.RAISED)));
        chip.setBorder(Border.stroke(palette.of(Palette.Tone.ACCENT)));
        chip.setMaxWidth(WIDEST);
        // A scene of its own lays it out; it is never shown.
        Scene scene = new Scene(new Group(chip), palette.of(Palette.Tone.RAISED));
        board.setDragView(scene.snapshot(null), -Tokens.SPACE_12, -Tokens.SPACE_12);
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

package vn.toancanh.ui.grid;

import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.StreamChoice;

/** The lines of a tile's menu about the stream that its camera is shown by. FX thread. */
public final class StreamMenu {
    private final WallDesk desk;
    private final Texts texts;

    StreamMenu(WallDesk desk, Texts texts) {
        this.desk = desk;
        this.texts = texts;
    }

    /** Which stream a tile shows; what is chosen is for all tiles that are selected with it. The key stands at what it would choose. */
    Menu menu(int tile) {
        Menu menu = new Menu(texts.get("grid.stream"));
        CellContent.OfCamera shown =
                !desk.lent().has(tile) && desk.wall().content(tile) instanceof CellContent.OfCamera of ? of : null;
        StreamChoice now = shown == null ? StreamChoice.AUTO : shown.choice();
        for (StreamChoice choice : StreamChoice.values()) {
            RadioMenuItem item = new RadioMenuItem(texts.get(words(choice)));
            item.setSelected(choice == now);
            if (choice == now.next()) {
                item.setAccelerator(new KeyCodeCombination(KeyCode.L));
            }
            item.setOnAction(event -> desk.chosen().stream(choice));
            menu.getItems().add(item);
        }
        menu.setDisable(shown == null || !desk.chosen().hasStreams(shown.camera()));
        return menu;
    }

    /** The text key of a choice. */
    public static String words(StreamChoice choice) {
        return switch (choice) {
            case AUTO -> "grid.streamAuto";
            case MAIN -> "grid.streamMain";
            case SUB -> "grid.streamSub";
        };
    }
}

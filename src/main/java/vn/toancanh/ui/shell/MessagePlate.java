package vn.toancanh.ui.shell;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.NodeSigns;
import vn.toancanh.desk.PaletteAction;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;

/** Words from another desk over the tiles of a wall's window, with who says so; whoever stands there may take them away. FX thread. */
final class MessagePlate extends HBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final double WIDEST = 900;

    private final Texts texts;
    private final NodeSigns signs;
    private final int window;
    private final Label words = new Label();
    private final Label from = new Label();
    private Handle following = Handle.NONE;

    /** @param window id of the window that it is on */
    MessagePlate(Texts texts, NodeSigns signs, int window) {
        super(Tokens.SPACE_16);
        this.texts = texts;
        this.signs = signs;
        this.window = window;
        getStyleClass().add("tc-message-plate");
        getStylesheets().add(Theme.sheet(MessagePlate.class, "callup.css"));
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        // What lies below can be clicked all around the button.
        setPickOnBounds(false);
        words.setWrapText(true);
        words.setMaxWidth(WIDEST);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMouseTransparent(true);
        words.getStyleClass().addAll("tc-strong", "tc-words");
        from.setMouseTransparent(true);
        from.getStyleClass().add("tc-figures");
        Button read = new Button(null, Icons.CLOSE.at(Tokens.ICON_20));
        read.getStyleClass().addAll("tc-quiet", "tc-icon-only");
        read.setFocusTraversable(false);
        read.setAccessibleText(texts.get("walls.messageRead"));
        read.setTooltip(Tips.of(texts.get("walls.messageRead"), ""));
        read.setOnAction(event -> signs.read(window));
        VBox text = new VBox(Tokens.SPACE_4, words, from);
        text.setMouseTransparent(true);
        getChildren().addAll(Icons.INFORMATION.at(Tokens.ICON_20), text, read);
        sceneProperty().addListener((any, before, now) -> {
            following.close();
            following = now == null ? Handle.NONE : signs.onChange(this::show);
            show();
        });
    }

    /** The same for whoever has no mouse, by the command palette, while words stand there. */
    List<PaletteAction> actions() {
        return signs.message(window).isPresent()
                ? List.of(new PaletteAction(
                        "walls.messageRead", texts.get("walls.messageReadHere"), "", () -> signs.read(window)))
                : List.of();
    }

    private void show() {
        Optional<NodeSigns.Message> message = signs.message(window);
        setVisible(message.isPresent());
        setManaged(message.isPresent());
        message.ifPresent(said -> {
            words.setText(said.text());
            String who = said.desk().isEmpty() ? said.by() : texts.get("walls.byDesk", said.by(), said.desk());
            from.setText(
                    texts.get("walls.messageFrom", who, TIME.format(said.since().atZone(ZoneId.systemDefault()))));
            setAccessibleText(said.text());
        });
    }
}

package vn.toancanh.ui.shell;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.NodeSigns;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.kit.Tokens;

/** Which screen of its wall a window is, to be read across a room, for as long as somebody elsewhere asks. Lets the mouse through. FX thread. */
final class NumberCard extends VBox {
    private final Texts texts;
    private final NodeSigns signs;
    private final int window;
    private final Label number = new Label();
    private final Label name = new Label();
    private Handle following = Handle.NONE;

    /** @param window id of the window that it is on */
    NumberCard(Texts texts, NodeSigns signs, int window) {
        super(Tokens.SPACE_4);
        this.texts = texts;
        this.signs = signs;
        this.window = window;
        getStyleClass().add("tc-number-card");
        getStylesheets().add(Theme.sheet(NumberCard.class, "callup.css"));
        setAlignment(Pos.CENTER);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMouseTransparent(true);
        number.getStyleClass().addAll("tc-strong", "tc-figures", "tc-number");
        name.getStyleClass().add("tc-medium");
        getChildren().addAll(number, name);
        sceneProperty().addListener((any, before, now) -> {
            following.close();
            following = now == null ? Handle.NONE : signs.onChange(this::show);
            show();
        });
    }

    private void show() {
        Optional<NodeSigns.Which> which = signs.number(window);
        setVisible(which.isPresent());
        setManaged(which.isPresent());
        which.ifPresent(each -> {
            number.setText(Integer.toString(each.number()));
            name.setText(texts.get("walls.whichScreen", each.wall(), each.screen()));
        });
    }
}

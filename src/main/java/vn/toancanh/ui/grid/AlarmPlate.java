package vn.toancanh.ui.grid;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.toancanh.base.Texts;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Tokens;

/**
 * What a tile says of the alarm that stands in it: what happened, how urgent, since when, and how the tile goes back. It lies
 * at the tile's foot; only the plate takes the mouse, and of it only the buttons do anything. FX thread.
 */
final class AlarmPlate extends VBox {
    private static final PseudoClass CALLING = PseudoClass.getPseudoClass("calling");
    private static final PseudoClass BEAT = PseudoClass.getPseudoClass("beat");

    /** Below this width there is no room for buttons; the keys are named instead. */
    private static final double FOR_BUTTONS = 420;

    private final Label title = new Label();
    private final Label facts = new Label();
    private final Label way = new Label();
    private final Label keys = new Label();
    private final Button back = new Button();
    private final Button keep = new Button();
    private final HBox buttons = new HBox(Tokens.SPACE_4, back, keep);
    private boolean borrowed;
    private double width;

    AlarmPlate(Texts texts, Runnable goBack, Runnable stay) {
        getStyleClass().add("alarm-plate");
        StackPane bell = new StackPane(Icons.ALARMS.at(Tokens.ICON_16));
        bell.getStyleClass().add("alarm-bell");
        title.getStyleClass().add("alarm-title");
        way.getStyleClass().add("alarm-way");
        keys.setText(texts.get("grid.alarmKeys"));
        keys.setMinWidth(USE_PREF_SIZE);
        back.setText(texts.get("grid.alarmBack") + "  B");
        keep.setText(texts.get("grid.alarmKeep") + "  K");
        back.setOnAction(event -> goBack.run());
        keep.setOnAction(event -> stay.run());
        for (Button each : new Button[] {back, keep}) {
            each.setFocusTraversable(false);
            each.setMinWidth(USE_PREF_SIZE);
        }
        for (Label each : new Label[] {title, facts, way}) {
            each.setMinWidth(0);
            each.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(each, Priority.ALWAYS);
        }
        HBox head = new HBox(Tokens.SPACE_8, bell, title);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox foot = new HBox(Tokens.SPACE_8, way, keys, buttons);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head, facts, foot);
        setManaged(false);
    }

    void show(AlarmWords words, boolean isBorrowed, boolean calling) {
        set(title, words.title());
        set(facts, words.facts());
        set(way, words.way());
        borrowed = isBorrowed;
        pseudoClassStateChanged(CALLING, calling);
        offer();
    }

    /** On and off once in two seconds, while nobody has accepted. */
    void beat(boolean on) {
        pseudoClassStateChanged(BEAT, on);
    }

    /** Lies at the foot of a tile of that size; gives the height it takes. */
    double layIn(double tileWidth, double tileHeight) {
        if (width != tileWidth) {
            width = tileWidth;
            offer();
        }
        String size = TileScale.of(tileWidth).styleClass();
        if (!getStyleClass().contains(size)) {
            getStyleClass().setAll("alarm-plate", size);
            applyCss();
        }
        // Within the tile's frame.
        double inside = tileWidth - 2 * Tokens.SELECTION_WIDTH;
        double height = Math.min(Math.ceil(prefHeight(inside)), tileHeight - 2 * Tokens.SELECTION_WIDTH);
        resizeRelocate(Tokens.SELECTION_WIDTH, tileHeight - Tokens.SELECTION_WIDTH - height, inside, height);
        return height + Tokens.SELECTION_WIDTH;
    }

    private void offer() {
        there(buttons, borrowed && width >= FOR_BUTTONS);
        there(keys, borrowed && width < FOR_BUTTONS);
    }

    private static void there(javafx.scene.Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private static void set(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
        }
    }
}

package vn.toancanh.ui.ptz;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import vn.toancanh.base.Texts;
import vn.toancanh.ptz.HeadPlace;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;

/** One preset: number, name, lock, and what can be done with it. Clicking it has the head go there. FX thread. */
final class PresetCell extends ListCell<HeadPlace> {
    private static final double NUMBER_WIDTH = 32;

    /** What is done with a preset. */
    interface Hands {
        /** Whether whoever is signed in may change it. */
        boolean mayChange();

        void go(HeadPlace place);

        void replace(HeadPlace place);

        void rename(HeadPlace place);

        void lock(HeadPlace place, boolean locked);

        void remove(HeadPlace place);
    }

    private final Texts texts;
    private final Hands hands;
    private final Label number = new Label();
    private final Label name = new Label();
    private final FontIcon lock = Icons.LOCKED.at(Tokens.ICON_16);
    private final Button more = new Button();
    private final HBox line = new HBox(Tokens.SPACE_8, number, name, lock, more);

    PresetCell(Texts texts, Hands hands) {
        this.texts = texts;
        this.hands = hands;
        number.getStyleClass().add("tc-strong");
        number.setMinWidth(NUMBER_WIDTH);
        number.setAlignment(Pos.CENTER_RIGHT);
        // As wide as the list: a long name is shortened, and what follows it stays in reach.
        setPrefWidth(0);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        line.setAlignment(Pos.CENTER_LEFT);
        more.setGraphic(Icons.EDITING.at(Tokens.ICON_16));
        more.getStyleClass().addAll("tc-quiet", "tc-icon-only");
        more.setAccessibleText(texts.get("ptz.presetChange"));
        more.setTooltip(Tips.of(texts.get("ptz.presetChange"), ""));
        more.setFocusTraversable(false);
        more.setOnAction(event -> menu().show(more, Side.BOTTOM, 0, 0));
        setOnMouseClicked(event -> {
            HeadPlace place = getItem();
            if (place != null && event.getButton() == MouseButton.PRIMARY) {
                hands.go(place);
                event.consume();
            }
        });
        setFocusTraversable(false);
    }

    @Override
    protected void updateItem(HeadPlace place, boolean empty) {
        super.updateItem(place, empty);
        if (empty || place == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        number.setText(place.number() == null ? "–" : place.number().toString());
        name.setText(SteeringWords.name(place, texts));
        name.getStyleClass().remove("tc-dim");
        if (place.name().isEmpty()) {
            name.getStyleClass().add("tc-dim");
        }
        lock.setVisible(place.locked());
        lock.setManaged(place.locked());
        boolean may = hands.mayChange() && place.changeable();
        more.setVisible(may);
        more.setManaged(may);
        setGraphic(line);
        setAccessibleText(number.getText() + " " + name.getText()
                + (place.locked() ? ", " + texts.get("ptz.presetLockedShort") : ""));
    }

    /** Of a preset that is locked nothing is offered but to unlock it. */
    private ContextMenu menu() {
        HeadPlace place = getItem();
        List<MenuItem> lines = new ArrayList<>();
        if (!place.locked()) {
            lines.add(line("ptz.presetReplace", () -> hands.replace(place)));
            lines.add(line("ptz.presetRename", () -> hands.rename(place)));
        }
        lines.add(
                line(place.locked() ? "ptz.presetUnlock" : "ptz.presetLock", () -> hands.lock(place, !place.locked())));
        if (!place.locked()) {
            lines.add(line("ptz.presetRemove", () -> hands.remove(place)));
        }
        return new ContextMenu(lines.toArray(MenuItem[]::new));
    }

    private MenuItem line(String textKey, Runnable action) {
        MenuItem made = new MenuItem(texts.get(textKey));
        made.setOnAction(event -> action.run());
        return made;
    }
}

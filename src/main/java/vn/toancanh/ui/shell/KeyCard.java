package vn.toancanh.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.toancanh.base.Texts;
import vn.toancanh.ui.administration.AdministrationView;
import vn.toancanh.ui.alarms.AlarmsView;
import vn.toancanh.ui.grid.GridView;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.KeyHint;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.ptz.SteeringLayer;
import vn.toancanh.ui.tree.CameraTreeView;

/** All keys that lead somewhere and what they do, over the wall, which goes on behind. */
final class KeyCard extends StackPane {
    private final Texts texts;
    private final Button shut;

    /** @param close takes it away */
    KeyCard(Texts texts, ShellActions actions, Runnable close) {
        this.texts = texts;
        getStyleClass().add("tc-key-cover");
        Label title = new Label(texts.get("shell.keys"));
        title.getStyleClass().addAll("tc-strong", "tc-large");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        shut = new Button(null, Icons.CLOSE.at(Tokens.ICON_20));
        shut.getStyleClass().addAll("tc-quiet", "tc-icon-only");
        shut.setAccessibleText(texts.get("shell.close"));
        shut.setTooltip(Tips.of(texts.get("shell.close"), "Esc"));
        shut.setOnAction(event -> close.run());
        HBox head = new HBox(title, between, shut);
        head.setAlignment(Pos.CENTER_LEFT);
        // Each in one pane, so that the words of its lists begin on one line; close together, for screens of 720 lines.
        GridPane window = new GridPane(Tokens.SPACE_16, Tokens.SPACE_4);
        add(window, "shell.keysWindow", ShellKeys.hints(actions));
        add(window, "shell.keysTree", CameraTreeView.KEYS);
        GridPane tiles = new GridPane(Tokens.SPACE_16, Tokens.SPACE_4);
        List<KeyHint> grid = new ArrayList<>(GridView.keys(actions.hasAlarms()));
        if (actions.hasHeads()) {
            grid.addAll(SteeringLayer.KEYS);
        }
        if (actions.hasSticks()) {
            grid.add(ShellKeys.STICKS_HINT);
        }
        add(tiles, "shell.keysGrid", grid);
        if (actions.hasAlarms()) {
            add(tiles, "shell.keysAlarms", AlarmsView.keys(actions.mayTakeAlarms()));
        }
        if (actions.doors().people()) {
            add(tiles, "administration.title", AdministrationView.KEYS);
        }
        HBox columns = new HBox(2 * Tokens.SPACE_24, window, tiles);
        VBox card = new VBox(Tokens.SPACE_8, head, columns);
        card.getStyleClass().add("tc-key-card");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(card);
    }

    /** Brings the keyboard to it. */
    void takeFocus() {
        shut.requestFocus();
    }

    private void add(GridPane lines, String titleKey, List<KeyHint> hints) {
        Label title = new Label(texts.get(titleKey));
        title.getStyleClass().addAll("tc-dim", "tc-strong");
        GridPane.setMargin(title, new Insets(lines.getRowCount() == 0 ? 0 : Tokens.SPACE_8, 0, 0, 0));
        lines.add(title, 0, lines.getRowCount(), 2, 1);
        for (KeyHint hint : hints) {
            Label keys = new Label(hint.keysIn(texts));
            keys.getStyleClass().addAll("tc-key", "tc-figures");
            keys.setMinWidth(USE_PREF_SIZE);
            GridPane.setHalignment(keys, HPos.LEFT);
            GridPane.setValignment(keys, VPos.CENTER);
            Label does = new Label(texts.get(hint.textKey()));
            does.setMinWidth(USE_PREF_SIZE);
            lines.addRow(lines.getRowCount(), keys, does);
        }
    }
}

package vn.toancanh.ui.shell;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.PaletteAction;
import vn.toancanh.desk.WallNode;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;

/** Who has put what a window shows there, from which desk and since when; ends it, for whoever may. FX thread. */
final class ControlPlate extends HBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Texts texts;
    private final WallNode node;
    private final int window;
    private final Label words = new Label();
    private final Button end;
    private Handle following = Handle.NONE;

    /** @param window id of the window that it is on */
    ControlPlate(Texts texts, WallNode node, int window) {
        super(Tokens.SPACE_8);
        this.texts = texts;
        this.node = node;
        this.window = window;
        getStyleClass().add("tc-control-plate");
        getStylesheets().add(Theme.sheet(ControlPlate.class, "callup.css"));
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        // What lies below can be clicked all around the button.
        setPickOnBounds(false);
        words.setMouseTransparent(true);
        words.getStyleClass().addAll("tc-strong", "tc-figures");
        end = new Button(texts.get("walls.end"), Icons.CLOSE.at(Tokens.ICON_16));
        end.getStyleClass().add("tc-quiet");
        end.setFocusTraversable(false);
        end.setTooltip(Tips.of(texts.get("walls.endTip"), ""));
        end.setOnAction(event -> end());
        getChildren().addAll(Icons.MONITORS.at(Tokens.ICON_16), words, end);
        sceneProperty().addListener((any, before, now) -> {
            following.close();
            following = now == null ? Handle.NONE : node.onChange(this::show);
            show();
        });
    }

    private void end() {
        end.setDisable(true);
        node.end(failure -> {
            end.setDisable(false);
            failure.ifPresent(why -> words.setText(texts.of(why)));
        });
    }

    /** The same for whoever has no mouse, by the command palette, while it may be done. */
    List<PaletteAction> actions() {
        return node.plate(window).isPresent() && node.mayEnd()
                ? List.of(new PaletteAction("walls.end", texts.get("walls.end"), "", this::end))
                : List.of();
    }

    private void show() {
        Optional<WallNode.Plate> plate = node.plate(window);
        setVisible(plate.isPresent());
        setManaged(plate.isPresent());
        plate.ifPresent(said -> words.setText(sentence(said)));
        boolean mayEnd = plate.isPresent() && node.mayEnd();
        end.setVisible(mayEnd);
        end.setManaged(mayEnd);
    }

    private String sentence(WallNode.Plate said) {
        String who = said.desk().isEmpty() ? said.by() : texts.get("walls.byDesk", said.by(), said.desk());
        String since = TIME.format(said.since().atZone(ZoneId.systemDefault()));
        return said.name().isEmpty()
                ? texts.get("walls.controlled", who, since)
                : texts.get("walls.controlledScene", who, since, said.name());
    }
}

package vn.toancanh.ui.shell;

import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.PaletteAction;
import vn.toancanh.desk.PaletteDesk;
import vn.toancanh.desk.PaletteEntry;
import vn.toancanh.desk.PaletteEntry.OfAction;
import vn.toancanh.desk.PaletteEntry.OfCamera;
import vn.toancanh.desk.PaletteEntry.OfLayout;
import vn.toancanh.desk.PaletteEntry.OfSalvo;
import vn.toancanh.desk.PaletteEntry.OfSite;
import vn.toancanh.model.Camera;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.wall.LayoutLibrary;

/** A line of the command palette: number and name at the left, what it is or which key does it at the right. */
final class PaletteCell extends ListCell<PaletteEntry> {
    private static final PseudoClass TAKEN = PseudoClass.getPseudoClass("taken");

    private final Texts texts;
    private final Set<Camera> taken;
    private final Label number = new Label();
    private final Label name = new Label();
    private final Label kind = new Label();
    private final HBox line = new HBox(Tokens.SPACE_8, number, name, kind);

    /**
     * @param taken cameras that are shown together when Enter is pressed
     * @param clicked a line was clicked, and selected by that
     */
    PaletteCell(Texts texts, Set<Camera> taken, Runnable clicked) {
        this.texts = texts;
        this.taken = taken;
        number.getStyleClass().addAll("tc-figures", "tc-accent-text");
        number.setMinWidth(USE_PREF_SIZE);
        kind.getStyleClass().addAll("tc-dim", "tc-small");
        kind.setMinWidth(USE_PREF_SIZE);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
        line.setPrefWidth(1);
        setOnMouseClicked(event -> {
            if (!isEmpty() && event.getButton() == MouseButton.PRIMARY) {
                clicked.run();
            }
        });
    }

    @Override
    protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        boolean chosen = entry instanceof OfCamera(Camera camera) && taken.contains(camera);
        pseudoClassStateChanged(TAKEN, chosen);
        if (empty || entry == null) {
            setGraphic(null);
            return;
        }
        switch (entry) {
            case OfCamera(Camera camera) -> {
                Integer own = camera.number();
                say(own == null ? "" : own.toString(), camera.name(), texts.get("shell.paletteCamera"));
            }
            case OfSite(var site, int cameras) -> {
                int shown = cameras > PaletteDesk.MOST_AT_ONCE ? PaletteDesk.MOST_AT_ONCE : 0;
                say("", site.name(), texts.get("shell.palettePlace", cameras, shown));
            }
            case OfLayout(LayoutLibrary.Entry layout) -> say("", layout.name(), texts.get("shell.paletteLayout"));
            case OfSalvo(var salvo) ->
                say(
                        "",
                        texts.get("shell.callUpSalvo", Integer.toString(salvo.number())),
                        texts.get("shell.paletteSalvo", salvo.cameras().size()));
            case OfAction(PaletteAction action) ->
                say("", action.words(), action.keys().isEmpty() ? texts.get("shell.paletteAction") : action.keys());
        }
        number.setGraphic(chosen ? Icons.TAKEN.at(Tokens.ICON_16) : null);
        setGraphic(line);
    }

    private void say(String newNumber, String newName, String newKind) {
        number.setText(newNumber);
        boolean some = !newNumber.isEmpty();
        number.setVisible(some);
        number.setManaged(some);
        name.setText(newName);
        kind.setText(newKind);
        setAccessibleText((newNumber + " " + newName + ", " + newKind).strip());
    }
}

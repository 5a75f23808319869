package vn.toancanh.ui.shell;

import java.time.Duration;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.EditMode;
import vn.toancanh.desk.WallChanges;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.kit.Tokens;

/**
 * On every monitor's window, while edit mode is off: that it is, and to whoever tries to change something there why nothing happens. On a wall
 * that nobody sits at only the latter. Lets the mouse through. FX thread.
 */
final class EditPlate extends Label {
    /** As long as the sentence takes to be read twice. */
    static final Duration WHY = Duration.ofSeconds(6);

    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final Texts texts;
    private final EditMode editing;
    private final WallChanges changes;
    private final Lane desk;
    private Handle switching = Handle.NONE;
    private Handle refusing = Handle.NONE;
    private Handle calming = Handle.NONE;

    /** @param changes of the wall that it is on */
    EditPlate(Texts texts, EditMode editing, WallChanges changes, Lane desk) {
        this.texts = texts;
        this.editing = editing;
        this.changes = changes;
        this.desk = desk;
        getStyleClass().add("tc-edit-plate");
        getStylesheets().add(Theme.sheet(EditPlate.class, "callup.css"));
        setGraphic(Icons.FIXED.at(Tokens.ICON_16));
        setGraphicTextGap(Tokens.SPACE_8);
        setAlignment(Pos.CENTER_LEFT);
        setMouseTransparent(true);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        sceneProperty().addListener((any, before, now) -> follow(now != null));
        calm();
    }

    private void follow(boolean on) {
        switching.close();
        refusing.close();
        calming.close();
        if (on) {
            switching = editing.onChange(this::calm);
            refusing = changes.onRefused(this::sayWhy);
            calm();
        }
    }

    private void calm() {
        calming.close();
        pseudoClassStateChanged(REFUSED, false);
        setText(texts.get("layouts.editOff"));
        setVisible(!editing.on() && !editing.fixed());
    }

    private void sayWhy() {
        calming.close();
        pseudoClassStateChanged(REFUSED, true);
        setText(texts.get(editing.fixed() ? "desk.editingNever" : "desk.editingOff"));
        setVisible(true);
        calming = desk.after(WHY, this::calm);
    }
}

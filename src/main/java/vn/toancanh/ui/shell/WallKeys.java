package vn.toancanh.ui.shell;

import java.util.List;
import java.util.Map;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.ui.kit.KeyHint;

/**
 * The keys that speak to a wall wherever in its window the keyboard is but where text is written, which has the same keys. They
 * do nothing while the wall is disabled: locked, or under a form. FX thread.
 */
final class WallKeys {
    /** What the keys do, for the list of keys. */
    static final List<KeyHint> HINTS = List.of(
            new KeyHint("Ctrl+Z, Ctrl+Y", "shell.keyUndo"),
            new KeyHint("F4", "shell.keyRotation"),
            new KeyHint("Space, Ctrl+K", "shell.keyPalette"));

    private static final KeyCombination PALETTE = new KeyCodeCombination(KeyCode.K, KeyCombination.CONTROL_DOWN);

    private final Node node;
    private final Map<KeyCombination, Runnable> keys;
    private final Runnable palette;
    private final EventHandler<KeyEvent> pressed = this::pressed;

    /**
     * @param node of the wall; the keys are those of the window it is in
     * @param palette opens the command palette and closes it
     */
    WallKeys(WallDesk wall, Node node, Runnable palette) {
        this.node = node;
        this.palette = palette;
        this.keys = Map.of(
                new KeyCodeCombination(KeyCode.Z, KeyCombination.CONTROL_DOWN),
                wall.changes()::undo,
                new KeyCodeCombination(KeyCode.Y, KeyCombination.CONTROL_DOWN),
                wall.changes()::redo,
                new KeyCodeCombination(KeyCode.Z, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN),
                wall.changes()::redo,
                new KeyCodeCombination(KeyCode.F4),
                wall.carousels().rotation()::toggle);
        node.sceneProperty().addListener((any, before, now) -> follow(before, now));
    }

    private void follow(Scene before, Scene now) {
        if (before != null) {
            before.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
        }
        if (now != null) {
            now.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
        }
    }

    private void pressed(KeyEvent event) {
        Scene scene = node.getScene();
        if (scene == null || node.isDisabled()) {
            return;
        }
        if (PALETTE.match(event) || (isPlainSpace(event) && !usesSpace(scene.getFocusOwner()))) {
            palette.run();
            event.consume();
            return;
        }
        if (isText(scene.getFocusOwner(), event)) {
            return;
        }
        keys.forEach((each, action) -> {
            if (each.match(event)) {
                action.run();
                event.consume();
            }
        });
    }

    private static boolean isPlainSpace(KeyEvent event) {
        return event.getCode() == KeyCode.SPACE
                && !event.isShiftDown()
                && !event.isControlDown()
                && !event.isAltDown()
                && !event.isMetaDown();
    }

    /** Where Space presses, ticks or writes it does that. */
    private static boolean usesSpace(@Nullable Node owner) {
        return owner instanceof TextInputControl
                || owner instanceof ButtonBase
                || owner instanceof ComboBoxBase<?>
                || owner instanceof ListView<?>;
    }

    private static boolean isText(@Nullable Node owner, KeyEvent event) {
        return owner instanceof TextInputControl && !event.getCode().isFunctionKey();
    }
}

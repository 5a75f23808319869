package vn.toancanh.ui.shell;

import java.util.List;
import java.util.Map;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.ui.kit.KeyHint;

/**
 * The keys that speak to a wall wherever in its window the keyboard is but where text is written, which has the same keys. They
 * do nothing while the wall is disabled: locked, or under a form. FX thread.
 */
final class WallKeys {
    /** What the keys do, for the list of keys. */
    static final List<KeyHint> HINTS =
            List.of(new KeyHint("Ctrl+Z", "shell.undo"), new KeyHint("Ctrl+Y, Ctrl+Shift+Z", "shell.redo"));

    private final Node node;
    private final Map<KeyCombination, Runnable> keys;
    private final EventHandler<KeyEvent> pressed = this::pressed;

    /** @param node of the wall; the keys are those of the window it is in */
    WallKeys(WallDesk wall, Node node) {
        this.node = node;
        this.keys = Map.of(
                new KeyCodeCombination(KeyCode.Z, KeyCombination.CONTROL_DOWN),
                wall.changes()::undo,
                new KeyCodeCombination(KeyCode.Y, KeyCombination.CONTROL_DOWN),
                wall.changes()::redo,
                new KeyCodeCombination(KeyCode.Z, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN),
                wall.changes()::redo);
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
        if (scene == null || node.isDisabled() || scene.getFocusOwner() instanceof TextInputControl) {
            return;
        }
        keys.forEach((each, action) -> {
            if (each.match(event)) {
                action.run();
                event.consume();
            }
        });
    }
}

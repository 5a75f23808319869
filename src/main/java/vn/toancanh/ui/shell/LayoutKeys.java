package vn.toancanh.ui.shell;

import java.util.List;
import java.util.Map;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.PaletteAction;
import vn.toancanh.ui.kit.KeyHint;
import vn.toancanh.ui.layouts.LayoutsModel;

/** The keys that save what stands on a wall, and let it be changed or not, wherever in its window the keyboard is. FX thread. */
final class LayoutKeys {
    /** What the keys do, for the list of keys: in one line, for screens of 720 lines. */
    static final List<KeyHint> HINTS = List.of(new KeyHint("Ctrl+S, F3, F2", "layouts.keys"));

    private final Node node;
    private final Map<KeyCombination, Runnable> keys;
    private final EventHandler<KeyEvent> pressed = this::pressed;

    /** @param node of the wall; the keys are those of the window it is in */
    LayoutKeys(WallLayouts layouts, Node node) {
        this.node = node;
        LayoutsModel model = layouts.model();
        this.keys = Map.of(
                new KeyCodeCombination(KeyCode.S, KeyCombination.CONTROL_DOWN),
                () -> model.save(layouts.wall()),
                new KeyCodeCombination(KeyCode.S, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN),
                () -> model.saveAs(layouts.wall()),
                new KeyCodeCombination(KeyCode.F2),
                () -> model.desk().editing().toggle(),
                new KeyCodeCombination(KeyCode.F3),
                () -> model.list(layouts.wall()));
        node.sceneProperty().addListener((any, before, now) -> follow(before, now));
    }

    /** What they do, for the command palette. */
    static List<PaletteAction> actions(WallLayouts layouts, Texts texts) {
        LayoutsModel model = layouts.model();
        return List.of(
                new PaletteAction("layouts.list", texts.get("layouts.title"), "F3", () -> model.list(layouts.wall())),
                new PaletteAction(
                        "layouts.save", texts.get("layouts.keySave"), "Ctrl+S", () -> model.save(layouts.wall())),
                new PaletteAction(
                        "layouts.saveAs",
                        texts.get("layouts.keySaveAs"),
                        "Ctrl+Shift+S",
                        () -> model.saveAs(layouts.wall())),
                new PaletteAction(
                        "layouts.edit",
                        texts.get("layouts.keyEdit"),
                        "F2",
                        () -> model.desk().editing().toggle()));
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
        if (node.getScene() == null || node.isDisabled()) {
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

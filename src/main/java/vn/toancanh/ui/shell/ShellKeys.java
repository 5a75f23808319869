package vn.toancanh.ui.shell;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import vn.toancanh.model.Grid;

/** The keys of the main window, the same wherever the keyboard is. */
final class ShellKeys {
    private static final List<KeyCode> DIGITS = List.of(
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7,
            KeyCode.DIGIT8);

    private ShellKeys() {}

    /** Gives the scene its keys, in place of any it had. */
    static void on(Scene scene, ShellActions actions) {
        var keys = scene.getAccelerators();
        keys.clear();
        keys.put(new KeyCodeCombination(KeyCode.F9), actions::toggleLeft);
        keys.put(new KeyCodeCombination(KeyCode.F10), actions::toggleDetails);
        keys.put(new KeyCodeCombination(KeyCode.F11), actions::toggleFullScreen);
        keys.put(new KeyCodeCombination(KeyCode.F12), actions::toggleWallOnly);
        keys.put(new KeyCodeCombination(KeyCode.F, KeyCombination.CONTROL_DOWN), actions::searchCameras);
        keys.put(
                new KeyCodeCombination(KeyCode.Q, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN),
                actions::signOut);
        for (int i = 0; i < DIGITS.size(); i++) {
            Grid shape = new Grid(i + 1, i + 1);
            keys.put(new KeyCodeCombination(DIGITS.get(i), KeyCombination.CONTROL_DOWN), () -> actions.shape(shape));
        }
        scene.setOnKeyPressed(event -> escape(event, actions));
    }

    /** Takes the keys away: nobody is signed in. */
    static void off(Scene scene) {
        scene.getAccelerators().clear();
        scene.setOnKeyPressed(null);
    }

    private static void escape(KeyEvent event, ShellActions actions) {
        if (event.getCode() == KeyCode.ESCAPE) {
            actions.stepBack();
            event.consume();
        }
    }
}

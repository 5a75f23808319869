package vn.toancanh.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.PaletteAction;
import vn.toancanh.ui.kit.KeyHint;
import vn.toancanh.wall.GridShape;

/** The keys of the main window, the same wherever the keyboard is. */
final class ShellKeys {
    private static final String ACCOUNT = "administration.own";
    static final String WALLS = "walls.title";
    static final String STICKS = "sticks.title";
    static final String HANDOVER = "shift.title";
    private static final String ALARMS = "alarms.title";
    private static final String ADMINISTRATION = "administration.title";
    private static final List<KeyCode> DIGITS = List.of(
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7,
            KeyCode.DIGIT8,
            KeyCode.DIGIT9,
            KeyCode.DIGIT0);

    /** The key of joysticks, as it is shown. */
    static final KeyHint STICKS_HINT = new KeyHint("Ctrl+J", STICKS);

    /** The keys that choose a square, as they are shown. */
    static final String SQUARES = "Ctrl+1 … Ctrl+9, Ctrl+0";

    private record Key(KeyCombination keys, String textKey, Runnable action) {}

    private ShellKeys() {}

    private static List<Key> all(ShellActions actions) {
        return List.of(
                new Key(plain(KeyCode.F1), "shell.keys", actions::toggleKeys),
                new Key(plain(KeyCode.F6), ACCOUNT, actions::toggleAccount),
                new Key(plain(KeyCode.F7), ADMINISTRATION, actions::toggleAdministration),
                new Key(control(KeyCode.H), HANDOVER, actions::toggleHandover),
                new Key(plain(KeyCode.F5), "shell.monitors", actions::showMonitors),
                new Key(control(KeyCode.F), "shell.keySearch", actions::searchCameras),
                new Key(plain(KeyCode.F8), ALARMS, actions::toggleAlarms),
                new Key(plain(KeyCode.F9), "shell.keyLeft", actions::toggleLeft),
                new Key(plain(KeyCode.F10), "shell.details", actions::toggleDetails),
                new Key(plain(KeyCode.F11), "shell.keyFullScreen", actions::toggleFullScreen),
                new Key(plain(KeyCode.F12), "shell.wallOnly", actions::toggleWallOnly),
                new Key(control(KeyCode.W), WALLS, actions::toggleWalls),
                new Key(control(KeyCode.J), STICKS, actions::toggleSticks),
                new Key(control(KeyCode.L), "shell.lock", actions::lock),
                new Key(
                        new KeyCodeCombination(KeyCode.Q, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN),
                        "shell.signOut",
                        actions::signOut));
    }

    /** Rights come and go while the keys stay: a door that is shut is not listed, and its key opens nothing. */
    static boolean leadsSomewhere(String textKey, ShellActions actions) {
        return switch (textKey) {
            case ACCOUNT -> actions.doors().own();
            case WALLS -> actions.hasWalls();
            case STICKS -> actions.hasSticks();
            case HANDOVER -> actions.hasHandover();
            case ALARMS -> actions.hasAlarms();
            case ADMINISTRATION -> actions.doors().any();
            default -> true;
        };
    }

    private static KeyCombination plain(KeyCode code) {
        return new KeyCodeCombination(code);
    }

    private static KeyCombination control(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.CONTROL_DOWN);
    }

    /** What the keys do, for the command palette. */
    static List<PaletteAction> actions(ShellActions actions, Texts texts) {
        return all(actions).stream()
                .map(each -> new PaletteAction(
                        each.textKey(),
                        texts.get(each.textKey()),
                        each.keys().getDisplayText(),
                        each.action(),
                        () -> leadsSomewhere(each.textKey(), actions)))
                .toList();
    }

    /** What the keys do, for the list of keys; but that of joysticks, which stands with those of heads. */
    static List<KeyHint> hints(ShellActions actions) {
        List<KeyHint> hints = new ArrayList<>();
        all(actions).stream()
                .filter(each -> leadsSomewhere(each.textKey(), actions))
                .filter(each -> !each.textKey().equals(STICKS))
                .forEach(each -> hints.add(new KeyHint(each.keys().getDisplayText(), each.textKey())));
        hints.add(new KeyHint(SQUARES, "shell.keyShape"));
        hints.add(new KeyHint("0 … 9, Enter", "shell.keyCallUp"));
        hints.add(new KeyHint("* 0 … 9, Enter", "shell.keySalvo"));
        hints.add(new KeyHint("+, -", "shell.keyCallUpNext"));
        hints.addAll(WallKeys.HINTS);
        hints.addAll(LayoutKeys.HINTS);
        hints.add(new KeyHint("Esc", "shell.keyBack"));
        return hints;
    }

    /** The square that a key chooses; empty where it chooses none. */
    static Optional<GridShape> square(KeyEvent event) {
        for (int i = 0; i < DIGITS.size(); i++) {
            if (control(DIGITS.get(i)).match(event)) {
                return Optional.of(GridShape.uniform(i + 1, i + 1));
            }
        }
        return Optional.empty();
    }

    /** Gives the scene its keys, in place of any it had. */
    static void on(Scene scene, ShellActions actions) {
        var keys = scene.getAccelerators();
        keys.clear();
        scene.getProperties().put(ShellKeys.class, true);
        all(actions).forEach(each -> keys.put(each.keys(), whileOn(scene, each.action())));
        for (int i = 0; i < DIGITS.size(); i++) {
            GridShape shape = GridShape.uniform(i + 1, i + 1);
            keys.put(control(DIGITS.get(i)), whileOn(scene, () -> actions.shape(shape)));
        }
        scene.setOnKeyPressed(event -> escape(event, actions));
    }

    /** JavaFX lets no accelerator take accelerators away while it is at work; so they stay, and do nothing. */
    private static Runnable whileOn(Scene scene, Runnable action) {
        return () -> {
            if (scene.getProperties().containsKey(ShellKeys.class)) {
                action.run();
            }
        };
    }

    /** Takes the keys away: nobody is signed in, or the desk is locked. */
    static void off(Scene scene) {
        scene.getProperties().remove(ShellKeys.class);
        scene.setOnKeyPressed(null);
    }

    private static void escape(KeyEvent event, ShellActions actions) {
        if (event.getCode() == KeyCode.ESCAPE) {
            actions.stepBack();
            event.consume();
        }
    }
}

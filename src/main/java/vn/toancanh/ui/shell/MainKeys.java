package vn.toancanh.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.PaletteAction;
import vn.toancanh.wall.GridShape;

/**
 * Keys of the main window that do the same at the windows of other monitors: shapes are those of the wall there, the list of keys stands
 * there, the desk is locked from there; the walls of the city, the joysticks and the handover stand in the main window, which has the
 * keyboard then. FX thread.
 */
public final class MainKeys {
    private record Key(KeyCombination keys, String textKey, boolean always, Runnable action) {}

    private final ShellActions actions;
    private final Runnable raise;
    private final Function<Texts, List<PaletteAction>> monitors;

    /**
     * @param raise brings the main window to the front, and the keyboard to it
     * @param monitors what can be done now with the windows of all monitors, from any of them
     */
    MainKeys(ShellActions actions, Runnable raise, Function<Texts, List<PaletteAction>> monitors) {
        this.actions = actions;
        this.raise = raise;
        this.monitors = monitors;
    }

    private List<Key> all(Runnable keyList) {
        return List.of(
                new Key(new KeyCodeCombination(KeyCode.F1), "shell.keys", true, keyList),
                door(KeyCode.H, ShellKeys.HANDOVER, actions::toggleHandover),
                door(KeyCode.W, ShellKeys.WALLS, actions::toggleWalls),
                door(KeyCode.J, ShellKeys.STICKS, actions::toggleSticks),
                new Key(control(KeyCode.L), "shell.lock", true, actions::lock));
    }

    private Key door(KeyCode code, String textKey, Runnable action) {
        return new Key(control(code), textKey, false, () -> {
            if (ShellKeys.leadsSomewhere(textKey, actions)) {
                there(action);
            }
        });
    }

    private static KeyCombination control(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.CONTROL_DOWN);
    }

    private void there(Runnable action) {
        raise.run();
        action.run();
    }

    /**
     * Does what a key says at a window.
     *
     * @param free false where something lies over the wall, or text is written
     * @param keyList brings the list of keys to that window, or takes it away
     * @return true where it is one of these
     */
    boolean pressed(KeyEvent event, boolean free, WallPart wall, Runnable keyList) {
        for (Key each : all(keyList)) {
            if ((free || each.always()) && each.keys().match(event)) {
                each.action().run();
                return true;
            }
        }
        Optional<GridShape> square = free ? ShellKeys.square(event) : Optional.empty();
        square.ifPresent(wall::shape);
        return square.isPresent();
    }

    /** What they do, and what can be done with monitors now, for the command palette of that window. */
    List<PaletteAction> actions(Texts texts, Runnable keyList) {
        Stream<PaletteAction> keys = all(keyList).stream()
                .map(each -> new PaletteAction(
                        each.textKey(),
                        texts.get(each.textKey()),
                        each.keys().getDisplayText(),
                        each.action(),
                        () -> ShellKeys.leadsSomewhere(each.textKey(), actions)));
        return Stream.concat(keys, monitors.apply(texts).stream()).toList();
    }

    /** @param close takes it away */
    KeyCard card(Texts texts, Runnable close) {
        return new KeyCard(texts, actions, close);
    }
}

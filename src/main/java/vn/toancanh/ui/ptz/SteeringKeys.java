package vn.toancanh.ui.ptz;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import vn.toancanh.desk.PlaceCall;
import vn.toancanh.desk.SteerDesk;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.ptz.Grip;
import vn.toancanh.ptz.HeadSpeed;
import vn.toancanh.ui.kit.KeyHint;

/**
 * The keys of a wall while a tile of it is steered: arrows turn the head, with Shift at full speed, page keys zoom, brackets focus, Home and End send
 * it home and stop it, digits and Enter call a preset up, Esc ends steering; P begins and ends it. A key that is held counts once. FX thread.
 */
final class SteeringKeys {
    static final List<KeyHint> HINTS = List.of(
            new KeyHint("P", "ptz.keySteer"),
            new KeyHint("Ctrl", "ptz.keyLook"),
            new KeyHint("Home, End", "ptz.keyHomeStop"),
            new KeyHint("[ , ]", "ptz.keyFocus"),
            new KeyHint("0 … 9, Enter", "ptz.keyPreset"));

    private static final double USUAL = 0.4;

    private final SteerDesk steer;
    private final WallDesk wall;
    private final Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);
    private @Nullable Grip grip;

    /** @param over within which the keyboard must be */
    SteeringKeys(SteerDesk steer, WallDesk wall, Node over) {
        this.steer = steer;
        this.wall = wall;
        over.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        over.addEventFilter(KeyEvent.KEY_RELEASED, this::released);
        over.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    private boolean isOn() {
        return steer.tile(wall) >= 0;
    }

    private void pressed(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown() || event.getTarget() instanceof Control) {
            return;
        }
        KeyCode key = event.getCode();
        if (key == KeyCode.P && !event.isShiftDown()) {
            if (steer.toggle(wall, wall.wall().selected())) {
                event.consume();
            }
            return;
        }
        if (!isOn()) {
            return;
        }
        if (moves(key)) {
            if (down.add(key)) {
                move(event.isShiftDown());
            }
            event.consume();
            return;
        }
        if (calls(key)) {
            event.consume();
            return;
        }
        switch (key) {
            case HOME -> steer.home();
            case END -> steer.stop();
            case ESCAPE -> steer.off();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** What a key does to the number that is being typed; false where it does nothing to it. */
    private boolean calls(KeyCode key) {
        PlaceCall call = steer.places().call();
        return switch (key) {
            case ENTER -> call.enter();
            case BACK_SPACE -> call.erase();
            case ESCAPE -> call.cancel();
            default -> false;
        };
    }

    /** Digits as they are written, wherever a keyboard has them. */
    private void typed(KeyEvent event) {
        String digit = event.getCharacter();
        boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
        if (plain
                && isOn()
                && steer.places().offered()
                && !(event.getTarget() instanceof Control)
                && digit.matches("[0-9]")) {
            steer.places().call().type(digit.charAt(0));
            event.consume();
        }
    }

    private void released(KeyEvent event) {
        if (down.remove(event.getCode())) {
            move(event.isShiftDown());
            if (focuses(event.getCode())) {
                steer.equipment().focused();
            }
            event.consume();
        }
    }

    /** Whatever is held counts no more, until it is pressed anew. */
    void letGo() {
        down.clear();
        Grip before = grip;
        grip = null;
        if (before != null) {
            before.release();
        }
    }

    private void move(boolean fast) {
        if (down.isEmpty()) {
            letGo();
            return;
        }
        Grip now = grip;
        if (now == null || now.isLoose()) {
            now = steer.grip().orElse(null);
            grip = now;
        }
        if (now != null) {
            double speed = fast ? 1 : USUAL;
            now.move(new HeadSpeed(
                    speed * axis(KeyCode.RIGHT, KeyCode.LEFT),
                    speed * axis(KeyCode.UP, KeyCode.DOWN),
                    speed * axis(KeyCode.PAGE_UP, KeyCode.PAGE_DOWN),
                    speed * axis(KeyCode.CLOSE_BRACKET, KeyCode.OPEN_BRACKET)));
        }
    }

    private static boolean focuses(KeyCode key) {
        return key == KeyCode.OPEN_BRACKET || key == KeyCode.CLOSE_BRACKET;
    }

    private int axis(KeyCode more, KeyCode less) {
        return (down.contains(more) ? 1 : 0) - (down.contains(less) ? 1 : 0);
    }

    private boolean moves(KeyCode key) {
        return (focuses(key) && steer.equipment().known().focus())
                || key == KeyCode.LEFT
                || key == KeyCode.RIGHT
                || key == KeyCode.UP
                || key == KeyCode.DOWN
                || key == KeyCode.PAGE_UP
                || key == KeyCode.PAGE_DOWN;
    }
}

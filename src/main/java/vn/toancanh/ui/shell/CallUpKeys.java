package vn.toancanh.ui.shell;

import java.util.function.BooleanSupplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import vn.toancanh.desk.CallUpDesk;
import vn.toancanh.desk.WallDesk;

/**
 * The keys that call cameras up, wherever in a wall's window the keyboard is but where text is written. They do nothing while the
 * wall is disabled: locked, or under a form. FX thread.
 */
final class CallUpKeys {
    private final CallUpDesk callUp;
    private final WallDesk wall;
    private final Node node;
    private final BooleanSupplier elsewhere;
    private final EventHandler<KeyEvent> typed = this::typed;
    private final EventHandler<KeyEvent> pressed = this::pressed;

    /**
     * @param node of the wall; the keys are those of the window it is in
     * @param elsewhere whether digits that are typed on the wall itself mean something else now
     */
    CallUpKeys(CallUpDesk callUp, WallDesk wall, Node node, BooleanSupplier elsewhere) {
        this.elsewhere = elsewhere;
        this.callUp = callUp;
        this.wall = wall;
        this.node = node;
        node.sceneProperty().addListener((any, before, now) -> follow(before, now));
    }

    private void follow(Scene before, Scene now) {
        if (before != null) {
            before.removeEventFilter(KeyEvent.KEY_TYPED, typed);
            before.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
        }
        if (now != null) {
            now.addEventFilter(KeyEvent.KEY_TYPED, typed);
            now.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
        }
    }

    private boolean meant(KeyEvent event) {
        Scene scene = node.getScene();
        return scene != null
                && !node.isDisabled()
                && !event.isControlDown()
                && !event.isAltDown()
                && !event.isMetaDown()
                && !(scene.getFocusOwner() instanceof TextInputControl);
    }

    private void typed(KeyEvent event) {
        String key = event.getCharacter();
        if (key.length() == 1 && meant(event) && !isElsewhere(key) && callUp.type(wall, key.charAt(0))) {
            event.consume();
        }
    }

    private boolean isElsewhere(String key) {
        if (callUp.typing() || !Character.isDigit(key.charAt(0)) || !elsewhere.getAsBoolean()) {
            return false;
        }
        boolean onTheWall = false;
        for (Node at = node.getScene().getFocusOwner(); at != null; at = at.getParent()) {
            onTheWall |= at.equals(node);
        }
        return onTheWall;
    }

    private void pressed(KeyEvent event) {
        if (!callUp.typing() || !meant(event)) {
            return;
        }
        boolean taken = switch (event.getCode()) {
            case ENTER -> callUp.enter(wall);
            case BACK_SPACE -> callUp.erase(wall);
            case ESCAPE -> callUp.cancel();
            // Within a call no key does something else by mistake, least of all clear a tile.
            case DELETE -> true;
            default -> event.getCode().isLetterKey();
        };
        if (taken) {
            event.consume();
        }
    }
}

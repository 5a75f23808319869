package vn.toancanh.ui.shell;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Whether a hand that is not at the keyboard means a wall, such as one at a joystick. FX thread. */
public final class AtHand {
    private AtHand() {}

    /**
     * True where the window of that grid has the keyboard, no form lies over the grid, nothing is being typed over it, and no menu or question
     * of its own has the keyboard: then its keys do something, too.
     */
    public static boolean is(Node grid) {
        Scene scene = grid.getScene();
        Window window = scene == null ? null : scene.getWindow();
        return window != null
                && window.isFocused()
                && !grid.isDisabled()
                && !isTypedOver(grid, scene.getFocusOwner())
                && Window.getWindows().stream().noneMatch(each -> asks(each, window));
    }

    /** What is typed beside the wall, such as what is looked for among the cameras, keeps no hand from it. */
    private static boolean isTypedOver(Node grid, @Nullable Node keyboard) {
        if (keyboard instanceof TextInputControl) {
            for (Node at = keyboard; at != null; at = at.getParent()) {
                if (at.equals(grid.getParent())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean asks(Window over, Window window) {
        return over instanceof PopupWindow popup
                && popup.isShowing()
                && window.equals(popup.getOwnerWindow())
                && popup.getScene().getFocusOwner() != null;
    }
}

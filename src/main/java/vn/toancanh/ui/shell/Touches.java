package vn.toancanh.ui.shell;

import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TouchEvent;

/**
 * Tells whenever somebody touches a window. JavaFX sends events of the mouse also where it lies still and something moves
 * below it; a movement counts only where the pointer is elsewhere than before. FX thread.
 */
final class Touches {
    private final Runnable touched;
    private double lastX = Double.NaN;
    private double lastY = Double.NaN;

    Touches(Runnable touched) {
        this.touched = touched;
    }

    void watch(Scene scene) {
        scene.addEventFilter(InputEvent.ANY, this::take);
    }

    private void take(InputEvent event) {
        boolean real = switch (event) {
            case DragEvent drag -> moved(drag.getScreenX(), drag.getScreenY());
            case MouseEvent mouse ->
                moved(mouse.getScreenX(), mouse.getScreenY()) || mouse.getEventType() == MouseEvent.MOUSE_PRESSED;
            case KeyEvent key -> key.getEventType() != KeyEvent.KEY_RELEASED;
            case ScrollEvent scroll -> !scroll.isInertia();
            case TouchEvent touch -> true;
            default -> false;
        };
        if (real) {
            touched.run();
        }
    }

    private boolean moved(double x, double y) {
        boolean elsewhere = x != lastX || y != lastY;
        boolean known = !Double.isNaN(lastX);
        lastX = x;
        lastY = y;
        return elsewhere && known;
    }
}

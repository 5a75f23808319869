package vn.toancanh.ui.testing;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Window;

/**
 * A hand on the mouse and the keyboard of the screen the tests run on: what it does comes to the window by way of the
 * window system, as an operator's would. One test thread.
 */
public final class Hand {
    /** Steps of a drag, so that the pointer is seen over what lies between. */
    private static final int STEPS = 8;

    private static final long STEP_MILLIS = 30;

    private final Robot robot;

    public Hand() throws Exception {
        robot = Fx.on(Robot::new);
    }

    /** The middle of a node, on the screen. */
    public static Point2D middleOf(Node node) throws Exception {
        return Fx.on(() -> {
            Bounds bounds = node.localToScreen(node.getBoundsInLocal());
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
    }

    /** A point of a scene, on the screen. */
    public static Point2D at(Scene scene, double x, double y) throws Exception {
        return Fx.on(() -> {
            Window window = scene.getWindow();
            return new Point2D(window.getX() + scene.getX() + x, window.getY() + scene.getY() + y);
        });
    }

    public void moveTo(Point2D to) throws Exception {
        Fx.run(() -> robot.mouseMove(to));
        Thread.sleep(STEP_MILLIS);
    }

    public void click(Point2D at, MouseButton button) throws Exception {
        moveTo(at);
        press(button);
        release(button);
    }

    public void doubleClick(Point2D at) throws Exception {
        click(at, MouseButton.PRIMARY);
        press(MouseButton.PRIMARY);
        release(MouseButton.PRIMARY);
    }

    public void press(MouseButton button) throws Exception {
        Fx.run(() -> robot.mousePress(button));
        Thread.sleep(STEP_MILLIS);
    }

    public void release(MouseButton button) throws Exception {
        Fx.run(() -> robot.mouseRelease(button));
        Thread.sleep(STEP_MILLIS);
    }

    /** Turns the wheel where the pointer is; away from the hand is up. */
    public void wheelUp(int notches) throws Exception {
        Fx.run(() -> robot.mouseWheel(-notches));
        Thread.sleep(STEP_MILLIS);
    }

    /** Presses a key, with those that are held meanwhile. */
    public void type(KeyCode key, KeyCode... held) throws Exception {
        Fx.run(() -> {
            for (KeyCode each : held) {
                robot.keyPress(each);
            }
            robot.keyPress(key);
            robot.keyRelease(key);
            for (KeyCode each : held) {
                robot.keyRelease(each);
            }
        });
        Thread.sleep(STEP_MILLIS);
    }

    /** Holds a key down. */
    public void hold(KeyCode key) throws Exception {
        Fx.run(() -> robot.keyPress(key));
        Thread.sleep(STEP_MILLIS);
    }

    /** Lets a key go. */
    public void letGo(KeyCode key) throws Exception {
        Fx.run(() -> robot.keyRelease(key));
        Thread.sleep(STEP_MILLIS);
    }

    /** Takes what lies at one point and carries it over another, without letting it go. */
    public void carry(Point2D from, Point2D to) throws Exception {
        moveTo(from);
        press(MouseButton.PRIMARY);
        for (int i = 1; i <= STEPS; i++) {
            moveTo(from.add(to.subtract(from).multiply((double) i / STEPS)));
        }
        // A drop is offered only where the pointer has moved since.
        moveTo(to.add(1, 1));
        moveTo(to);
    }

    /** Drags what lies at one point to another. */
    public void drag(Point2D from, Point2D to) throws Exception {
        carry(from, to);
        release(MouseButton.PRIMARY);
    }
}

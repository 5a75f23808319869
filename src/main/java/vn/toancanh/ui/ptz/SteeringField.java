package vn.toancanh.ui.ptz;

import java.time.Duration;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Ellipse;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.desk.SteerDesk;
import vn.toancanh.ptz.Deflection;
import vn.toancanh.ptz.Grip;
import vn.toancanh.ptz.HeadSpeed;

/**
 * The picture of a tile that is steered: pressing turns the head towards there, the faster the farther from the middle, as long as it
 * is held and stays inside; the wheel zooms, notch by notch. The mouse does nothing else there. FX thread.
 */
final class SteeringField extends Region {
    /** A wheel that was not turned for so long is at rest. */
    private static final Duration NOTCH = Duration.ofMillis(300);

    private static final double ZOOM = 0.5;

    private final SteerDesk steer;
    private final Lane lane;
    private @Nullable Grip hand;
    private @Nullable Grip wheel;
    private Handle rest = Handle.NONE;

    SteeringField(SteerDesk steer, Lane lane) {
        this.steer = steer;
        this.lane = lane;
        getStyleClass().add("tc-steering-field");
        setPickOnBounds(true);
        // Just as large as the middle in which nothing moves.
        Ellipse ring = new Ellipse();
        ring.getStyleClass().add("tc-reticle");
        ring.setMouseTransparent(true);
        ring.setManaged(false);
        ring.centerXProperty().bind(widthProperty().divide(2));
        ring.centerYProperty().bind(heightProperty().divide(2));
        ring.radiusXProperty().bind(widthProperty().multiply(Deflection.DEAD / 2));
        ring.radiusYProperty().bind(heightProperty().multiply(Deflection.DEAD / 2));
        getChildren().add(ring);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                letGo();
            }
            event.consume();
        });
        setOnMouseClicked(MouseEvent::consume);
        setOnDragDetected(MouseEvent::consume);
        setOnScroll(this::scrolled);
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            letGo();
            hand = steer.grip().orElse(null);
            move(event);
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (event.isPrimaryButtonDown()) {
            move(event);
        }
        event.consume();
    }

    private void move(MouseEvent event) {
        Grip now = hand;
        if (now != null) {
            now.move(
                    contains(event.getX(), event.getY())
                            ? Deflection.at(
                                    2 * event.getX() / Math.max(1, getWidth()) - 1,
                                    2 * event.getY() / Math.max(1, getHeight()) - 1)
                            : HeadSpeed.ZERO);
        }
    }

    private void scrolled(ScrollEvent event) {
        event.consume();
        if (event.getDeltaY() == 0 || hand != null) {
            return;
        }
        Grip now = wheel;
        if (now == null || now.isLoose()) {
            now = steer.grip().orElse(null);
            wheel = now;
        }
        if (now != null) {
            now.move(new HeadSpeed(0, 0, event.getDeltaY() > 0 ? ZOOM : -ZOOM));
            rest.close();
            rest = lane.after(NOTCH, this::restWheel);
        }
    }

    private void restWheel() {
        rest.close();
        Grip before = wheel;
        wheel = null;
        if (before != null) {
            before.release();
        }
    }

    /** Whatever is held counts no more, until it is pressed anew. */
    void letGo() {
        restWheel();
        Grip before = hand;
        hand = null;
        if (before != null) {
            before.release();
        }
    }
}

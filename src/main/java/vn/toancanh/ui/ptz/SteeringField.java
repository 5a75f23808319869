package vn.toancanh.ui.ptz;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.geometry.Point2D;
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
 * is held and stays inside; with Ctrl what is clicked comes to the middle, and a box that is drawn fills the picture; the wheel zooms,
 * notch by notch. The mouse does nothing else there. FX thread.
 */
final class SteeringField extends Region {
    /** A wheel that was not turned for so long is at rest. */
    private static final Duration NOTCH = Duration.ofMillis(300);

    private static final double ZOOM = 0.5;

    private final SteerDesk steer;
    private final Lane lane;
    private final PointedBox pointed;
    private @Nullable Grip hand;
    private @Nullable Grip wheel;
    private Handle rest = Handle.NONE;

    /** @param spots which place of the picture is seen at a place of this, as {@link Spots} has it */
    SteeringField(SteerDesk steer, Lane lane, BiFunction<Double, Double, Optional<Point2D>> spots) {
        this.steer = steer;
        this.lane = lane;
        this.pointed = new PointedBox(steer, spots);
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
        getChildren().addAll(ring, pointed.node());
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                pointed.end();
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
            if (event.isControlDown() && steer.looks()) {
                pointed.begin(event.getX(), event.getY());
            } else {
                hand = steer.grip().orElse(null);
                move(event);
            }
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (event.isPrimaryButtonDown() && pointed.isOn()) {
            pointed.draw(Math.clamp(event.getX(), 0, getWidth()), Math.clamp(event.getY(), 0, getHeight()));
        } else if (event.isPrimaryButtonDown()) {
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
        pointed.cancel();
        restWheel();
        Grip before = hand;
        hand = null;
        if (before != null) {
            before.release();
        }
    }
}

package vn.toancanh.ui.shell;

import java.time.Duration;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.prefs.WindowBounds;

/**
 * Brings a window to another place. A window manager answers late, moves windows itself when monitors come or go, and does not
 * move one that fills its monitor: so it is asked in steps until the window is there. FX thread.
 */
final class Relocation implements Handle {
    private static final Duration STEP = Duration.ofMillis(250);

    /** Three seconds in all; then it stays where the window manager wants it. */
    private static final int STEPS = 12;

    private static final double NEAR = 2;

    private final Stage stage;
    private final Lane desk;
    private Handle next = Handle.NONE;
    private boolean moving;

    Relocation(Stage stage, Lane desk) {
        this.stage = stage;
        this.desk = desk;
    }

    /** Puts it there at once; for one that is not on the screen yet. */
    void put(WindowBounds place) {
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMaximized(place.maximised());
    }

    /**
     * Brings it there, step by step.
     *
     * @param all the whole of the monitor
     * @param place where on it
     * @param full true where it is to fill the monitor without a frame
     */
    void to(Rectangle2D all, WindowBounds place, boolean full) {
        moving = true;
        step(all, place, full, STEPS);
    }

    /** True while it is on its way. */
    boolean moving() {
        return moving;
    }

    private void step(Rectangle2D all, WindowBounds place, boolean full, int left) {
        next.close();
        boolean there = full ? fills(all) : stands(all, place);
        if ((there && stage.isFullScreen() == full) || left == 0) {
            moving = false;
            return;
        }
        if (stage.isFullScreen()) {
            stage.setFullScreen(false);
        } else if (full && isOn(all)) {
            stage.setFullScreen(true);
        } else {
            stage.setMaximized(false);
            put(place);
        }
        next = desk.after(STEP, () -> step(all, place, full, left - 1));
    }

    private boolean isOn(Rectangle2D all) {
        return all.contains(stage.getX() + stage.getWidth() / 2, stage.getY() + stage.getHeight() / 2);
    }

    private boolean fills(Rectangle2D all) {
        return near(stage.getX(), all.getMinX())
                && near(stage.getY(), all.getMinY())
                && near(stage.getWidth(), all.getWidth())
                && near(stage.getHeight(), all.getHeight());
    }

    private boolean stands(Rectangle2D all, WindowBounds place) {
        return isOn(all)
                && stage.getWidth() <= all.getWidth() + NEAR
                && stage.getHeight() <= all.getHeight() + NEAR
                && stage.isMaximized() == place.maximised();
    }

    private static boolean near(double one, double other) {
        return Math.abs(one - other) <= NEAR;
    }

    @Override
    public void close() {
        next.close();
        moving = false;
    }
}

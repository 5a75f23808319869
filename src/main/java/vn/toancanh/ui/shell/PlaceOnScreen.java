package vn.toancanh.ui.shell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.prefs.WindowBounds;

/**
 * Where a window is on the desktop: remembered, and taken up again where that place still exists. A window that was given a
 * monitor fills it, and leaves what is remembered alone.
 */
final class PlaceOnScreen {
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private final Stage stage;
    private final Preferences preferences;
    private final Lane desk;
    private final Optional<Screen> monitor;
    private Handle waiting = Handle.NONE;
    private WindowBounds unmaximised = WindowBounds.NONE;

    PlaceOnScreen(Stage stage, Preferences preferences, Lane desk, Optional<Screen> monitor) {
        this.stage = stage;
        this.monitor = monitor;
        this.preferences = preferences;
        this.desk = desk;
    }

    /** Puts the window where it was; fills the first monitor where it never was anywhere, or that place is gone. */
    void restore() {
        if (monitor.isPresent()) {
            fill(monitor.get());
            return;
        }
        WindowBounds kept = preferences.get(PreferenceKey.WINDOW);
        boolean there = !kept.isNone()
                && !Screen.getScreensForRectangle(kept.x(), kept.y(), kept.width(), kept.height())
                        .isEmpty();
        if (!there) {
            fill(Screen.getPrimary());
            return;
        }
        unmaximised = kept;
        put(kept.x(), kept.y(), kept.width(), kept.height());
        stage.setMaximized(kept.maximised());
    }

    private void fill(Screen screen) {
        Rectangle2D all = screen.getVisualBounds();
        put(all.getMinX(), all.getMinY(), all.getWidth(), all.getHeight());
        stage.setMaximized(true);
    }

    private void put(double x, double y, double width, double height) {
        stage.setX(x);
        stage.setY(y);
        stage.setWidth(width);
        stage.setHeight(height);
    }

    /** Remembers from now on, once the window has come to rest. */
    Handle follow() {
        if (monitor.isPresent()) {
            return Handle.NONE;
        }
        InvalidationListener moved = any -> {
            waiting.close();
            waiting = desk.after(SETTLED, this::remember);
        };
        List<Observable> all = List.of(
                stage.xProperty(),
                stage.yProperty(),
                stage.widthProperty(),
                stage.heightProperty(),
                stage.maximizedProperty());
        all.forEach(each -> each.addListener(moved));
        return () -> {
            all.forEach(each -> each.removeListener(moved));
            waiting.close();
            remember();
        };
    }

    private void remember() {
        if (!stage.isShowing() || stage.isFullScreen() || stage.isIconified()) {
            return;
        }
        if (!stage.isMaximized() || unmaximised.isNone()) {
            unmaximised = new WindowBounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        }
        preferences.set(
                PreferenceKey.WINDOW,
                new WindowBounds(
                        unmaximised.x(),
                        unmaximised.y(),
                        unmaximised.width(),
                        unmaximised.height(),
                        stage.isMaximized()));
    }
}

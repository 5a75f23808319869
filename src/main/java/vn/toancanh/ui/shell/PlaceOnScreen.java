package vn.toancanh.ui.shell;

import java.time.Duration;
import java.util.List;
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

/** Where a window is on the desktop: remembered, and taken up again where that place still exists. */
final class PlaceOnScreen {
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private final Stage stage;
    private final Preferences preferences;
    private final Lane desk;
    private Handle waiting = Handle.NONE;
    private WindowBounds unmaximised = WindowBounds.NONE;

    PlaceOnScreen(Stage stage, Preferences preferences, Lane desk) {
        this.stage = stage;
        this.preferences = preferences;
        this.desk = desk;
    }

    /** Puts the window where it was; fills the first monitor where it never was anywhere, or that place is gone. */
    void restore() {
        WindowBounds kept = preferences.get(PreferenceKey.WINDOW);
        boolean there = !kept.isNone()
                && !Screen.getScreensForRectangle(kept.x(), kept.y(), kept.width(), kept.height())
                        .isEmpty();
        if (!there) {
            Rectangle2D all = Screen.getPrimary().getVisualBounds();
            put(all.getMinX(), all.getMinY(), all.getWidth(), all.getHeight());
            stage.setMaximized(true);
            return;
        }
        unmaximised = kept;
        put(kept.x(), kept.y(), kept.width(), kept.height());
        stage.setMaximized(kept.maximised());
    }

    private void put(double x, double y, double width, double height) {
        stage.setX(x);
        stage.setY(y);
        stage.setWidth(width);
        stage.setHeight(height);
    }

    /** Remembers from now on, once the window has come to rest. */
    Handle follow() {
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

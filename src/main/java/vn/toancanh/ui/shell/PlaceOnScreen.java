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
import vn.toancanh.desk.MonitorDesk;
import vn.toancanh.model.Monitor;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.prefs.WindowBounds;

/**
 * Where the main window is on the desktop: on the monitor that it belongs to, there as it was left, or filling it. It goes after
 * that monitor, and comes back to it; elsewhere meanwhile, it fills another, and what is remembered stays as it is. FX thread.
 */
final class PlaceOnScreen {
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private final Stage stage;
    private final Preferences preferences;
    private final Lane desk;
    private final MonitorPart monitors;
    private final boolean kiosk;
    private final Relocation relocation;
    private Optional<Monitor> on = Optional.empty();
    private Handle waiting = Handle.NONE;
    private WindowBounds unmaximised = WindowBounds.NONE;
    /** As it was when it last stood at rest: what a window manager does while monitors come and go does not count. */
    private boolean full;

    /** @param kiosk true for a window that always fills its monitor without a frame, and waits where that is away */
    PlaceOnScreen(Stage stage, Preferences preferences, Lane desk, MonitorPart monitors, boolean kiosk) {
        this.stage = stage;
        this.preferences = preferences;
        this.desk = desk;
        this.monitors = monitors;
        this.kiosk = kiosk;
        this.relocation = new Relocation(stage, desk);
        this.full = kiosk
                || (!monitors.fills()
                        && monitors.desk()
                                .main()
                                .filter(MonitorDesk.Window::full)
                                .isPresent());
    }

    /** Puts the window where it was; has it fill its monitor where it never was anywhere, or that place is gone. */
    void restore() {
        on = now();
        Screen screen = monitors.main().orElseGet(Screen::getPrimary);
        relocation.put(bounds(screen));
        stage.setFullScreen(full);
        if (isAway()) {
            stage.setIconified(true);
        }
    }

    private Optional<Monitor> now() {
        return monitors.desk().main().flatMap(MonitorDesk.Window::now);
    }

    /** A kiosk does not come up on somebody else's monitor. */
    private boolean isAway() {
        return monitors.desk().main().filter(MonitorDesk.Window::away).isPresent();
    }

    /** Where it is to be on that screen. */
    private WindowBounds bounds(Screen screen) {
        Rectangle2D all = screen.getVisualBounds();
        WindowBounds filling = new WindowBounds(all.getMinX(), all.getMinY(), all.getWidth(), all.getHeight(), true);
        WindowBounds kept = preferences.get(PreferenceKey.WINDOW);
        if (monitors.fills() || kiosk || monitors.desk().mainStandsIn() || kept.isNone()) {
            return filling;
        }
        double middleX = kept.x() + kept.width() / 2;
        double middleY = kept.y() + kept.height() / 2;
        boolean fits = kept.width() <= all.getWidth() && kept.height() <= all.getHeight();
        if (!all.contains(middleX, middleY) || !fits) {
            return filling;
        }
        unmaximised = kept;
        return kept;
    }

    /** Goes after its monitor from now on, and remembers where it is once it has come to rest. */
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
                stage.maximizedProperty(),
                stage.fullScreenProperty());
        all.forEach(each -> each.addListener(moved));
        Handle changes = monitors.desk().onChange(this::monitorsChanged);
        return () -> {
            all.forEach(each -> each.removeListener(moved));
            changes.close();
            waiting.close();
            relocation.close();
            remember();
        };
    }

    private void monitorsChanged() {
        Optional<Monitor> next = now();
        if (next.equals(on)) {
            return;
        }
        on = next;
        if (isAway()) {
            relocation.close();
            stage.setIconified(true);
            return;
        }
        stage.setIconified(false);
        monitors.main().ifPresent(screen -> relocation.to(screen.getBounds(), bounds(screen), full));
    }

    private void remember() {
        boolean resting = stage.isShowing()
                && !stage.isIconified()
                && !relocation.moving()
                && monitors.screens().settled();
        if (!resting || kiosk) {
            return;
        }
        full = stage.isFullScreen();
        if (monitors.fills()) {
            return;
        }
        Optional<Monitor> seen =
                monitors.screens().at(stage.getX() + stage.getWidth() / 2, stage.getY() + stage.getHeight() / 2);
        if (seen.isPresent() && !seen.equals(on)) {
            // It was brought here by hand; told of it, the desk says so to this one, too, which is there already.
            on = monitors.desk().free().contains(seen.get()) ? seen : on;
            monitors.desk().mainIsOn(seen.get());
        }
        if (monitors.desk().mainStandsIn() || !seen.equals(on)) {
            return;
        }
        monitors.desk().mainIsFull(full);
        if (!full) {
            rememberBounds();
        }
    }

    private void rememberBounds() {
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

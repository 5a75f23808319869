package vn.toancanh.ui.shell;

import java.util.Optional;
import javafx.stage.Screen;
import vn.toancanh.desk.MonitorDesk;
import vn.toancanh.model.Monitor;

/**
 * What the main window is given of monitors.
 *
 * @param desk which windows there are, and where
 * @param screens where the monitors lie
 * @param fills true where the window fills its monitor, rather than to open as it was left
 */
public record MonitorPart(MonitorDesk desk, Screens screens, boolean fills) {
    /** Monitors as JavaFX has them. FX thread. */
    public interface Screens {
        /** The screen of a monitor that is there. */
        Optional<Screen> screen(Monitor monitor);

        /** The monitor that a point of the desktop is on, logical pixels. */
        Optional<Monitor> at(double x, double y);

        /** False from when monitors change until it is known how. */
        boolean settled();
    }

    /** The screen that the main window is on; empty while its monitor is away. */
    Optional<Screen> main() {
        return desk.main().flatMap(MonitorDesk.Window::now).flatMap(screens::screen);
    }
}

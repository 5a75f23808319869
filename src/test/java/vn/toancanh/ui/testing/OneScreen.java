package vn.toancanh.ui.testing;

import java.util.Optional;
import javafx.stage.Screen;
import vn.toancanh.model.Monitor;
import vn.toancanh.ui.shell.MonitorPart;
import vn.toancanh.wall.Monitors;

/** All monitors of a test lie on the one screen that there is. */
public record OneScreen(Monitors monitors) implements MonitorPart.Screens {
    @Override
    public Optional<Screen> screen(Monitor monitor) {
        return monitors.now().contains(monitor) ? Optional.of(Screen.getPrimary()) : Optional.empty();
    }

    @Override
    public Optional<Monitor> at(double x, double y) {
        return monitors.now().stream().findFirst();
    }

    @Override
    public boolean settled() {
        return true;
    }
}

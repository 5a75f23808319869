package vn.toancanh.ui.shell;

import java.util.ArrayList;
import java.util.List;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.MonitorDesk;
import vn.toancanh.desk.MonitorDesk.Window;
import vn.toancanh.desk.PaletteAction;
import vn.toancanh.model.Monitor;

/** What can be done with the windows of a wall, for the command palette, and what monitors are called. FX thread. */
final class MonitorActions {
    private MonitorActions() {}

    static List<PaletteAction> of(MonitorDesk desk, Texts texts) {
        List<PaletteAction> all = new ArrayList<>();
        if (!desk.free().isEmpty()) {
            all.add(new PaletteAction("monitors.all", texts.get("shell.monitorsAll"), "", desk::openAll));
        }
        for (Monitor free : desk.free()) {
            String words = texts.get("shell.monitorOpen", words(free, texts));
            all.add(new PaletteAction("monitors.open." + free.name(), words, "", () -> desk.open(free)));
        }
        for (Window window : desk.windows()) {
            if (!window.isMain()) {
                String words = texts.get("shell.monitorClose", window.number(), words(window.home(), texts));
                all.add(new PaletteAction("monitors.close." + window.id(), words, "", () -> desk.close(window.id())));
            }
        }
        return all;
    }

    /** A monitor as people tell it from others: "HDMI-1, 1920×1080". */
    static String words(Monitor monitor, Texts texts) {
        return monitor.name().isEmpty()
                ? texts.get("shell.monitorSize", monitor.width(), monitor.height())
                : texts.get("shell.monitorNamed", monitor.name(), monitor.width(), monitor.height());
    }
}

package vn.toancanh.app.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.ChangeLanguage;
import vn.toancanh.desk.MonitorDesk;
import vn.toancanh.desk.MonitorDesk.Window;
import vn.toancanh.desk.Notices;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Monitor;
import vn.toancanh.wall.WallState;

/** Says while monitors are away which they are, and what waits for them. On DESK. */
final class AwayWords implements Handle {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final MonitorDesk monitors;
    private final List<WallOnScreen> walls;
    private final Notices notices;
    private final ChangeLanguage language;
    private final Handle following;
    private Optional<Notices.Notice> said = Optional.empty();

    /** @param walls of all windows, in the order of their numbers */
    AwayWords(MonitorDesk monitors, List<WallOnScreen> walls, Notices notices, ChangeLanguage language, Lane desk) {
        this.monitors = monitors;
        this.walls = walls;
        this.notices = notices;
        this.language = language;
        // What stands on a wall comes a moment after its window.
        Handle ticking = desk.every(LOOK, this::look);
        Handle changes = monitors.onChange(this::look);
        this.following = () -> {
            ticking.close();
            changes.close();
        };
    }

    private void look() {
        Optional<Notices.Notice> next = words();
        if (next.equals(said)) {
            return;
        }
        said.ifPresent(notices::withdraw);
        said = next;
        next.ifPresent(notices::tell);
    }

    private Optional<Notices.Notice> words() {
        Texts texts = language.texts();
        List<String> names = new ArrayList<>();
        int cameras = 0;
        for (Window window : monitors.windows()) {
            boolean standsIn = window.isMain() && monitors.mainStandsIn();
            if (window.away() || standsIn) {
                names.add(texts.get("client.monitorWords", window.number(), name(window.home(), texts)));
            }
            if (window.away() && window.number() <= walls.size()) {
                cameras += cameras(walls.get(window.number() - 1).desk().wall());
            }
        }
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Notices.Notice(
                        "client.monitorsAway", List.of(names.size(), String.join(", ", names), cameras)));
    }

    private static String name(Monitor monitor, Texts texts) {
        return monitor.name().isEmpty()
                ? texts.get("shell.monitorSize", monitor.width(), monitor.height())
                : monitor.name();
    }

    private static int cameras(WallState wall) {
        return (int) wall.layout().cells().stream()
                .filter(cell -> !(cell.content() instanceof CellContent.Empty))
                .count();
    }

    @Override
    public void close() {
        following.close();
    }
}

package vn.toancanh.app.client;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.stage.Screen;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.SessionService;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.desk.ChangeLanguage;
import vn.toancanh.desk.LockDesk;
import vn.toancanh.desk.MonitorDesk;
import vn.toancanh.ui.shell.MainKeys;
import vn.toancanh.ui.shell.MonitorPart;
import vn.toancanh.ui.shell.WallWindow;
import vn.toancanh.ui.shell.WindowPicture;

/**
 * The bare wall windows beside the main one, each on its monitor; one whose monitor is away is nowhere until it is back. On DESK.
 */
final class MoreWindows implements Handle {
    private record Open(WallOnScreen wall, WallWindow window) {}

    /** What is done with walls as their windows come, go, and are seen or not. */
    interface Hands {
        /** Makes the wall of a window, which shows nothing yet. */
        WallOnScreen make(int id);

        /** It is one of the walls now. */
        void opened(WallOnScreen wall);

        /** It is none any more. */
        void closed(WallOnScreen wall);

        /** Somebody can look at it, or nobody can. */
        void seen(WallOnScreen wall, boolean seen);
    }

    private final MonitorPart monitors;
    private final WallWindow.Given given;
    private final List<WallOnScreen> walls;
    private final Hands hands;
    private final Map<Integer, Open> open = new LinkedHashMap<>();
    private final Map<Integer, Open> ready = new LinkedHashMap<>();
    private Handle following = Handle.NONE;
    private @Nullable MainKeys main;

    /**
     * Opens nothing yet.
     *
     * @param lock which keeps hands off these, too
     * @param kiosk true where nobody sits who might close one
     * @param walls of all windows in the order of their numbers, the main one's first; kept so
     */
    MoreWindows(
            MonitorPart monitors,
            ChangeLanguage language,
            LockDesk lock,
            SessionService sessions,
            Clock clock,
            boolean kiosk,
            List<WallOnScreen> walls,
            Hands hands) {
        this.monitors = monitors;
        this.given = new WallWindow.Given(language, lock, sessions, clock, ZoneId.systemDefault(), kiosk);
        this.walls = walls;
        this.hands = hands;
    }

    /** Makes them already, while the main window waits for what is to stand in it; they are nowhere yet. */
    void prepare() {
        for (MonitorDesk.Window window : monitors.desk().windows()) {
            if (!window.isMain()) {
                ready.put(window.id(), make(window.id()));
            }
        }
    }

    /** @param keys of the main window, which do the same in these */
    void open(MainKeys keys) {
        main = keys;
        follow();
        shutReady();
        following = monitors.desk().onChange(this::follow);
    }

    private void follow() {
        List<MonitorDesk.Window> windows = monitors.desk().windows();
        Set<Integer> ids = windows.stream().map(MonitorDesk.Window::id).collect(Collectors.toSet());
        open.entrySet().stream()
                .filter(each -> !ids.contains(each.getKey()))
                .toList()
                .forEach(gone -> {
                    open.remove(gone.getKey());
                    shut(gone.getValue());
                });
        List<WallOnScreen> others = new ArrayList<>();
        for (MonitorDesk.Window window : windows) {
            if (window.isMain()) {
                hands.seen(walls.getFirst(), !window.away());
            } else {
                others.add(show(window));
            }
        }
        walls.subList(1, walls.size()).clear();
        walls.addAll(others);
    }

    private WallOnScreen show(MonitorDesk.Window window) {
        Open shown = open.get(window.id());
        if (shown == null) {
            Open made = ready.remove(window.id());
            shown = made == null ? make(window.id()) : made;
            MainKeys keys = main;
            if (keys != null) {
                shown.window().follow(keys);
            }
            open.put(window.id(), shown);
            hands.opened(shown.wall());
        }
        shown.window().title(given.language().texts().get("kit.product") + " " + window.number());
        Optional<Screen> screen = window.now().flatMap(monitors.screens()::screen);
        screen.ifPresentOrElse(shown.window()::fill, shown.window()::leave);
        hands.seen(shown.wall(), screen.isPresent());
        return shown.wall();
    }

    private Open make(int id) {
        WallOnScreen wall = hands.make(id);
        return new Open(
                wall,
                new WallWindow(
                        given,
                        wall.part(),
                        wall::onReading,
                        () -> monitors.desk().close(id)));
    }

    /** Those that nobody wants any more. */
    private void shutReady() {
        ready.values().forEach(this::shut);
        ready.clear();
    }

    private void shut(Open gone) {
        gone.window().close();
        hands.closed(gone.wall());
        gone.wall().close();
    }

    /** Pictures of all windows, in memory. */
    List<Picture> pictures(Scene main) {
        List<Picture> pictures = new ArrayList<>();
        pictures.add(new Picture("wall-1", WindowPicture.of(main)));
        for (MonitorDesk.Window window : monitors.desk().windows()) {
            Open shown = open.get(window.id());
            if (shown != null) {
                pictures.add(new Picture(
                        "wall-" + window.number(),
                        WindowPicture.of(shown.window().scene())));
            }
        }
        return pictures;
    }

    /** Closes the windows; the walls of those that are open are their owner's. */
    @Override
    public void close() {
        following.close();
        shutReady();
        open.values().forEach(each -> each.window().close());
    }
}

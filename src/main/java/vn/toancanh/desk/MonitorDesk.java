package vn.toancanh.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.model.Monitor;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.wall.KeptWindow;
import vn.toancanh.wall.MonitorMatch;
import vn.toancanh.wall.MonitorMatch.By;
import vn.toancanh.wall.MonitorMatch.Found;
import vn.toancanh.wall.Monitors;

/**
 * Which windows the wall has, and on which monitor each of them is. A window belongs to a monitor by that monitor's identity: it
 * waits while the monitor is away, and follows where it goes. The main window stands on another one meanwhile. What is opened and closed
 * is kept for the next start. Lane: DESK.
 */
public final class MonitorDesk implements Handle {
    /** The windows of the wall, as they are kept. */
    static final PreferenceKey<String> KEPT = PreferenceKey.text("windows");

    /**
     * What the program was started with.
     *
     * @param main the monitor that the main window is given; empty: the one it was on
     * @param windows how many there are to be, as soon as there are monitors for them; 0: those that are kept
     * @param kept false where what is kept neither counts nor changes
     * @param mainWaits true where the main window, too, waits for its monitor rather than to stand on another
     */
    public record Terms(Optional<Monitor> main, int windows, boolean kept, boolean mainWaits) {
        /** As it was left. */
        public static final Terms AS_LEFT = new Terms(Optional.empty(), 0, true, false);
    }

    /**
     * One window.
     *
     * @param id under which its wall is kept
     * @param number by which people call it, from 1, the main window
     * @param home the monitor it belongs to
     * @param now the monitor it is on; empty while it waits for its own
     * @param full true where the main window fills its monitor without a frame
     */
    public record Window(int id, int number, Monitor home, Optional<Monitor> now, boolean full) {
        public boolean isMain() {
            return id == KeptWindow.MAIN;
        }

        /** True where it waits for its monitor. */
        public boolean away() {
            return now.isEmpty();
        }
    }

    private final Lane desk;
    private final Monitors monitors;
    private final Preferences preferences;
    private final Terms terms;
    private final List<KeptWindow> kept = new ArrayList<>();
    private final Map<Integer, Monitor> now = new HashMap<>();
    private final Map<Object, Runnable> listeners = new LinkedHashMap<>();
    private final Handle following;
    private boolean standsIn;
    private int wanted;

    public MonitorDesk(Lane desk, Monitors monitors, Preferences preferences, Terms terms) {
        this.desk = desk;
        this.monitors = monitors;
        this.preferences = preferences;
        this.terms = terms;
        this.wanted = terms.windows();
        if (terms.kept()) {
            kept.addAll(KeptWindow.read(preferences.get(KEPT)));
        }
        terms.main().ifPresent(given -> {
            kept.removeIf(each -> each.id() == KeptWindow.MAIN);
            kept.addFirst(new KeptWindow(KeptWindow.MAIN, given, true, false));
        });
        place(true);
        while (wanted > 0 && open().size() > wanted) {
            shut(open().getLast().id());
        }
        remember();
        this.following = monitors.onChange(() -> {
            place(false);
            changed();
        });
    }

    /** All windows that are open, the main one first, in the order of their numbers. */
    public List<Window> windows() {
        desk.assertHere();
        List<Window> windows = new ArrayList<>();
        for (KeptWindow each : open()) {
            windows.add(new Window(
                    each.id(), windows.size() + 1, each.home(), Optional.ofNullable(now.get(each.id())), each.full()));
        }
        return windows;
    }

    /** The numbers of the windows in the order in which people count the monitors that these belong to. */
    public List<Integer> asMonitorsAreCounted() {
        Comparator<Window> byHome = Comparator.comparing(Window::home, MonitorMatch.AS_PEOPLE_COUNT);
        return windows().stream().sorted(byHome).map(Window::number).toList();
    }

    /** The main window; empty only where there has not been a monitor yet. */
    public Optional<Window> main() {
        return windows().stream().filter(Window::isMain).findFirst();
    }

    /** True while the main window is on another monitor than its own, which is away. */
    public boolean mainStandsIn() {
        return standsIn;
    }

    /** Monitors on which no window is, as people count them. */
    public List<Monitor> free() {
        return monitors.now().stream()
                .filter(each -> !now.containsValue(each))
                .sorted(MonitorMatch.AS_PEOPLE_COUNT)
                .toList();
    }

    /** All monitors there are, as people count them. */
    public List<Monitor> present() {
        return monitors.now().stream().sorted(MonitorMatch.AS_PEOPLE_COUNT).toList();
    }

    /** Opens a window there, the one that was there last if there was one; does nothing where one is. */
    public void open(Monitor monitor) {
        desk.assertHere();
        if (free().contains(monitor) && add(monitor)) {
            changed();
        }
    }

    /** Opens a window on every monitor that has none. */
    public void openAll() {
        desk.assertHere();
        free().forEach(this::add);
        changed();
    }

    /** Closes a window, whose wall is kept for when one is opened there again. The main window stays. */
    public void close(int id) {
        desk.assertHere();
        if (id != KeptWindow.MAIN && open().stream().anyMatch(each -> each.id() == id)) {
            wanted = 0;
            shut(id);
            changed();
        }
    }

    /** The main window was brought by hand to a monitor, which is its own from now on unless another window is there. */
    public void mainIsOn(Monitor monitor) {
        desk.assertHere();
        if (free().contains(monitor)) {
            standsIn = false;
            now.put(KeptWindow.MAIN, monitor);
            replace(KeptWindow.MAIN, monitor);
            changed();
        }
    }

    /** The main window fills its monitor without a frame, or does so no more. */
    public void mainIsFull(boolean full) {
        desk.assertHere();
        change(KeptWindow.MAIN, each -> each.withFull(full));
        remember();
    }

    /** Tells of every later change of windows and of where they are, until the handle is closed. */
    public Handle onChange(Runnable listener) {
        desk.assertHere();
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }

    private List<KeptWindow> open() {
        return kept.stream().filter(KeptWindow::open).toList();
    }

    private void place(boolean start) {
        List<Monitor> present = monitors.now();
        if (present.isEmpty()) {
            return;
        }
        if (kept.stream().noneMatch(each -> each.id() == KeptWindow.MAIN)) {
            kept.addFirst(new KeptWindow(KeptWindow.MAIN, present.getFirst(), true, false));
        }
        change(KeptWindow.MAIN, each -> each.withOpen(true));
        now.clear();
        List<KeptWindow> open = open();
        List<Optional<Found>> found =
                MonitorMatch.of(open.stream().map(KeptWindow::home).toList(), present, start);
        for (int at = 0; at < open.size(); at++) {
            int id = open.get(at).id();
            found.get(at).ifPresent(known -> {
                now.put(id, known.monitor());
                if (known.by() != By.ORDER) {
                    replace(id, known.monitor());
                }
            });
        }
        standsIn = !terms.mainWaits() && !now.containsKey(KeptWindow.MAIN);
        if (standsIn) {
            Monitor instead = present.stream()
                    .filter(each -> !now.containsValue(each))
                    .findFirst()
                    .orElse(present.getFirst());
            now.values().remove(instead);
            now.put(KeptWindow.MAIN, instead);
        }
        while (open().size() < wanted && !free().isEmpty() && add(free().getFirst())) {
            // as many as were asked for, as far as there are monitors
        }
    }

    /** A system that tells less for a moment does not make a monitor less known. */
    private void replace(int id, Monitor seen) {
        change(id, each -> {
            Monitor home = each.home();
            return each.withHome(new Monitor(
                    seen.name().isEmpty() ? home.name() : seen.name(),
                    seen.edid().isEmpty() ? home.edid() : seen.edid(),
                    seen.x(),
                    seen.y(),
                    seen.width(),
                    seen.height()));
        });
    }

    private boolean add(Monitor monitor) {
        List<KeptWindow> closed = kept.stream().filter(each -> !each.open()).toList();
        int id = closed.stream()
                .filter(each -> MonitorMatch.of(List.of(each.home()), List.of(monitor), false)
                        .getFirst()
                        .isPresent())
                .map(KeptWindow::id)
                .findFirst()
                .orElseGet(() -> unused(closed));
        if (id == 0) {
            return false;
        }
        kept.removeIf(each -> each.id() == id);
        kept.add(new KeptWindow(id, monitor, true, false));
        kept.sort(Comparator.comparingInt(KeptWindow::id));
        now.put(id, monitor);
        return true;
    }

    /** One that nobody has; else that of a window that was closed; 0 where all are open. */
    private int unused(List<KeptWindow> closed) {
        for (int id = KeptWindow.MAIN + 1; id <= KeptWindow.MOST; id++) {
            int wish = id;
            if (kept.stream().noneMatch(each -> each.id() == wish)) {
                return id;
            }
        }
        return closed.isEmpty() ? 0 : closed.getFirst().id();
    }

    private void shut(int id) {
        now.remove(id);
        change(id, each -> each.withOpen(false));
    }

    private void change(int id, UnaryOperator<KeptWindow> edit) {
        kept.replaceAll(each -> each.id() == id ? edit.apply(each) : each);
    }

    private void changed() {
        remember();
        List.copyOf(listeners.values()).forEach(Runnable::run);
    }

    private void remember() {
        if (terms.kept()) {
            preferences.set(KEPT, KeptWindow.write(kept));
        }
    }

    @Override
    public void close() {
        following.close();
        listeners.clear();
    }
}

package vn.toancanh.app.screens;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Threads;
import vn.toancanh.model.Monitor;
import vn.toancanh.ui.shell.MonitorPart;
import vn.toancanh.wall.MonitorMatch;
import vn.toancanh.wall.Monitors;

/**
 * The monitors of this desktop: JavaFX tells where they are and when they change, and nothing of which is which; the system's own
 * names are laid over that by place. FX thread.
 */
public final class ScreenMonitors implements Monitors, MonitorPart.Screens, Handle {
    private static final Logger LOG = LoggerFactory.getLogger(ScreenMonitors.class);

    /** Monitors that come or go do so in several steps. */
    static final Duration SETTLED = Duration.ofMillis(300);

    /** The system may be asked between two of these steps: so often is it asked again. */
    private static final int TRIES = 4;

    private final Lane desk;
    private final Supplier<List<Monitor>> names;
    private final Map<Object, Runnable> listeners = new LinkedHashMap<>();
    private final InvalidationListener screensChanged = any -> soon(TRIES);
    private Map<Monitor, Screen> screens;
    private Handle waiting = Handle.NONE;
    private boolean moving;
    private boolean closed;

    /**
     * Follows the screens until it is closed.
     *
     * @param names asks the system for its outputs; blocks, and is asked on threads of its own
     * @param first what it answered at the start
     */
    public ScreenMonitors(Lane desk, Supplier<List<Monitor>> names, List<Monitor> first) {
        this.desk = desk;
        this.names = names;
        this.screens = named(first);
        LOG.info("monitors: {}", screens.keySet());
        Screen.getScreens().addListener(screensChanged);
    }

    @Override
    public List<Monitor> now() {
        desk.assertHere();
        return List.copyOf(screens.keySet());
    }

    @Override
    public Optional<Screen> screen(Monitor monitor) {
        desk.assertHere();
        return Optional.ofNullable(screens.get(monitor));
    }

    @Override
    public Optional<Monitor> at(double x, double y) {
        desk.assertHere();
        return screens.entrySet().stream()
                .filter(each -> each.getValue().getBounds().contains(x, y))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public boolean settled() {
        return !moving;
    }

    @Override
    public Handle onChange(Runnable changed) {
        desk.assertHere();
        Object token = new Object();
        listeners.put(token, changed);
        return () -> listeners.remove(token);
    }

    private void soon(int tries) {
        moving = true;
        waiting.close();
        waiting = desk.after(
                SETTLED,
                () -> Threads.virtual("monitor-names", () -> {
                            List<Monitor> told = names.get();
                            desk.execute(() -> look(told, tries));
                        })
                        .start());
    }

    private void look(List<Monitor> told, int tries) {
        if (closed) {
            return;
        }
        Map<Monitor, Screen> found = named(told);
        boolean odd = !told.isEmpty()
                && found.keySet().stream().anyMatch(each -> each.name().isEmpty());
        if (odd && tries > 1) {
            soon(tries - 1);
            return;
        }
        moving = false;
        boolean same = List.copyOf(found.keySet()).equals(now());
        screens = found;
        if (!same) {
            LOG.info("monitors: {}", screens.keySet());
            List.copyOf(listeners.values()).forEach(Runnable::run);
        }
    }

    /** The primary one first. */
    private static Map<Monitor, Screen> named(List<Monitor> told) {
        List<Monitor> left = new ArrayList<>(told);
        Map<Monitor, Screen> found = new LinkedHashMap<>();
        Map<Monitor, Screen> others = new LinkedHashMap<>();
        for (Screen screen : Screen.getScreens()) {
            Monitor bare = bare(screen);
            int off = (int) Math.ceil(screen.getOutputScaleX()) + 1;
            Monitor known = left.stream()
                    .filter(each -> near(each, bare, off))
                    .findFirst()
                    .orElse(bare);
            left.remove(known);
            (screen.equals(Screen.getPrimary()) ? found : others).put(known, screen);
        }
        others.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(MonitorMatch.AS_PEOPLE_COUNT))
                .forEach(each -> found.put(each.getKey(), each.getValue()));
        return found;
    }

    private static Monitor bare(Screen screen) {
        Rectangle2D place = screen.getBounds();
        double across = screen.getOutputScaleX();
        double down = screen.getOutputScaleY();
        return new Monitor(
                "",
                "",
                (int) Math.round(place.getMinX() * across),
                (int) Math.round(place.getMinY() * down),
                (int) Math.max(1, Math.round(place.getWidth() * across)),
                (int) Math.max(1, Math.round(place.getHeight() * down)));
    }

    /** JavaFX cuts places to whole logical pixels. */
    private static boolean near(Monitor one, Monitor other, int off) {
        return Math.abs(one.x() - other.x()) <= off
                && Math.abs(one.y() - other.y()) <= off
                && Math.abs(one.width() - other.width()) <= off
                && Math.abs(one.height() - other.height()) <= off;
    }

    @Override
    public void close() {
        closed = true;
        waiting.close();
        Screen.getScreens().removeListener(screensChanged);
        listeners.clear();
    }
}

package vn.toancanh.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.toancanh.model.Monitor;
import vn.toancanh.wall.remote.CityWall;
import vn.toancanh.wall.remote.CityWall.Screen;

/**
 * Which screen of a wall each window of this desk is: the one that was named for the main window, the one that is called as the window's
 * monitor, else the one of the window's number. Pure.
 *
 * @param screens ids of screens, by the windows' ids
 * @param homeless windows that are none of them
 */
record NodeScreens(Map<Integer, String> screens, List<NodeWindow> homeless) {
    static final NodeScreens NONE = new NodeScreens(Map.of(), List.of());

    NodeScreens {
        screens = Map.copyOf(screens);
        homeless = List.copyOf(homeless);
    }

    static NodeScreens of(CityWall wall, List<NodeWindow> windows, String named) {
        Map<Integer, String> found = new HashMap<>();
        Set<String> taken = new HashSet<>();
        List<NodeWindow> left = new ArrayList<>(windows);
        if (!named.isEmpty() && !left.isEmpty()) {
            NodeWindow main = left.removeFirst();
            Optional<Screen> screen = first(wall, taken, each -> isCalled(each, named));
            screen.ifPresent(there -> take(main, there, found, taken));
            if (screen.isEmpty()) {
                return new NodeScreens(found, windows);
            }
        }
        for (NodeWindow window : List.copyOf(left)) {
            String monitor = window.monitor().name();
            first(wall, taken, each -> each.id().equalsIgnoreCase(monitor)).ifPresent(screen -> {
                take(window, screen, found, taken);
                left.remove(window);
            });
        }
        for (NodeWindow window : List.copyOf(left)) {
            first(wall, taken, each -> each.number() == window.number()).ifPresent(screen -> {
                take(window, screen, found, taken);
                left.remove(window);
            });
        }
        return new NodeScreens(found, left);
    }

    private static boolean isCalled(Screen screen, String named) {
        return screen.id().equalsIgnoreCase(named)
                || Integer.toString(screen.number()).equals(named);
    }

    private static Optional<Screen> first(CityWall wall, Set<String> taken, Predicate<Screen> which) {
        return wall.screens().stream()
                .filter(each -> !taken.contains(each.id()))
                .filter(which)
                .findFirst();
    }

    private static void take(NodeWindow window, Screen screen, Map<Integer, String> found, Set<String> taken) {
        found.put(window.id(), screen.id());
        taken.add(screen.id());
    }

    /** The wall with screens for the windows that have none, of the size and at the place of their monitors. */
    CityWall completed(CityWall wall, String named) {
        List<Screen> all = new ArrayList<>(wall.screens());
        for (NodeWindow window : homeless) {
            Monitor monitor = window.monitor();
            String wished = !named.isEmpty() && window.equals(homeless.getFirst()) && screens.isEmpty()
                    ? named
                    : monitor.name();
            all.add(new Screen(
                    unusedId(all, wished, window.number()),
                    unusedNumber(all, window.number()),
                    monitor.x(),
                    monitor.y(),
                    monitor.width(),
                    monitor.height(),
                    false,
                    null));
        }
        return wall.with(all);
    }

    private static String unusedId(List<Screen> all, String wished, int number) {
        String id = NodeName.isId(wished) ? wished : "s" + number;
        String next = id;
        for (int i = 2; isThere(all, next); i++) {
            next = id + "-" + i;
        }
        return next;
    }

    private static boolean isThere(List<Screen> all, String id) {
        return all.stream().anyMatch(each -> each.id().equalsIgnoreCase(id));
    }

    private static int unusedNumber(List<Screen> all, int wished) {
        int number = wished;
        while (true) {
            int tried = number;
            if (all.stream().noneMatch(each -> each.number() == tried)) {
                return number;
            }
            number++;
        }
    }
}

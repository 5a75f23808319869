package vn.toancanh.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.toancanh.app.Surroundings;
import vn.toancanh.central.Administration;
import vn.toancanh.central.WallAdministration.Screen;
import vn.toancanh.central.WallAdministration.Wall;

/** {@code ./wall admin walls …}: walls that other desks bring scenes to, and their screens. */
final class AdminWalls {
    /** Place and size, and behind them who alone may show it, and whether it is for visitors. */
    private static final Pattern SCREEN = Pattern.compile(
            "(\\d{1,4})=(\\d{1,7})x(\\d{1,7})(?:\\+(\\d{1,7})\\+(\\d{1,7}))?(?:@([^,@]{1,64}))?(,visitors)?");

    private static final int MOST_SCREENS = 64;

    private AdminWalls() {}

    /** By its id, else by its name, where only one is called so. */
    private static Wall wall(Administration server, String name) {
        List<Wall> walls = server.walls().walls();
        List<Wall> named = walls.stream()
                .filter(wall -> wall.name().equalsIgnoreCase(name))
                .toList();
        return walls.stream()
                .filter(wall -> wall.id().equals(name))
                .findFirst()
                .or(() -> named.size() == 1 ? named.stream().findFirst() : Optional.empty())
                .orElseThrow(() -> AdminTask.unknown(named.size() > 1 ? "admin.manyWalls" : "admin.noWall", name));
    }

    private static String said(Screen screen) {
        return screen.number() + "=" + screen.w() + "x" + screen.h() + "+" + screen.x() + "+" + screen.y()
                + (screen.username() == null ? "" : "@" + screen.username())
                + (screen.publishedOnly() ? ",visitors" : "");
    }

    @Command(name = "list", description = "${bundle:admin.wallsList}")
    static final class ListAll extends AdminTask {
        ListAll(Surroundings given) {
            super(given);
        }

        @Override
        void run(Administration server) {
            for (Wall wall : server.walls().walls()) {
                print(List.of(
                        wall.id(),
                        wall.name(),
                        wall.siteId() == null ? "" : wall.siteId(),
                        String.join(
                                " ",
                                wall.screens().stream().map(AdminWalls::said).toList())));
            }
        }
    }

    @Command(name = "add", description = "${bundle:admin.wallsAdd}")
    static final class Add extends AdminTask {
        @Parameters(paramLabel = "NAME", descriptionKey = "admin.wallName")
        private String name = "";

        @Option(names = "--site", paramLabel = "SITE", descriptionKey = "admin.wallSite")
        private @Nullable String site;

        @Option(
                names = "--screen",
                paramLabel = "NUMBER=WxH[+X+Y][@USER][,visitors]",
                required = true,
                descriptionKey = "admin.wallScreen")
        private List<String> screens = new ArrayList<>();

        Add(Surroundings given) {
            super(given);
        }

        @Override
        void check() {
            screens.forEach(this::screen);
            common.within(given.texts(), "--screen", screens.size(), 1, MOST_SCREENS);
        }

        private Screen screen(String typed) {
            Matcher found = SCREEN.matcher(typed);
            if (!found.matches()) {
                throw wrong("--screen", typed);
            }
            @Nullable String x = found.group(4);
            @Nullable String y = found.group(5);
            return new Screen(
                    "s" + found.group(1),
                    Integer.parseInt(found.group(1)),
                    x == null ? 0 : Integer.parseInt(x),
                    y == null ? 0 : Integer.parseInt(y),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(3)),
                    found.group(7) != null,
                    found.group(6));
        }

        @Override
        void run(Administration server) {
            print(server.walls()
                    .add(new Wall(
                            "",
                            name,
                            site == null ? null : site(server, site).id(),
                            beside(screens.stream().map(this::screen).toList()))));
        }

        /** Where no place is said of any of several, each stands at the right of the one before. */
        private List<Screen> beside(List<Screen> typed) {
            if (screens.stream().anyMatch(each -> each.contains("+"))) {
                return typed;
            }
            List<Screen> placed = new ArrayList<>();
            int x = 0;
            for (Screen each : typed) {
                placed.add(new Screen(
                        each.id(), each.number(), x, 0, each.w(), each.h(), each.publishedOnly(), each.username()));
                x += each.w();
            }
            return placed;
        }
    }

    @Command(name = "rename", description = "${bundle:admin.wallsRename}")
    static final class Rename extends AdminTask {
        @Parameters(index = "0", paramLabel = "WALL", descriptionKey = "admin.wall")
        private String wall = "";

        @Parameters(index = "1", paramLabel = "NAME", descriptionKey = "admin.wallName")
        private String name = "";

        Rename(Surroundings given) {
            super(given);
        }

        @Override
        void run(Administration server) {
            server.walls().rename(wall(server, wall).id(), name);
            print(given.texts().get("admin.changed", name));
        }
    }

    @Command(name = "remove", description = "${bundle:admin.wallsRemove}")
    static final class Remove extends AdminTask {
        @Parameters(paramLabel = "WALL", descriptionKey = "admin.wall")
        private String wall = "";

        Remove(Surroundings given) {
            super(given);
        }

        @Override
        void run(Administration server) {
            server.walls().remove(wall(server, wall).id());
            print(given.texts().get("admin.removed", wall));
        }
    }
}

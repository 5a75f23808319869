package vn.toancanh.desk;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import vn.toancanh.access.Level;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.remote.CityWall;
import vn.toancanh.wall.remote.CityWall.Screen;
import vn.toancanh.wall.remote.CityWalls;
import vn.toancanh.wall.remote.CityWalls.Fate;
import vn.toancanh.wall.remote.Push;
import vn.toancanh.wall.remote.Scene;
import vn.toancanh.wall.remote.WallStanding;
import vn.toancanh.wall.remote.WallStanding.ScreenStanding;

/**
 * The walls of the city in the hands of whoever works at this desk: what stands on them, scenes to bring there, and what came of it. Lane: DESK.
 */
public final class PushDesk implements Handle {
    /** How long a wall may take to do what it is told. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CityWalls walls;
    private final PlaceRights rights;
    private final Supplier<Layout> present;
    private final WatchedWalls watched;
    private final OrderUnderWay order;
    private final TileOrders tiles;
    private final DescribeWalls describing;
    private final Handle news;
    private Optional<Said> said = Optional.empty();
    private WallEar ear = WallEar.NOBODY;

    /**
     * @param present the layout of the window that the panel is in
     * @param deskName what this desk is called on walls
     * @param ids makes identifiers that nobody else makes
     */
    public PushDesk(
            Lane desk,
            CityWalls walls,
            PlaceRights rights,
            Supplier<Layout> present,
            String deskName,
            Supplier<UUID> ids) {
        this.walls = walls;
        this.rights = rights;
        this.present = present;
        this.watched = new WatchedWalls(desk, walls);
        this.order = new OrderUnderWay(desk, walls, deskName, ids, this::say, () -> ear);
        this.tiles = new TileOrders(watched, this::tell, this::say);
        this.describing = new DescribeWalls(walls, rights, watched, this::say);
        this.news = walls.onNews(new CityWalls.News() {
            @Override
            public void changed(String wallId) {
                watched.look();
            }

            @Override
            public void told(String wallId) {
                // what comes of it is told as a change
            }

            @Override
            public void settled(String orderId, Fate fate, String detail) {
                order.settled(orderId, fate, detail);
                watched.look();
            }

            @Override
            public void afresh() {
                watched.look();
            }
        });
    }

    /** The walls, the one that is looked at, and the screens that are chosen there. */
    public WatchedWalls watched() {
        return watched;
    }

    /** From now on that one notes what is done with walls from here. */
    public void tell(WallEar who) {
        ear = who;
    }

    /** Whether there are walls at the server that is signed in at. */
    public boolean offered() {
        return walls.offered();
    }

    /** What came of what was done last. */
    public Optional<Said> said() {
        return said;
    }

    /** True where whoever works here may tell the wall that is looked at something, as far as is known. */
    public boolean mayPush() {
        return may(Level.OPERATE);
    }

    private boolean may(Level level) {
        return watched.wall().filter(wall -> rights.atWall(level, wall.site())).isPresent();
    }

    /** True where he may delete a scene of that wall: one of his own, or any where he manages the wall. */
    public boolean mayDelete(Scene scene) {
        return mayPush() && (scene.own() || may(Level.MANAGE));
    }

    /** What walls are called, where they hang and which screens they have. */
    public DescribeWalls describing() {
        return describing;
    }

    /** Brings a scene to the screens that are chosen, else to all that it has. */
    public void push(Scene scene) {
        tell(new Push.What.OfScene(scene.id()), List.copyOf(watched.touched()), scene.name());
    }

    /** Brings what stands on this window to the screens that are chosen, else to all. */
    public void pushPresent() {
        Layout layout = present.get();
        tell(new Push.What.OfLayout(layout), List.copyOf(watched.touched()), layout.name());
    }

    /** Has the screens that are chosen, else all, show nothing. */
    public void blank() {
        tell(new Push.What.Blank());
    }

    /** Has them show which screen each is. */
    public void identify() {
        tell(new Push.What.Identify());
    }

    /** Has them show some words for whoever stands there. */
    public void say(String text, Duration time) {
        String line = text.strip();
        if (!line.isEmpty()) {
            tell(new Push.What.Message(line, time));
        }
    }

    /** What is done with single tiles of the wall's screens. */
    public TileOrders tiles() {
        return tiles;
    }

    /** The wall is its own again: what stood before comes back. */
    public void release() {
        watched.wall().ifPresent(wall -> order.tell(wall, new Push.What.Release(), List.of(), -1, ""));
    }

    private void tell(Push.What what) {
        tell(what, List.copyOf(watched.touched()));
    }

    private void tell(Push.What what, List<String> screens) {
        tell(what, screens, "");
    }

    /** What is to stand there takes the place of what was seen; what was not seen yet is nobody's to replace. */
    private void tell(Push.What what, List<String> screens, String name) {
        Optional<Long> seen =
                what.passes() ? Optional.of(-1L) : watched.standing().map(WallStanding::stateVersion);
        if (watched.wall().isPresent() && seen.isEmpty()) {
            say(Said.refused("walls.notSeenYet"));
            return;
        }
        watched.wall().ifPresent(wall -> order.tell(wall, what, screens, seen.orElse(-1L), name));
    }

    /** Saves what stands on the screens that are chosen, else on all, as a new scene. */
    public void saveScene(String name) {
        Optional<CityWall> of = watched.wall();
        if (of.isEmpty() || name.isBlank()) {
            return;
        }
        Map<String, Optional<Layout>> layouts = new LinkedHashMap<>();
        for (Screen screen : of.get().screens()) {
            if (watched.touched().isEmpty() || watched.touched().contains(screen.id())) {
                watched.standing()
                        .flatMap(now -> now.screen(screen.id()))
                        .flatMap(ScreenStanding::layout)
                        .ifPresent(layout -> layouts.put(screen.id(), Optional.of(layout)));
            }
        }
        if (layouts.isEmpty()) {
            say(Said.refused("walls.nothingToSave"));
            return;
        }
        walls.saveScene(of.get().id(), name.strip(), layouts, outcome -> {
            say(
                    outcome instanceof Outcome.Failed<Scene>(Failure failure)
                            ? Said.refused(failure)
                            : Said.done("walls.sceneSaved", name.strip(), layouts.size()));
            watched.look();
        });
    }

    /** Deletes a scene. */
    public void delete(Scene scene) {
        watched.wall()
                .ifPresent(wall -> walls.deleteScene(wall.id(), scene, outcome -> {
                    say(
                            outcome instanceof Outcome.Failed<String>(Failure failure)
                                    ? Said.refused(failure)
                                    : Said.done("walls.sceneDeleted", scene.name()));
                    watched.look();
                }));
    }

    private void say(Said next) {
        said = Optional.of(next);
        watched.changed();
        watched.look();
    }

    @Override
    public void close() {
        news.close();
        order.close();
        watched.close();
    }
}

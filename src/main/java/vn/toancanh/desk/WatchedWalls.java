package vn.toancanh.desk;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.catalogue.NameOrder;
import vn.toancanh.model.CellContent;
import vn.toancanh.wall.remote.CityWall;
import vn.toancanh.wall.remote.CityWalls;
import vn.toancanh.wall.remote.Scene;
import vn.toancanh.wall.remote.WallStanding;

/** The walls of the city as somebody looks at them: which there are, what stands on one of them, its scenes, by their names. Looks while somebody watches. Lane: DESK. */
public final class WatchedWalls implements Handle {
    /** Whether screens are there is told by nobody, so it is asked so often. */
    static final Duration LOOK = Duration.ofSeconds(5);

    private final Lane desk;
    private final CityWalls walls;
    private final NameOrder order = new NameOrder();
    private final Map<Object, Runnable> listeners = new LinkedHashMap<>();
    private Handle looking = Handle.NONE;
    private List<CityWall> all = List.of();
    private @Nullable String chosen;
    private Optional<WallStanding> standing = Optional.empty();
    private List<Scene> scenes = List.of();
    private Set<String> touched = Set.of();
    private Optional<Spot> spot = Optional.empty();
    private boolean loaded;
    private boolean unheard;
    private boolean asking;
    private boolean again;

    WatchedWalls(Lane desk, CityWalls walls) {
        this.desk = desk;
        this.walls = walls;
    }

    /** Looks at the walls until the handle is closed. */
    public Handle watch(Runnable changed) {
        desk.assertHere();
        Object token = new Object();
        listeners.put(token, changed);
        if (listeners.size() == 1) {
            looking.close();
            looking = desk.every(LOOK, this::look);
        }
        look();
        return () -> {
            listeners.remove(token);
            if (listeners.isEmpty()) {
                looking.close();
            }
        };
    }

    /** Looks again, where somebody watches. */
    void look() {
        if (listeners.isEmpty() || !walls.offered()) {
            return;
        }
        if (asking) {
            again = true;
            return;
        }
        asking = true;
        walls.list(outcome -> {
            unheard = silent(outcome);
            if (outcome instanceof Outcome.Done<List<CityWall>>(List<CityWall> list)) {
                loaded = true;
                all = order.sorted(list, CityWall::name);
                if (wall().isEmpty()) {
                    chosen = all.isEmpty() ? null : all.getFirst().id();
                    forget();
                }
            }
            Optional<CityWall> wall = wall();
            if (wall.isPresent()) {
                lookAt(wall.get());
            } else {
                answered();
            }
        });
    }

    private void lookAt(CityWall wall) {
        walls.standing(wall.id(), outcome -> {
            boolean same = wall.id().equals(chosen);
            unheard |= silent(outcome);
            if (same && outcome instanceof Outcome.Done<WallStanding>(WallStanding now)) {
                standing = Optional.of(now);
            }
            walls.scenes(wall.id(), list -> {
                if (wall.id().equals(chosen) && list instanceof Outcome.Done<List<Scene>>(List<Scene> known)) {
                    scenes = order.sorted(known, Scene::name);
                }
                answered();
            });
        });
    }

    /** True where there was no answer at all; a refusal is one. */
    private static <T> boolean silent(Outcome<T> outcome) {
        return outcome instanceof Outcome.Failed<T>(Failure failure)
                && failure.kind().passing();
    }

    private void answered() {
        asking = false;
        changed();
        if (again) {
            again = false;
            look();
        }
    }

    void changed() {
        List.copyOf(listeners.values()).forEach(Runnable::run);
    }

    private void forget() {
        standing = Optional.empty();
        scenes = List.of();
        touched = Set.of();
        spot = Optional.empty();
    }

    /** True where the server could not be asked when it was last: what is told here is of before. */
    public boolean unheard() {
        return unheard;
    }

    /** True once it is known which walls there are. */
    public boolean loaded() {
        return loaded;
    }

    /** All walls that may be seen here. */
    public List<CityWall> all() {
        return all;
    }

    /** The wall that is looked at. */
    public Optional<CityWall> wall() {
        return all.stream().filter(each -> each.id().equals(chosen)).findFirst();
    }

    /** Looks at another. */
    public void choose(String wallId) {
        if (!wallId.equals(chosen)) {
            chosen = wallId;
            forget();
            changed();
            look();
        }
    }

    /** What stands on it; empty until that is known. */
    public Optional<WallStanding> standing() {
        return standing;
    }

    /** Its scenes. */
    public List<Scene> scenes() {
        return scenes;
    }

    /** Ids of the screens that are chosen; none: all are meant. */
    public Set<String> touched() {
        return touched;
    }

    /** Chooses a screen, or no more. */
    public void touch(String screenId) {
        Set<String> next = new LinkedHashSet<>(touched);
        if (!next.remove(screenId)) {
            next.add(screenId);
        }
        touched = Set.copyOf(next);
        if (!touched.contains(screenId)) {
            spot = spot.filter(each -> !each.screen().equals(screenId));
        }
        changed();
    }

    /** A tile of a screen, from 0. */
    public record Spot(String screen, int tile) {}

    /** The tile that is chosen, as long as its screen is and has it. */
    public Optional<Spot> spot() {
        return spot.filter(each -> content(each.screen(), each.tile()).isPresent());
    }

    /** Chooses a tile with its screen; chosen again, neither is. */
    public void touch(String screenId, int tile) {
        Optional<Spot> next = Optional.of(new Spot(screenId, tile));
        boolean again = spot().equals(next);
        if (again || !touched.contains(screenId)) {
            touch(screenId);
        }
        spot = again ? Optional.empty() : next;
        changed();
    }

    /** What stands in a tile of a screen, from 0; empty where the screen has no such tile, or nothing is known of it. */
    public Optional<CellContent> content(String screenId, int tile) {
        return standing.flatMap(now -> now.screen(screenId))
                .flatMap(WallStanding.ScreenStanding::layout)
                .filter(layout -> tile >= 0 && tile < layout.cells().size())
                .map(layout -> layout.cells().get(tile).content());
    }

    @Override
    public void close() {
        looking.close();
        listeners.clear();
    }
}

package vn.toancanh.desk;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.Level;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.SiteId;
import vn.toancanh.wall.remote.CityWall;
import vn.toancanh.wall.remote.CityWall.Screen;
import vn.toancanh.wall.remote.CityWalls;
import vn.toancanh.wall.remote.WallStanding.ScreenStanding;

/**
 * What walls of the city are called, where they hang and which screens they have, in the hands of whoever may configure. What is changed
 * is the version that was seen: where somebody was faster it is refused, and said. Lane: DESK.
 */
public final class DescribeWalls {
    /** The longest name. */
    public static final int LONGEST_NAME = 100;

    private final CityWalls walls;
    private final PlaceRights rights;
    private final WatchedWalls watched;
    private final Consumer<Said> say;

    DescribeWalls(CityWalls walls, PlaceRights rights, WatchedWalls watched, Consumer<Said> say) {
        this.walls = walls;
        this.rights = rights;
        this.watched = watched;
        this.say = say;
    }

    /** True where whoever works here may describe the wall that is looked at, as far as is known. */
    public boolean may() {
        return watched.wall().filter(wall -> mayHangAt(wall.site())).isPresent();
    }

    /**
     * True where he may hang a wall at that site, as far as is known.
     *
     * @param site null: it would be the whole city's
     */
    public boolean mayHangAt(@Nullable SiteId site) {
        return rights.atWall(Level.CONFIGURE, site);
    }

    /**
     * Calls a wall that, and hangs it there.
     *
     * @param seen as it was when that was chosen
     * @param site null: it is the whole city's
     */
    public void describe(CityWall seen, String name, @Nullable SiteId site) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            say.accept(Said.refused("walls.nameNeeded", LONGEST_NAME));
            return;
        }
        CityWall next = new CityWall(seen.id(), called, site, seen.screens(), seen.version());
        describe(next, Said.done("walls.described", called));
    }

    /** Has a screen show only cameras that are published for visitors, or all again. */
    public void forVisitors(Screen screen, boolean only) {
        watched.wall().ifPresent(wall -> {
            List<Screen> screens = wall.screens().stream()
                    .map(each -> each.id().equals(screen.id()) ? each.forVisitors(only) : each)
                    .toList();
            describe(wall.with(screens), Said.done(only ? "walls.nowForVisitors" : "walls.nowForAll", screen.number()));
        });
    }

    /** True for a screen that nobody shows now, of a wall that has others: one that is there would come again by itself. */
    public boolean mayRemove(Screen screen) {
        return may()
                && watched.wall().filter(wall -> wall.screens().size() > 1).isPresent()
                && watched.standing()
                        .flatMap(now -> now.screen(screen.id()))
                        .filter(now -> !now.online())
                        .isPresent();
    }

    /** Takes a screen from its wall. */
    public void remove(Screen screen) {
        if (mayRemove(screen)) {
            watched.wall()
                    .ifPresent(wall -> describe(
                            wall.with(wall.screens().stream()
                                    .filter(each -> !each.id().equals(screen.id()))
                                    .toList()),
                            Said.done("walls.screenRemoved", screen.number())));
        }
    }

    private void describe(CityWall wall, Said done) {
        walls.describe(
                wall,
                outcome -> say.accept(
                        outcome instanceof Outcome.Failed<CityWall>(Failure failure) ? Said.refused(failure) : done));
    }

    /** True while a screen of the wall that is looked at is there, as far as is known: its machine would describe the wall again. */
    public boolean isShown() {
        return watched.standing()
                .filter(now -> now.screens().stream().anyMatch(ScreenStanding::online))
                .isPresent();
    }

    /** Deletes a wall with its scenes, as it was seen; one that a machine shows stays until that is ended. */
    public void delete(CityWall seen) {
        if (isShown()) {
            say.accept(Said.refused("walls.stillShown", seen.name()));
            return;
        }
        walls.delete(
                seen,
                outcome -> say.accept(
                        outcome instanceof Outcome.Failed<String>(Failure failure)
                                ? Said.refused(failure)
                                : Said.done("walls.wallDeleted", seen.name())));
    }
}

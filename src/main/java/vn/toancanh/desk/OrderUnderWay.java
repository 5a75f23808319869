package vn.toancanh.desk;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.wall.remote.CityWall;
import vn.toancanh.wall.remote.CityWalls;
import vn.toancanh.wall.remote.CityWalls.Fate;
import vn.toancanh.wall.remote.Push;
import vn.toancanh.wall.remote.Refusal;

/**
 * The order that this desk has given a wall last, from the first try to what came of it. A try whose answer was lost is repeated with the same
 * key, by which it is done once. Lane: DESK.
 */
final class OrderUnderWay {
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final int TRIES = 3;
    private static final int MOST_EARLY = 64;

    /** Longer than the server waits for the wall, so that its word comes first. */
    private static final Duration SILENCE = PushDesk.PATIENCE.plusSeconds(5);

    private record Settled(Fate fate, String detail) {}

    private record Given(CityWall wall, Push.What what, String name) {
        boolean shows() {
            return what instanceof Push.What.OfScene || what instanceof Push.What.OfLayout;
        }

        boolean releases() {
            return what instanceof Push.What.Release;
        }

        /** True where the wall is controlled from here by it. */
        boolean controls() {
            return !what.passes() && !releases();
        }
    }

    private final Lane desk;
    private final CityWalls walls;
    private final String deskName;
    private final Supplier<UUID> ids;
    private final Consumer<Said> said;
    private final Supplier<WallEar> ear;
    private final Map<String, Settled> early = new LinkedHashMap<>();
    private final Map<String, Long> made = new HashMap<>();
    private Handle due = Handle.NONE;
    private @Nullable String waitsFor;
    private @Nullable Given given;
    private long turn;

    /** @param ear who notes what is done with walls, as of then */
    OrderUnderWay(
            Lane desk,
            CityWalls walls,
            String deskName,
            Supplier<UUID> ids,
            Consumer<Said> said,
            Supplier<WallEar> ear) {
        this.ear = ear;
        this.desk = desk;
        this.walls = walls;
        this.deskName = deskName;
        this.ids = ids;
        this.said = said;
    }

    /**
     * Gives one; what comes of the one before is not waited for any more.
     *
     * @param name of the scene or layout; empty where there is none
     */
    void tell(CityWall wall, Push.What what, List<String> screens, long seen, String name) {
        due.close();
        early.clear();
        waitsFor = null;
        Given order = new Given(wall, what, name);
        given = order;
        // What this desk has told it last is seen before it is looked at.
        long known = seen < 0 ? seen : Math.max(seen, made.getOrDefault(wall.id(), seen));
        Push push = new Push(ids.get().toString(), what, screens, known, deskName, PushDesk.PATIENCE);
        String words = order.releases() ? "walls.ending" : order.shows() ? "walls.pushing" : "walls.telling";
        said.accept(new Said(Said.Kind.UNDER_WAY, words, List.of(wall.name()), null));
        send(order, push, ++turn, 1);
    }

    private void send(Given order, Push push, long mine, int tries) {
        CityWall wall = order.wall();
        walls.push(wall.id(), push, outcome -> {
            // Also of one for which nobody waits any more: the wall is controlled all the same.
            heard(order, outcome);
            if (mine != turn) {
                return;
            }
            switch (outcome) {
                case Outcome.Done<Push.Told>(Push.Told told) -> {
                    made.put(wall.id(), told.stateVersion());
                    if (order.releases()) {
                        said.accept(Said.done("walls.ended", wall.name()));
                    } else {
                        await(told.id(), mine);
                    }
                }
                case Outcome.Failed<Push.Told>(Failure failure) -> {
                    if (failure.kind() == Kind.CONFLICT) {
                        made.remove(wall.id());
                    }
                    if (failure.unanswered() && tries < TRIES) {
                        due = desk.after(AGAIN, () -> send(order, push, mine, tries + 1));
                    } else {
                        said.accept(Said.refused(failure));
                    }
                }
            }
        });
    }

    private void heard(Given order, Outcome<Push.Told> outcome) {
        boolean sure = outcome instanceof Outcome.Done<Push.Told>;
        boolean lost = outcome instanceof Outcome.Failed<Push.Told>(Failure why) && why.unanswered();
        if (order.releases() && sure) {
            ear.get().released(order.wall());
        } else if (order.controls() && (sure || lost)) {
            ear.get().told(order.wall(), sure);
        }
    }

    private void await(String id, long mine) {
        waitsFor = id;
        Settled known = early.remove(id);
        if (known != null) {
            settled(id, known.fate(), known.detail());
            return;
        }
        due = desk.after(SILENCE, () -> {
            if (mine == turn && id.equals(waitsFor)) {
                settled(id, Fate.EXPIRED, "");
            }
        });
    }

    /** What became of an order; of one that is not known yet, too, for events may be quicker than answers. */
    void settled(String id, Fate fate, String detail) {
        Given order = given;
        if (order == null || !id.equals(waitsFor)) {
            if (early.size() < MOST_EARLY) {
                early.put(id, new Settled(fate, detail));
            }
            return;
        }
        waitsFor = null;
        due.close();
        if (fate == Fate.DONE && order.controls()) {
            ear.get().done(order.wall(), order.what(), order.name());
        }
        String wall = order.wall().name();
        said.accept(
                switch (fate) {
                    case DONE -> Said.done(order.shows() ? "walls.pushed" : "walls.told", wall);
                    case EXPIRED -> Said.refused("walls.noAnswer", wall, PushDesk.PATIENCE.toSeconds());
                    case FAILED ->
                        Refusal.of(detail)
                                .map(why -> Said.refused(why.textKey()))
                                .orElse(Said.refused(order.shows() ? "walls.failed" : "walls.notDone", wall));
                });
    }

    void close() {
        turn++;
        due.close();
    }
}

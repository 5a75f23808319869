package vn.toancanh.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.LiveWall;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.CellContent.Carousel;
import vn.toancanh.model.CellContent.Carousel.Stop;
import vn.toancanh.model.Layout;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.wall.WallState;

/**
 * The tiles of one wall whose cameras take turns. The next camera is received before its turn comes; one that had no picture by the
 * end of its turn is counted. Turns wait while a tile is lent or cannot be seen, while one is enlarged, and while somebody or something holds
 * them; those that began together and come round together, as pages do, are in step again after that. Whose turn it is is no change of
 * the wall. Lane: DESK.
 */
public final class Carousels implements Handle {
    static final Duration TICK = Duration.ofMillis(500);

    /** So long before its turn a camera is received. */
    static final Duration AHEAD = Duration.ofSeconds(3);

    /**
     * How one goes on.
     *
     * @param at whose turn it is, from 1
     * @param of how many there are
     * @param dead how many had no picture in their last turn
     * @param waits true where something holds it
     */
    public record Reading(int at, int of, int dead, boolean waits) {}

    private final LiveWall live;
    private final RotationSwitch rotation;
    private final Supplier<WallState> wall;
    private final LentTiles lent;
    private final TileMemory.Hand hand;
    private final Consumer<Layout> seenOtherwise;
    private final Lane desk;
    private List<@Nullable Turns> tiles = List.of();
    private IntPredicate held = tile -> false;
    private final Map<Object, Integer> claims = new LinkedHashMap<>();
    private Handle ticking = Handle.NONE;
    private boolean going;

    /**
     * @param lent what lies over them
     * @param hand puts something into a tile as a person does
     * @param seenOtherwise something else is to be seen than this
     */
    Carousels(
            Lane desk,
            LiveWall live,
            RotationSwitch rotation,
            Supplier<WallState> wall,
            LentTiles lent,
            TileMemory.Hand hand,
            Consumer<Layout> seenOtherwise) {
        this.desk = desk;
        this.live = live;
        this.rotation = rotation;
        this.wall = wall;
        this.lent = lent;
        this.hand = hand;
        this.seenOtherwise = seenOtherwise;
    }

    /** Lets the cameras of a wall's selection take turns, or ends the carousel that is selected. */
    public static void toggle(WallDesk wall) {
        if (wall.chosen().isCarousel()) {
            wall.carousels().end(wall.wall().selected());
        } else {
            wall.chosen().rotate();
        }
    }

    /** What stops all of them, on all walls. */
    public RotationSwitch rotation() {
        return rotation;
    }

    /** Who says at which tile turns are to wait; in place of who said so before. */
    public void holdWhile(IntPredicate holds) {
        held = holds;
    }

    /** Has the turns of one tile wait until the handle is closed, whatever else holds them. */
    Handle hold(int tile) {
        Object claim = new Object();
        claims.put(claim, tile);
        return () -> claims.remove(claim);
    }

    private boolean isHeld(int tile) {
        return claims.containsValue(tile) || held.test(tile);
    }

    /** The carousel of a tile; empty where there is none. */
    public Optional<Reading> at(int tile) {
        return Optional.ofNullable(turns(tile))
                .map(turns -> new Reading(turns.at + 1, turns.cameras.stops().size(), turns.dead.size(), turns.waits));
    }

    /** Goes on to the next camera of a tile now, or back to the one before. */
    public void step(int tile, int steps) {
        Turns turns = turns(tile);
        if (turns != null) {
            Layout before = lent.over(over(wall.get().layout()));
            turns.go(steps);
            seenOtherwise.accept(before);
        }
    }

    /**
     * Has the cameras of a tile's carousel take other turns; whose turn it is stays where it still has one.
     *
     * @param stops none: nothing is done
     */
    public void turn(int tile, List<Stop> stops) {
        Turns turns = turns(tile);
        if (turns == null || stops.isEmpty() || stops.equals(turns.cameras.stops())) {
            return;
        }
        CameraId now = turns.stop(0).camera();
        hand.put(
                tile,
                stops.size() == 1
                        ? new CellContent.OfCamera(stops.getFirst().camera(), StreamChoice.AUTO)
                        : new Carousel(stops));
        Turns next = turns(tile);
        if (next != null && !next.equals(turns) && next.cameras.stops().equals(stops)) {
            Layout before = lent.over(over(wall.get().layout()));
            next.goTo(now);
            seenOtherwise.accept(before);
        }
    }

    /** Ends a carousel: the camera whose turn it is stays. */
    public void end(int tile) {
        Turns turns = turns(tile);
        if (turns != null) {
            hand.put(tile, new CellContent.OfCamera(turns.stop(0).camera(), StreamChoice.AUTO));
        }
    }

    private @Nullable Turns turns(int tile) {
        return tile >= 0 && tile < tiles.size() ? tiles.get(tile) : null;
    }

    /** The wall is another: one that stays, there or elsewhere, goes on where it was. */
    void follow(Layout layout) {
        List<Turns> free = new ArrayList<>();
        List<@Nullable Turns> next = new ArrayList<>();
        for (int tile = 0; tile < layout.cells().size(); tile++) {
            Turns was = turns(tile);
            boolean stays =
                    was != null && was.cameras.equals(layout.cells().get(tile).content());
            next.add(stays ? was : null);
        }
        for (Turns was : tiles) {
            if (was != null && !next.contains(was)) {
                free.add(was);
            }
        }
        Map<Integer, Object> steps = new HashMap<>();
        for (int tile = 0; tile < next.size(); tile++) {
            if (next.get(tile) == null && layout.cells().get(tile).content() instanceof Carousel carousel) {
                Turns moved = free.stream()
                        .filter(each -> each.cameras.equals(carousel))
                        .findFirst()
                        .orElse(null);
                free.remove(moved);
                Object step = steps.computeIfAbsent(Turns.round(carousel), any -> new Object());
                next.set(tile, moved == null ? new Turns(carousel, step) : moved);
            }
        }
        tiles = next;
        boolean some = tiles.stream().anyMatch(turns -> turns != null);
        if (!some) {
            ticking.close();
            going = false;
        } else if (!going) {
            ticking = desk.every(TICK, this::tick);
            going = true;
        }
    }

    /** A layout with each carousel as the camera whose turn it is. */
    Layout over(Layout layout) {
        if (layout.cells().stream().noneMatch(cell -> cell.content() instanceof Carousel)) {
            return layout;
        }
        List<Cell> cells = new ArrayList<>(layout.cells());
        for (int tile = 0; tile < cells.size(); tile++) {
            cells.set(tile, cells.get(tile).with(shown(tile, cells.get(tile).content())));
        }
        return new Layout(layout.id(), layout.name(), layout.scope(), layout.grid(), cells, layout.version());
    }

    /** What is seen of what the layout has in a tile. */
    CellContent shown(int tile, CellContent content) {
        if (!(content instanceof Carousel carousel)) {
            return content;
        }
        Turns turns = turns(tile);
        Stop stop = turns != null && turns.cameras.equals(carousel)
                ? turns.stop(0)
                : carousel.stops().getFirst();
        return new CellContent.OfCamera(stop.camera(), StreamChoice.AUTO);
    }

    private void tick() {
        Layout before = lent.over(over(wall.get().layout()));
        boolean enlarged = wall.get().enlarged() != WallState.NONE;
        List<Turns> went = going();
        for (int tile = 0; tile < tiles.size(); tile++) {
            Turns turns = tiles.get(tile);
            if (turns != null) {
                LiveTile shown = live.tiles().get(tile);
                turns.seenLive |= !lent.has(tile) && shown.state().phase().live();
                if (shown.unseen()) {
                    // It rests: nobody can say whether there would be a picture. Its turn begins anew once it is seen.
                    turns.go(0);
                }
                turns.waits = rotation.stopped() || enlarged || lent.has(tile) || isHeld(tile) || shown.unseen();
            }
        }
        boolean another = false;
        for (Turns turns : going()) {
            // What was held falls into step with those that went on meanwhile.
            another |= !went.contains(turns)
                    && went.stream()
                            .filter(each -> each.step.equals(turns.step) && !each.waits)
                            .findFirst()
                            .map(turns::follow)
                            .orElse(false);
        }
        for (Turns turns : going()) {
            another |= tick(turns);
        }
        if (another) {
            seenOtherwise.accept(before);
        }
    }

    private List<Turns> going() {
        return tiles.stream()
                .flatMap(Stream::ofNullable)
                .filter(turns -> !turns.waits)
                .toList();
    }

    /** Half a second more of a turn; true where it is over. */
    private boolean tick(Turns turns) {
        turns.shown = turns.shown.plus(TICK);
        Duration left = Duration.ofSeconds(turns.stop(0).seconds()).minus(turns.shown);
        if (left.compareTo(AHEAD) <= 0 && !turns.expected) {
            turns.expected = true;
            live.expect(List.of(turns.stop(1).camera()));
        }
        if (left.isPositive()) {
            return false;
        }
        if (turns.seenLive) {
            turns.dead.remove(turns.at);
        } else {
            turns.dead.add(turns.at);
        }
        turns.go(1);
        return turns.cameras.stops().size() > 1;
    }

    @Override
    public void close() {
        ticking.close();
    }
}

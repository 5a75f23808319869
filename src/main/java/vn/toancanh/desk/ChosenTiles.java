package vn.toancanh.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.PictureView;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.wall.CellEdits;
import vn.toancanh.wall.Selecting;
import vn.toancanh.wall.WallEdits;
import vn.toancanh.wall.WallState;

/**
 * The tiles of one wall that are selected, and what a person does with all of them at once, which is one step to take back. A verb
 * that cannot be done does nothing. Lane: DESK.
 */
public final class ChosenTiles {
    private final Consumer<UnaryOperator<WallState>> change;
    private final Supplier<WallState> wall;
    private final LentTiles lent;
    private final Placing placing;
    private final Function<CameraId, Optional<Camera>> known;

    /** @param known the cameras that there are */
    ChosenTiles(
            Consumer<UnaryOperator<WallState>> change,
            Supplier<WallState> wall,
            LentTiles lent,
            Placing placing,
            Function<CameraId, Optional<Camera>> known) {
        this.change = change;
        this.wall = wall;
        this.lent = lent;
        this.placing = placing;
        this.known = known;
    }

    /** Selects a tile beside those that are, or no more. */
    public void toggle(int tile) {
        change.accept(before -> before.has(tile) ? Selecting.toggle(before, tile) : before);
    }

    /** Selects the rectangle from the tile that keys speak to as far as that one. */
    public void extendTo(int tile) {
        change.accept(before -> before.has(tile) ? Selecting.extend(before, tile) : before);
    }

    /** Selects exactly those of them that are there. */
    public void exactly(Set<Integer> tiles) {
        Set<Integer> there = new HashSet<>(tiles);
        there.removeIf(tile -> !wall.get().has(tile));
        change.accept(before -> Selecting.exactly(before, there));
    }

    public void all() {
        Set<Integer> all = new HashSet<>();
        IntStream.range(0, wall.get().tiles()).forEach(all::add);
        exactly(all);
    }

    /** True where one of several that are selected. */
    public boolean isOneOfMany(int tile) {
        return !wall.get().more().isEmpty() && wall.get().selection().contains(tile);
    }

    /** Nothing in these; from tiles that are lent only what is lent goes. */
    public void clear() {
        change.accept(before -> {
            WallState after = before;
            for (int tile : before.selection()) {
                after = lent.take(tile, tile + 1) ? after : WallEdits.clear(after, tile);
            }
            return after;
        });
    }

    /** Shows cameras in these, in their order; those that find none are left out. */
    public void fill(List<CameraId> cameras) {
        change.accept(before -> placing.inThese(before, before.selection(), cameras));
    }

    /** Has the pictures of the cameras in these lie otherwise; what is lent lies as it is. */
    public void view(UnaryOperator<PictureView> how) {
        cameras(of -> of.with(how.apply(of.view())));
    }

    /**
     * Has the cameras in these shown by that stream, or by the one that fits the tile; what is lent, a carousel and a hotspot
     * choose for themselves, and a camera of one stream leaves nothing to be chosen.
     */
    public void stream(StreamChoice choice) {
        cameras(of -> choice == StreamChoice.AUTO || hasStreams(of.camera()) ? of.with(choice) : of);
    }

    /** The next choice of stream after that of the tile that keys speak to, for all of these. */
    public void nextStream() {
        WallState now = wall.get();
        if (now.has(now.selected()) && now.content(now.selected()) instanceof CellContent.OfCamera of) {
            stream(hasStreams(of.camera()) ? of.choice().next() : StreamChoice.AUTO);
        }
    }

    /** True where there is a stream to be chosen for a camera; of one that nobody knows now there may be. */
    public boolean hasStreams(CameraId camera) {
        return known.apply(camera).map(is -> is.playable().size() > 1).orElse(true);
    }

    private void cameras(UnaryOperator<CellContent.OfCamera> how) {
        change.accept(before -> {
            WallState after = before;
            for (int tile : before.selection()) {
                if (!lent.has(tile) && before.content(tile) instanceof CellContent.OfCamera of) {
                    after = WallEdits.place(after, tile, how.apply(of));
                }
            }
            return after;
        });
    }

    /** True where the cameras of what is selected could take turns in one tile, or do in the one that is selected. */
    public boolean canRotate() {
        WallState now = wall.get();
        return isCarousel(now) || cameras(now).size() > 1;
    }

    /** True where one carousel is selected. */
    public boolean isCarousel() {
        return isCarousel(wall.get());
    }

    private static boolean isCarousel(WallState now) {
        return now.selection().size() == 1 && now.content(now.selected()) instanceof CellContent.Carousel;
    }

    private static List<CameraId> cameras(WallState now) {
        return now.selection().stream()
                .flatMap(tile -> now.content(tile).cameras().stream())
                .distinct()
                .limit(CellContent.Carousel.MOST)
                .toList();
    }

    /** Lets the cameras of all that is selected take turns in the first of these tiles; the others are empty then. */
    public void rotate() {
        change.accept(before -> {
            List<CameraId> cameras = cameras(before);
            if (cameras.size() < 2 || before.selection().size() < 2) {
                return before;
            }
            WallState after = before;
            for (int tile : before.selection()) {
                lent.take(tile, tile + 1);
                after = WallEdits.clear(after, tile);
            }
            CellContent turns = CellContent.Carousel.of(cameras, CellContent.Carousel.USUAL_SECONDS);
            return WallEdits.select(
                    WallEdits.place(after, before.selection().first(), turns),
                    before.selection().first());
        });
    }

    /** Lets cameras take turns in all tiles that are selected, else in all there are: page by page where they are many. */
    public void rotate(List<CameraId> cameras) {
        change.accept(before -> {
            List<Integer> tiles = before.selection().isEmpty()
                    ? IntStream.range(0, before.tiles())
                            .filter(tile -> !HotspotTiles.is(before, tile))
                            .boxed()
                            .toList()
                    : List.copyOf(before.selection());
            WallState after = before;
            int pages = Math.min(CellContent.Carousel.MOST, Math.ceilDiv(cameras.size(), Math.max(1, tiles.size())));
            for (int place = 0; place < tiles.size(); place++) {
                List<CameraId> turns = new ArrayList<>();
                for (int at = place; at < cameras.size() && turns.size() < pages; at += tiles.size()) {
                    turns.add(cameras.get(at));
                }
                if (!turns.isEmpty()) {
                    after = placing.put(after, tiles.get(place), content(turns, pages));
                }
            }
            return after;
        });
    }

    /** Where the last page has no camera for a tile the one before stays there, so that pages keep step. */
    private static CellContent content(List<CameraId> turns, int pages) {
        if (turns.size() == 1) {
            return new CellContent.OfCamera(turns.getFirst(), StreamChoice.AUTO);
        }
        int usual = CellContent.Carousel.USUAL_SECONDS;
        List<CellContent.Carousel.Stop> stops =
                new ArrayList<>(CellContent.Carousel.of(turns, usual).stops());
        stops.add(new CellContent.Carousel.Stop(stops.removeLast().camera(), usual * (pages - turns.size() + 1)));
        return new CellContent.Carousel(stops);
    }

    /** How long each camera of the carousels among these is shown, 1 to 3600 seconds. */
    public void dwell(int seconds) {
        change.accept(before -> {
            WallState after = before;
            for (int tile : before.selection()) {
                if (before.content(tile) instanceof CellContent.Carousel turns) {
                    after = WallEdits.place(after, tile, CellContent.Carousel.of(turns.cameras(), seconds));
                }
            }
            return after;
        });
    }

    public boolean canMerge() {
        return CellEdits.mergeable(wall.get(), wall.get().selection());
    }

    /** Makes one tile of them, where they fill a rectangle. */
    public void merge() {
        change.accept(before -> CellEdits.merge(before, before.selection()));
    }

    public boolean canSplit() {
        WallState now = wall.get();
        return now.more().isEmpty() && CellEdits.splittable(now, now.selected());
    }

    /** Splits the one that is selected into its units, or into four. */
    public void split() {
        if (canSplit()) {
            change.accept(before -> CellEdits.split(before, before.selected()));
        }
    }
}

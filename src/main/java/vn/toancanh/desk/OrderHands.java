package vn.toancanh.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallEdits;
import vn.toancanh.wall.WallPlan;
import vn.toancanh.wall.WallState;
import vn.toancanh.wall.remote.Refusal;
import vn.toancanh.wall.remote.WallOrder;

/** Does to the windows of this desk what an order says: to all that it names, or to none. Lane: DESK. */
final class OrderHands {
    /**
     * What becomes of a window.
     *
     * @param enlarged tile that fills it; {@link WallState#NONE}: all are seen
     */
    record Change(Layout layout, int enlarged) {
        /** That layout with all its tiles. */
        static Change whole(Layout layout) {
            return new Change(layout, WallState.NONE);
        }

        /** That, with the tile that fills it. */
        static Change to(WallState wall) {
            return new Change(wall.layout(), wall.enlarged());
        }
    }

    /**
     * What an order makes of the windows that it changes.
     *
     * @param why it makes nothing of any; empty where it does
     */
    record Plan(Map<NodeWindow, Change> changes, Optional<Refusal> why) {
        static Plan refused(Refusal why) {
            return new Plan(Map.of(), Optional.of(why));
        }
    }

    private OrderHands() {}

    /** @param concerned the windows that the order names, with the ids of their screens */
    static Plan plan(WallOrder order, Map<NodeWindow, String> concerned) {
        Map<NodeWindow, Change> changes = new LinkedHashMap<>();
        for (var each : concerned.entrySet()) {
            WallState wall = each.getKey().wall().wall();
            if (named(order).stream().anyMatch(tile -> !wall.has(tile))) {
                return Plan.refused(Refusal.NO_TILE);
            }
            int tile = order.details().tile();
            switch (order.op()) {
                case "applyScene", "applyLayout" -> {
                    Optional<Layout> layout = order.layouts().get(each.getValue());
                    if (layout != null) {
                        changes.put(each.getKey(), Change.whole(layout.orElseGet(OrderHands::blank)));
                    }
                }
                case "clear", "blank" -> changes.put(each.getKey(), Change.whole(blank()));
                case "setCell" ->
                    changes.put(each.getKey(), Change.to(WallEdits.place(wall, tile, content(order.details()))));
                case "swapCells" ->
                    changes.put(
                            each.getKey(),
                            Change.to(WallEdits.swap(wall, tile, order.details().with())));
                case "fullscreen" -> changes.put(each.getKey(), new Change(wall.layout(), tile));
                default -> {
                    return Plan.refused(Refusal.UNKNOWN_ORDER);
                }
            }
        }
        return new Plan(changes, Optional.empty());
    }

    /** The tiles that an order is about, of which none may be missing. */
    private static List<Integer> named(WallOrder order) {
        WallOrder.Details said = order.details();
        return switch (order.op()) {
            case "setCell", "playlistStep" -> List.of(said.tile());
            case "swapCells" -> List.of(said.tile(), said.with());
            // Without one all tiles are seen again.
            case "fullscreen" -> said.tile() == WallOrder.Details.NO_TILE ? List.of() : List.of(said.tile());
            default -> List.of();
        };
    }

    private static CellContent content(WallOrder.Details said) {
        List<CameraId> cameras = said.cameras();
        return switch (cameras.size()) {
            case 0 -> CellContent.EMPTY;
            case 1 -> new CellContent.OfCamera(cameras.getFirst(), StreamChoice.AUTO);
            default -> CellContent.Carousel.of(cameras, CellContent.Carousel.USUAL_SECONDS);
        };
    }

    /** Goes on to another camera of a tile in which several take turns; why not, and then nowhere. */
    static Optional<Refusal> turn(WallOrder order, Map<NodeWindow, String> concerned) {
        int tile = order.details().tile();
        for (NodeWindow window : concerned.keySet()) {
            if (!window.wall().wall().has(tile)) {
                return Optional.of(Refusal.NO_TILE);
            }
            if (window.wall().carousels().at(tile).isEmpty()) {
                return Optional.of(Refusal.NO_TURNS);
            }
        }
        concerned
                .keySet()
                .forEach(window ->
                        window.wall().carousels().step(tile, order.details().step()));
        return Optional.empty();
    }

    private static Layout blank() {
        return WallState.empty(GridShape.uniform(1, 1)).layout();
    }

    /** Brings it to the windows; why not, where one of them takes no change, and then all are as they were. */
    static Optional<Refusal> bring(Map<NodeWindow, Change> plan) {
        Map<NodeWindow, Change> before = new LinkedHashMap<>();
        for (var each : plan.entrySet()) {
            NodeWindow window = each.getKey();
            before.put(window, Change.to(window.wall().wall()));
            if (!show(window, each.getValue())) {
                before.forEach(OrderHands::show);
                return Optional.of(Refusal.NOT_TAKEN);
            }
        }
        return Optional.empty();
    }

    /** Players of cameras that stay go on. It is kept at once: nobody knows when this desk is switched off. */
    static boolean show(NodeWindow window, Change change) {
        WallDesk wall = window.wall();
        if (!WallPlan.same(wall.wall().layout(), change.layout())) {
            wall.showLayout(change.layout());
        }
        boolean taken = WallPlan.same(wall.wall().layout(), change.layout());
        if (taken) {
            if (change.enlarged() == WallState.NONE) {
                wall.backFromEnlarged();
            } else {
                wall.enlargeTile(change.enlarged());
            }
            window.kept().save(change.layout());
        }
        return taken;
    }
}

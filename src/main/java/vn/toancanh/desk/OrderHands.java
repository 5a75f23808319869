package vn.toancanh.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallPlan;
import vn.toancanh.wall.WallState;
import vn.toancanh.wall.remote.Refusal;
import vn.toancanh.wall.remote.WallOrder;

/** Does to the windows of this desk what an order says: to all that it names, or to none. Lane: DESK. */
final class OrderHands {
    private OrderHands() {}

    /**
     * What the order makes of each window that it changes; empty where this version does not know how.
     *
     * @param screens ids of the windows' screens, by the windows' ids
     */
    static Optional<Map<NodeWindow, Layout>> plan(
            WallOrder order, List<NodeWindow> windows, Map<Integer, String> screens) {
        Map<NodeWindow, Layout> plan = new LinkedHashMap<>();
        for (NodeWindow window : windows) {
            String screen = screens.get(window.id());
            if (screen == null || !order.screens().contains(screen)) {
                continue;
            }
            switch (order.op()) {
                case "applyScene", "applyLayout" -> {
                    Optional<Layout> layout = order.layouts().get(screen);
                    if (layout != null) {
                        plan.put(window, layout.orElseGet(OrderHands::blank));
                    }
                }
                case "clear", "blank" -> plan.put(window, blank());
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(plan);
    }

    static Layout blank() {
        return WallState.empty(GridShape.uniform(1, 1)).layout();
    }

    /** Brings it to the windows; why not, where one of them takes no change, and then all are as they were. */
    static Optional<Refusal> bring(Map<NodeWindow, Layout> plan) {
        Map<NodeWindow, Layout> before = new LinkedHashMap<>();
        for (var each : plan.entrySet()) {
            NodeWindow window = each.getKey();
            before.put(window, window.wall().wall().layout());
            if (!show(window, each.getValue())) {
                before.forEach(OrderHands::show);
                return Optional.of(Refusal.NOT_TAKEN);
            }
        }
        return Optional.empty();
    }

    /** Players of cameras that stay go on. It is kept at once: nobody knows when this desk is switched off. */
    static boolean show(NodeWindow window, Layout layout) {
        WallDesk wall = window.wall();
        if (!WallPlan.same(wall.wall().layout(), layout)) {
            wall.showLayout(layout);
        }
        boolean taken = WallPlan.same(wall.wall().layout(), layout);
        if (taken) {
            window.kept().save(layout);
        }
        return taken;
    }
}

package vn.toancanh.app.layout;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.model.Layout;

/** What the socket needs of the walls; called on any thread, and every answer comes once, on any thread. */
public interface WallHands {
    /**
     * What stands there at one moment.
     *
     * @param trouble text key of why nothing may be done there now; empty where it may
     * @param windows the layout of each window, the first being that of window 1
     * @param order the numbers of the windows as people count the monitors that they belong to: from the left, then from the top
     * @param cameras all that may be seen here
     */
    record Seen(String trouble, List<Layout> windows, List<Integer> order, CatalogueSnapshot cameras) {
        public Seen {
            windows = List.copyOf(windows);
            order = List.copyOf(order);
        }

        /** The number of the window on that monitor, both from 1; beyond the last one a number that no window has. */
        int window(int monitor) {
            return monitor <= order.size() ? order.get(monitor - 1) : monitor;
        }

        /** Which monitor that window is on, as people count them, from 1. */
        int monitor(int window) {
            return order.indexOf(window) + 1;
        }
    }

    /** Looks at the walls. */
    void look(Consumer<Seen> answer);

    /**
     * Brings layouts to windows at one stroke, or to none of them.
     *
     * @param seen what must stand there still
     * @param layouts by number of window, from 1
     * @param answer false where something else stands there by now, and nothing was done
     */
    void apply(Seen seen, Map<Integer, Layout> layouts, Consumer<Boolean> answer);
}

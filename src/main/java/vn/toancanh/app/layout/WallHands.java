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
     * @param cameras all that may be seen here
     */
    record Seen(String trouble, List<Layout> windows, CatalogueSnapshot cameras) {
        public Seen {
            windows = List.copyOf(windows);
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

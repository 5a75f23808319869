package vn.toancanh.wall;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;

/**
 * The port that keeps on this machine the layouts a user could use at a server, for the time when it cannot be asked. Lane:
 * DESK; every call returns at once and writes later. Only layouts that have an id are kept.
 */
public interface LayoutMemory {
    /**
     * What is kept of one user.
     *
     * @param layouts in their order
     * @param facts what the server said last of these very versions, as far as it is known
     */
    record Kept(List<Layout> layouts, Map<LayoutId, LayoutFacts> facts) {
        /** Nothing. */
        public static final Kept NOTHING = new Kept(List.of(), Map.of());

        public Kept {
            layouts = List.copyOf(layouts);
            facts = Map.copyOf(facts);
        }
    }

    /** Keeps these, in their order, in place of all that was kept of that user. */
    void keepAll(URI server, String user, List<Layout> layouts);

    /** Keeps that version of one; a new one behind the others. */
    void keep(URI server, String user, Layout layout);

    /** Forgets one. */
    void forget(URI server, String user, LayoutId id);

    /** Keeps what the server said of layouts beside what they show, in place of all that it said to that user before. */
    void keepFacts(URI server, String user, List<LayoutLibrary.Entry> told);

    /** Tells what is kept; nothing where it cannot be read. */
    void load(URI server, String user, Consumer<Kept> answer);
}

package vn.toancanh.wall;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;

/** The port to the layouts kept at the central server. Lane: DESK; every answer comes on DESK, once. */
public interface LayoutLibrary {
    /** A layout in the list, without its cells. */
    record Entry(LayoutId id, String name, Layout.Scope scope, long version, LayoutFacts facts) {
        /** One of which no more is known. */
        public Entry(LayoutId id, String name, Layout.Scope scope, long version) {
            this(id, name, scope, version, LayoutFacts.UNKNOWN);
        }

        public Entry with(LayoutFacts other) {
            return new Entry(id, name, scope, version, other);
        }
    }

    /**
     * False where the server that somebody is signed in at keeps no layouts: then it is asked for none, and told none. True while that
     * is not known.
     */
    default boolean offered() {
        return true;
    }

    /** All layouts this user may use, in the server's order. */
    void list(Consumer<Outcome<List<Entry>>> answer);

    /** One layout; {@code NOT_FOUND} where it is gone. */
    void get(LayoutId id, Consumer<Outcome<Layout>> answer);

    /** The layout of exactly that name, ignoring case; empty where there is none. */
    void find(String name, Consumer<Outcome<Optional<Layout>>> answer);

    /**
     * Saves a new layout (version 0, with its id where it has one) or a new version of one, based on {@link Layout#version()}; answers the
     * layout as saved. A new one that is sent again with its id is saved once.
     * {@code CONFLICT} where somebody saved another version meanwhile; nothing is then changed.
     */
    void save(Layout layout, Consumer<Outcome<Layout>> answer);

    /** Deletes that version of a layout; {@code CONFLICT} where there is a newer one. */
    void delete(LayoutId id, long version, Consumer<Outcome<LayoutId>> answer);
}

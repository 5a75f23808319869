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
    record Entry(LayoutId id, String name, Layout.Scope scope, long version) {}

    /** All layouts this user may use, in the server's order. */
    void list(Consumer<Outcome<List<Entry>>> answer);

    /** One layout; {@code NOT_FOUND} where it is gone. */
    void get(LayoutId id, Consumer<Outcome<Layout>> answer);

    /** The layout of exactly that name, ignoring case; empty where there is none. */
    void find(String name, Consumer<Outcome<Optional<Layout>>> answer);

    /**
     * Saves a new layout (id null) or a new version of one, based on {@link Layout#version()}; answers the layout as saved.
     * {@code CONFLICT} where somebody saved another version meanwhile; nothing is then changed.
     */
    void save(Layout layout, Consumer<Outcome<Layout>> answer);

    /** Deletes that version of a layout; {@code CONFLICT} where there is a newer one. */
    void delete(LayoutId id, long version, Consumer<Outcome<LayoutId>> answer);
}

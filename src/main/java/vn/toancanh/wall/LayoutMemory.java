package vn.toancanh.wall;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;

/**
 * The port that keeps on this machine the layouts a user could use at a server, for the time when it cannot be asked. Lane:
 * DESK; every call returns at once and writes later. Only layouts that have an id are kept.
 */
public interface LayoutMemory {
    /** Keeps these, in their order, in place of all that was kept of that user. */
    void keepAll(URI server, String user, List<Layout> layouts);

    /** Keeps that version of one; a new one behind the others. */
    void keep(URI server, String user, Layout layout);

    /** Forgets one. */
    void forget(URI server, String user, LayoutId id);

    /** Tells what is kept, in its order; nothing where it cannot be read. */
    void load(URI server, String user, Consumer<List<Layout>> answer);
}

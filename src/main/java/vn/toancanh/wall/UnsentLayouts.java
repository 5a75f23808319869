package vn.toancanh.wall;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The port that keeps on this machine what was saved here until the server has it. A save is one row, layout and way to the server
 * together, so there is never one without the other. Lane: DESK; every call returns at once, every answer comes on DESK.
 */
public interface UnsentLayouts {
    /**
     * Keeps it, in place of what was kept under the same {@link Unsent#save()}.
     *
     * @param written hears true once it is on the disk, false while it waits for room there
     */
    void keep(URI server, String user, Unsent unsent, Consumer<Boolean> written);

    /** The server has it, or nobody wants it any more. */
    void forget(UUID save);

    /** Tells what is kept of that user, oldest first; nothing where it cannot be read. */
    void load(URI server, String user, Consumer<List<Unsent>> answer);
}

package vn.toancanh.wall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;

/** The port to what the server knows of its layouts beside themselves. Lane: DESK; every answer comes on DESK, once. */
public interface LayoutArchive {
    /**
     * A layout as it was saved once.
     *
     * @param savedAt by the server's clock; null where that is not known
     */
    record Version(Layout layout, String savedBy, @Nullable Instant savedAt) {}

    /** False where the server that somebody is signed in at locks no layouts. True while that is not known. */
    default boolean locksOffered() {
        return true;
    }

    /** The versions that are kept, newest first; {@code NOT_FOUND} where the layout is gone. */
    void history(LayoutId id, Consumer<Outcome<List<Version>>> answer);

    /** Keeps others from changing it, or lets them; answers how it stands then. */
    void lock(LayoutId id, boolean on, Consumer<Outcome<LayoutFacts>> answer);

    /**
     * Tells until the handle is closed that somebody, perhaps from here, has saved, locked, unlocked or deleted one; empty: any of
     * them, after a time when nobody listened.
     */
    Handle onNews(Consumer<Optional<LayoutId>> listener);
}

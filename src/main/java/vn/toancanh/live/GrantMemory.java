package vn.toancanh.live;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import vn.toancanh.live.StreamGrants.Wish;
import vn.toancanh.model.StreamGrant;

/**
 * The port that keeps, sealed, which streams users were granted, for the time when their server cannot be asked. Lane: DESK;
 * every call returns at once and writes later.
 */
public interface GrantMemory {
    /** Keeps a grant in place of the one before; nothing where it has no {@link StreamGrant#offlineUntil()}. */
    void keep(URI server, String user, StreamGrant grant);

    void forget(URI server, String user, Wish wish);

    void forgetAll(URI server, String user);

    /** Forgets those of anybody that are good for nothing any more. */
    void forgetOver(URI server, Instant now);

    /** Tells all that are kept of somebody, those that are over too. */
    void load(URI server, String user, Consumer<List<StreamGrant>> answer);
}

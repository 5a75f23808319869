package vn.toancanh.decoder;

import java.util.function.LongSupplier;

/**
 * A process's share of memory, read anew now and then and followed in between by what is its own alone: walking all pages is
 * dear, and a decoder that runs away takes memory of its own. Lane: WORKER.
 */
final class MemoryReading {
    private static final int WALK_EVERY = 5;

    private final LongSupplier shareKb;
    private final LongSupplier ownKb;
    private long share;
    private long ownThen;
    private int reads;

    /**
     * @param shareKb the share, KiB, 0 where the system does not tell
     * @param ownKb what is its own, KiB, as cheap to ask as nothing else
     */
    MemoryReading(LongSupplier shareKb, LongSupplier ownKb) {
        this.shareKb = shareKb;
        this.ownKb = ownKb;
    }

    /** The share now, KiB; 0 where the system does not tell. Once a second. */
    long kb() {
        long own = ownKb.getAsLong();
        if (reads++ % WALK_EVERY == 0) {
            share = shareKb.getAsLong();
            ownThen = own;
        }
        return share == 0 ? 0 : Math.max(0, share + own - ownThen);
    }
}

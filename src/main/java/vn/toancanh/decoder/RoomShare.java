package vn.toancanh.decoder;

/**
 * How many bytes of compressed pictures each of a worker's streams may keep: once for what tiles open from, and once for what
 * waits for its decoder; a key frame that is larger stays all the same, as far as {@link LargeKeyFrames} has room. A worker's
 * heap is 256 MiB; one that is full ends the worker as a crash would, and with it streams that have done nothing.
 */
final class RoomShare {
    private static final long MOST = 24L << 20;
    private static final long LEAST = 2L << 20;
    private static final long ALL = 96L << 20;

    private RoomShare() {}

    /** The share of one of so many streams, bytes. */
    static long of(int streams) {
        return Math.clamp(ALL / Math.max(1, streams), LEAST, MOST);
    }
}

package vn.toancanh.decoder;

/**
 * Tells whether a decoder still makes pictures of what it is fed. libVLC goes on drawing the last one when it does not, and
 * pixels alone cannot tell that from a still scene; the decoder's own count can. One thread.
 */
final class DecodingWatch {
    /** How long a decoder may make nothing of what it is fed; its count is a quarter of a second old. */
    static final long PATIENCE_NANOS = 2_000_000_000L;

    /** So many units must have gone in meanwhile: a slow camera's decoder has nothing to do. */
    static final long LEAST_UNITS = 3;

    private long decoded;
    private long fedThen;
    private long grewAt;

    /**
     * Looks at both counts, a few times a second.
     *
     * @param fed units handed to libVLC
     * @param made pictures that its decoder made; negative or 0: none or not known yet
     * @return true where it has stopped; what has not begun yet has not stopped
     */
    boolean stopped(long fed, long made, long nowNanos) {
        if (made <= 0) {
            return false;
        }
        if (made != decoded) {
            decoded = made;
            fedThen = fed;
            grewAt = nowNanos;
            return false;
        }
        return fed - fedThen >= LEAST_UNITS && nowNanos - grewAt >= PATIENCE_NANOS;
    }
}

package vn.toancanh.rtsp.depacketise;

/**
 * Whether a decoder can begin at the picture under way. Where it would show whole ones only after some others (a recovery point), that is
 * where it begins only while nothing better comes. One stream, one thread.
 */
final class EntryPoint {
    /** While key pictures come so often, nobody begins at a picture that only leads to whole ones. */
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private boolean key;
    private int heals;
    private boolean exact;
    private long exactAt;

    /** It has a slice of a key picture. */
    void keySlice() {
        key = true;
    }

    /** A message announces that all pictures are whole after so many; see {@link RecoveryPoint}. */
    void announced(int pictures) {
        key |= pictures == 0;
        heals = Math.max(heals, pictures);
    }

    /** It is whole; {@code sets}: with what no decoder can do without, whatever the picture says. */
    void settle(boolean sets, long arrivalNanos) {
        boolean better = exact && arrivalNanos - exactAt < PATIENCE_NANOS;
        if (key && sets) {
            exact = true;
            exactAt = arrivalNanos;
        }
        heals = key || better || !sets ? 0 : heals;
        key = sets && (key || heals > 0);
    }

    /** True where a decoder can begin there; once it has settled. */
    boolean key() {
        return key;
    }

    /** After how many pictures more all are whole. */
    int heals() {
        return heals;
    }

    /** The next picture begins. */
    void next() {
        key = false;
        heals = 0;
    }
}

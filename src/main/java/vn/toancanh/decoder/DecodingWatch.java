package vn.toancanh.decoder;

/**
 * Tells whether a decoder still makes pictures of what it is fed. libVLC goes on drawing the last one when it does not, and
 * pixels alone cannot tell that from a still scene; the decoder's own count can. libVLC 3 counts each unit that a decoder
 * took and each picture that it made, so the count grows by two a unit, and by one where nothing comes out; what matters
 * here is only that it grows by much less than it did. So it does for a while where the decoder waits for a processor; but
 * then no more is missing than may wait in front of it. One thread.
 */
final class DecodingWatch {
    /** So long the pixels must have been the same, and over so long is counted. */
    static final long PATIENCE_NANOS = 2_000_000_000L;

    /** So many units must have gone in meanwhile: a slow camera's decoder has little to do. */
    static final long LEAST_UNITS = 6;

    /** Less than this share of the usual growth means that no pictures come out: half is left where units count too. */
    private static final double STOPPED_SHARE = 0.6;

    /** More than this a unit is a count that caught up, and no measure for what is usual. */
    private static final double MOST_A_UNIT = 2.5;

    /** A decoder that waits for a processor is fed no further than that, see {@link Playback}. */
    private static final int MOST_WAITING = 12;

    private static final int LOOKS = 64;

    private final long[] fedThen = new long[LOOKS];
    private final long[] madeThen = new long[LOOKS];
    private final long[] lookedAt = new long[LOOKS];
    private int looks;
    private double usual;

    /**
     * Looks at both counts, about twice a second.
     *
     * @param fed units handed to libVLC
     * @param made the decoder's count; negative: not known
     * @param sameNanos for how long the pixels have been the same
     * @return true where it has stopped; what has not begun yet has not stopped
     */
    boolean stopped(long fed, long made, long sameNanos, long nowNanos) {
        if (made < 0) {
            return false;
        }
        double growth = growth(fed, made, nowNanos);
        note(fed, made, nowNanos);
        if (growth < 0) {
            return false;
        }
        if (growth <= MOST_A_UNIT) {
            usual = Math.max(usual, growth);
        }
        return sameNanos >= PATIENCE_NANOS && growth < STOPPED_SHARE * usual && missing() > MOST_WAITING * usual;
    }

    /** By how much less the count grew than is usual, since it was behind least of the looks that are kept. */
    private double missing() {
        int newest = (looks - 1) % LOOKS;
        double now = usual * fedThen[newest] - madeThen[newest];
        double least = now;
        for (int back = 2; back <= Math.min(looks, LOOKS); back++) {
            int at = (looks - back) % LOOKS;
            least = Math.min(least, usual * fedThen[at] - madeThen[at]);
        }
        return now - least;
    }

    /** By how much the count grew a unit since the newest look that lies long enough back; negative where there is none. */
    private double growth(long fed, long made, long nowNanos) {
        for (int back = 1; back <= Math.min(looks, LOOKS); back++) {
            int at = (looks - back) % LOOKS;
            if (nowNanos - lookedAt[at] >= PATIENCE_NANOS && fed - fedThen[at] >= LEAST_UNITS) {
                return (double) (made - madeThen[at]) / (fed - fedThen[at]);
            }
        }
        return -1;
    }

    private void note(long fed, long made, long nowNanos) {
        int at = looks % LOOKS;
        fedThen[at] = fed;
        madeThen[at] = made;
        lookedAt[at] = nowNanos;
        looks++;
    }
}

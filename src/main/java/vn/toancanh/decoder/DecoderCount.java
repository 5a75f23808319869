package vn.toancanh.decoder;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one player's decoder has done, by libVLC's own count. libVLC 3 adds up, in one number, each unit that a decoder took
 * and each picture that came of it, and brings it up to date four times a second on the very thread that pulls units; so a
 * number that has changed since the last pull belongs to the units handed over until then. Two things follow from it that
 * pixels cannot tell: whether pictures are made at all, for libVLC draws the last one again and again where none are, and
 * how many units wait in front of the decoder, whose pictures will be old when they are drawn.
 *
 * <p>Looked at by the thread that pulls, read by any. Times are microseconds of one clock.
 */
final class DecoderCount {
    /** libVLC counts anew so often; a number that is still the same after twice that is true nevertheless. */
    private static final long PERIOD = 250_000;

    /** A little more than a minute of looks. */
    private static final int LOOKS = 256;

    private static final long MINUTE = 60_000_000;

    /** At one look the decoder may just have had to wait for a processor; at so many it is behind. */
    private static final int RECENT = 2;

    /** So many looks, half a second apart, at which nothing has changed. */
    private static final int RESTED = 2;

    /** The unit just handed over, which counts twice: as taken and as a picture. */
    private static final int UNDER_WAY = 2;

    /**
     * What a decoder that has just begun may keep or lose of what it took, eight units, each of which counts twice. What is more waits: one that has
     * too much to do from its first unit on was never less behind.
     */
    private static final long AT_FIRST = 16;

    private static final int INTERVALS = 4;

    /** Pictures that a decoder has drawn of which its count knows nothing: it counts otherwise than we know. */
    private static final int STRANGE = 60;

    private final long[] lookedAt = new long[LOOKS];
    private final long[] behind = new long[LOOKS];
    private final long[] intervals = new long[INTERVALS];
    private int looks;
    private volatile int last = -1;
    private int rested;
    private boolean begun;
    private boolean young = true;
    private long begunAt;
    private long fedLastLook;
    private long lastFed;
    private long lost;
    private long fedAt;
    private volatile int steps;
    private volatile boolean known;
    private volatile long pictures;
    private volatile long grewAt;
    private volatile long longestInterval;
    private volatile long backlog;
    private final AtomicInteger changed = new AtomicInteger();

    /**
     * Looks at the count before the next unit is handed over.
     *
     * @param made libVLC's count; negative: it does not tell
     * @param fed units handed over so far
     */
    void look(int made, long fed, long nowMicros) {
        if (fed != lastFed) {
            noteStep(fed, nowMicros);
        }
        int newest = (looks + LOOKS - 1) % LOOKS;
        if (made < 0 || (made == last && looks > 0 && nowMicros - lookedAt[newest] < 2 * PERIOD)) {
            return;
        }
        rested = made == last && fed == fedLastLook ? rested + 1 : 0;
        if (rested >= RESTED) {
            // Nothing goes in and nothing comes out: nothing waits, and what is missing was lost.
            looks = 0;
            young = false;
        }
        begunAt = begun ? begunAt : nowMicros;
        begun = true;
        young &= nowMicros - begunAt < MINUTE;
        fedLastLook = fed;
        last = made;
        known = true;
        if (made - fed > pictures) {
            pictures = made - fed;
            grewAt = nowMicros;
        }
        lookedAt[looks % LOOKS] = nowMicros;
        behind[looks % LOOKS] = 2 * fed - lost - made;
        looks = looks + 1 == 2 * LOOKS ? LOOKS : looks + 1;
        long usual = least(LOOKS, nowMicros);
        backlog = Math.max(0, least(RECENT, nowMicros) - (young ? Math.min(usual, AT_FIRST) : usual) - UNDER_WAY) / 2;
    }

    /** Of the unit that is handed over now no picture can come, which is not waited for. By the thread that pulls. */
    void makesNone() {
        lost++;
    }

    private void noteStep(long fed, long nowMicros) {
        if (lastFed > 0) {
            int step = steps;
            intervals[step % INTERVALS] = nowMicros - fedAt;
            long longest = 0;
            for (long interval : intervals) {
                longest = Math.max(longest, interval);
            }
            longestInterval = longest;
            steps = step + 1;
        }
        lastFed = fed;
        fedAt = nowMicros;
    }

    /** By how little the decoder was behind, of the last {@code most} looks that are not older than a minute. */
    private long least(int most, long nowMicros) {
        long least = Long.MAX_VALUE;
        for (int back = 1; back <= Math.min(most, looks); back++) {
            int at = (looks - back) % LOOKS;
            if (nowMicros - lookedAt[at] > MINUTE) {
                break;
            }
            least = Math.min(least, behind[at]);
        }
        return least;
    }

    /** A picture was drawn that differs from the one before. */
    void changed() {
        changed.incrementAndGet();
    }

    /** True where the count is known, and says of this decoder what it says of others. */
    boolean tells() {
        return known && (pictures > 0 || changed.get() < STRANGE);
    }

    /** Pictures that the decoder made; 0 where it does not tell. Never falls. */
    long pictures() {
        return pictures;
    }

    /** False where the decoder has made no picture for as long as several of its units took to come. */
    boolean makesPictures(long nowMicros) {
        boolean knownPace = steps >= INTERVALS;
        return !tells()
                || pictures == 0
                || !knownPace
                || nowMicros - grewAt <= 2 * PERIOD + PERIOD / 2 + 2 * longestInterval;
    }

    /**
     * Units that wait before the decoder now, beyond the least that has waited within a minute: what it lost on the way never
     * comes, and does not wait. Of a decoder that falls behind by less than a unit a minute nothing is seen.
     */
    long backlog() {
        return tells() ? backlog : 0;
    }

    /** libVLC's count at the last look; negative: it does not tell. */
    int made() {
        return last;
    }
}

package vn.toancanh.decoder;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells new pictures from redisplayed ones. libVLC 3 draws the picture on show again every 80 ms in which no new one came,
 * with the same callbacks. A picture that differs from the one before is new; one that is equal is new only if the decoder
 * makes pictures at all, and a unit was fed whose picture has been due for a while and that no picture was counted for yet:
 * then the scene stands still, and each such unit counts for one picture. One thread feeds, one displays.
 */
final class NewPictures {
    private static final int UNITS = 256;

    /** An equal picture counts for a unit only so long after it was due, when its own picture has surely been drawn. */
    private static final long SETTLED = 50_000;

    /** A picture may be drawn a little before it is due. */
    private static final long EARLY = 15_000;

    private final long[] due = new long[UNITS];
    private final long[] sent = new long[UNITS];
    private final LongSupplier[] taken = new LongSupplier[UNITS];
    private long fed;
    private long counted;
    private long redisplayed;
    private @Nullable LongSupplier begunWith;

    /** That one will be the first, and is in libVLC's hands already: what is drawn before it is fed shows nothing newer. */
    synchronized void begins(LongSupplier takenNanos) {
        begunWith = takenNanos;
    }

    /** A unit was handed to libVLC. */
    synchronized void fed(long dueMicros, long sentNanos, LongSupplier takenNanos) {
        int at = (int) (fed % UNITS);
        due[at] = dueMicros;
        sent[at] = sentNanos;
        taken[at] = takenNanos;
        fed++;
    }

    /**
     * A picture was drawn; true if it is a new one.
     *
     * @param made false where the decoder is known to make none
     */
    synchronized boolean drawn(boolean sameAsBefore, boolean made, long nowMicros) {
        long oldest = Math.max(counted, fed - UNITS);
        if (sameAsBefore) {
            if (made && oldest < fed && due[(int) (oldest % UNITS)] <= nowMicros - SETTLED) {
                counted = oldest + 1;
                return true;
            }
            redisplayed++;
            return false;
        }
        counted = oldest;
        while (counted < fed && due[(int) (counted % UNITS)] <= nowMicros + EARLY) {
            counted++;
        }
        return true;
    }

    /**
     * When the picture last counted was taken, as far as that can be told here, {@code Clock.nanos()}; 0: nothing was fed.
     *
     * @param backlog units that still wait before the decoder, of which no picture can have been drawn
     */
    synchronized long takenNanos(long backlog) {
        LongSupplier first = begunWith;
        if (fed == 0) {
            return first == null ? 0 : first.getAsLong();
        }
        return taken[last(backlog)].getAsLong();
    }

    /**
     * When a picture that is drawn now was taken, whether or not it is counted, by what waits before the decoder alone; {@code
     * Clock.nanos()}, 0: nothing was fed.
     */
    synchronized long drawnTakenNanos(long waiting) {
        if (fed == 0) {
            return takenNanos(0);
        }
        long oldest = Math.max(1, fed - UNITS + 1);
        return taken[(int) ((Math.clamp(fed - waiting, oldest, fed) - 1) % UNITS)].getAsLong();
    }

    /** When the unit of that picture was sent, by the pace of late, {@code Clock.nanos()}; only once one was fed. */
    synchronized long sentNanos(long backlog) {
        return sent[last(backlog)];
    }

    private int last(long backlog) {
        // While pictures are held back none is counted, for longer than is remembered; and the first may be drawn
        // before it is due.
        long oldest = Math.max(1, fed - UNITS + 1);
        long newest = Math.clamp(fed - backlog, oldest, Math.max(oldest, counted));
        return (int) ((newest - 1) % UNITS);
    }

    /** Pictures that were drawn again. */
    synchronized long redisplayed() {
        return redisplayed;
    }
}

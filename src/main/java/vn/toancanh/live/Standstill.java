package vn.toancanh.live;

import org.jspecify.annotations.Nullable;
import vn.toancanh.frames.PictureSource;
import vn.toancanh.live.StreamGrants.Wish;

/**
 * Since when one stream's pictures show one and the same, across sizes, decoders and openings. The first picture of a new
 * decoder or size has nothing to differ from: what stood before it stands until a change has been seen. Lane: DESK.
 */
final class Standstill {
    private final Standstills known;
    private final Wish wish;
    private Standstills.@Nullable Stood before;
    private long begunAt;
    private long changedAt;
    private long blackSince;

    Standstill(Standstills known, Wish wish) {
        this.known = known;
        this.wish = wish;
    }

    /** Looks at the source, several times a second. */
    void look(long nowNanos, PictureSource pictures) {
        long begun;
        long changed;
        long black;
        long newest;
        boolean rested;
        do {
            // Pictures of another size may come to be the newest between two readings.
            begun = pictures.begunAtNanos();
            changed = pictures.changedAtNanos();
            black = pictures.blackSinceNanos();
            newest = pictures.publishedAtNanos();
            rested = pictures.rested();
        } while (begun != pictures.begunAtNanos());
        if (begun != begunAt) {
            begunAt = begun;
            before = begun == 0 ? null : known.of(wish, nowNanos);
        }
        Standstills.Stood stood = before;
        changedAt = stood == null || changed > begun ? changed : stood.changedBefore(begun);
        blackSince = stood == null || black != begun ? black : stood.blackBefore(begun);
        // What it took over is not its own to tell; and noise that is not known as such yet looks as if it stood.
        boolean stands = rested && newest - begun >= Standstills.WORTH.toNanos();
        if (begun != 0 && (stands || changed > begun)) {
            known.note(wish, new Standstills.Stood(changedAt, blackSince, newest));
        }
    }

    /** Since when its pictures show one and the same, {@code Clock.nanos()}; 0: it had none. */
    long changedAtNanos() {
        return changedAt;
    }

    /** Since when they are black, {@code Clock.nanos()}; 0: they are not. */
    long blackSinceNanos() {
        return blackSince;
    }
}

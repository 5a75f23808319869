package vn.toancanh.live;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.toancanh.live.StallWatch.Verdict;

/**
 * When the stream that is on its way takes a tile over from the one on show: another stream of the camera, or the same
 * opened anew. Lane: DESK.
 */
final class Succession {
    /** What stood before has so long to be seen to move, beside a picture that is live: until noise is known as such. */
    static final Duration PROVES_WITHIN = Duration.ofSeconds(5);

    private Succession() {}

    /** True of one that comes in place of another of the same stream. */
    private static boolean is(Feed coming, @Nullable Feed shown) {
        return shown != null && coming.wish().equals(shown.wish());
    }

    /** What is said while one is on its way; null where none is. */
    static @Nullable Reason why(@Nullable Feed coming, @Nullable Feed shown) {
        return coming == null ? null : Reason.of(is(coming, shown) ? "why.reopening" : "why.switching");
    }

    /**
     * True where it takes over now: it has pictures, and they are no worse than what is on show. What is live gives way to
     * nothing that stands, unless somebody picked that by hand; what stands for too long has come in vain and ends. To what is
     * behind it gives way once that had its time to catch up.
     *
     * @param verdict what its pictures say now
     * @param shown what the tile says of the pictures on show
     */
    static boolean ripe(Feed coming, Verdict verdict, TileState.Phase shown, long nowNanos) {
        if (verdict == Verdict.NONE) {
            return false;
        }
        boolean stands = switch (verdict) {
            case UNCHANGED, REPEATED, BLACK -> true;
            case NONE, LIVE, SLOWED, OLD, OLD_BY_CLOCK, OLD_BEFORE, LATE, FROZEN, LATE_ON_SCREEN, FROZEN_ON_SCREEN ->
                false;
        };
        boolean good = shown == TileState.Phase.LIVE || shown == TileState.Phase.REDUCED;
        boolean worse = stands ? shown.live() : good && verdict != Verdict.LIVE && verdict != Verdict.SLOWED;
        if (!worse || coming.choice.ground() == StreamChooser.Ground.BY_HAND) {
            return true;
        }
        boolean hadItsTime = nowNanos - coming.pictures().begunAtNanos() > PROVES_WITHIN.toNanos();
        if (hadItsTime && stands) {
            coming.giveUp(Verdicts.STANDS_BESIDE);
        }
        return hadItsTime && !stands;
    }

    /** One on its way did not come; false where it was no cure. Some cameras play to one at a time: then the old one goes. */
    static boolean failed(Feed coming, @Nullable Feed shown) {
        if (shown == null || !is(coming, shown)) {
            return false;
        }
        if (shown.watch().stuck()) {
            shown.giveUp(Verdicts.STUCK_LATE);
        }
        return true;
    }

    /** One has come: the old one goes, and is received on only where it was another stream. */
    static void replaced(Feed shown, Feed coming) {
        if (is(coming, shown)) {
            shown.close();
        } else {
            shown.letGo();
        }
    }
}

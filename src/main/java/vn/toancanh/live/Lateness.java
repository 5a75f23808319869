package vn.toancanh.live;

import java.time.Duration;
import vn.toancanh.live.StallWatch.Verdict;
import vn.toancanh.live.StreamGrants.Wish;

/**
 * How old the pictures of one feed are by the clock of their camera, and whether they are known to be new at all: where that camera's were
 * old before this opening, they count as late until they are (decision 0061). Known they are by a clock that is believed, or by having
 * kept up for some seconds, which no link does that is narrower than its stream. Lane: DESK.
 */
final class Lateness {
    /** So many words in a row, one a second: a single one may be of a moment at which the machine was held up. */
    private static final int TOLD = 2;

    /** Pictures that have kept up for so long are new: a link that passes less than five sixths of its stream is a second behind by then. */
    static final Duration KEEPS_UP = Duration.ofSeconds(6);

    /** A clock that could be believed is wrong since where it says that pictures are older, milliseconds. */
    private static final long OLDEST = 60_000;

    private final Latecomers known;
    private final Wish wish;
    private boolean begun;
    private boolean doubted;
    private int oldTold;
    private int newTold;
    private long ageNanos;
    private long keepsUpSince;

    Lateness(Latecomers known, Wish wish) {
        this.known = known;
        this.wish = wish;
    }

    /** Its decoder has said something; {@code oldAfterNanos}: from which age on pictures are old. */
    void told(StreamStatistics told, long oldAfterNanos, long nowNanos) {
        PictureAge age = told.delivery().age();
        boolean trusted = age != null && age.trusted();
        if (trusted) {
            known.believes(wish.camera(), nowNanos);
        }
        // Reports of a session that has just begun may not agree yet, which says little against a clock that was right
        // a moment ago.
        // Where the stream's own time leapt, reports of before say nothing of it.
        boolean ofAClockOnceBelieved = age != null
                && !trusted
                && told.clockJumps() == 0
                && age.millis() <= OLDEST
                && known.believed(wish.camera(), nowNanos);
        ageNanos = age != null && (trusted || ofAClockOnceBelieved) ? age.millis() * 1_000_000 : 0;
        oldTold = ageNanos > oldAfterNanos ? oldTold + 1 : 0;
        newTold = trusted && oldTold == 0 ? newTold + 1 : 0;
    }

    /** By the clock of its camera, where that can be believed; nanoseconds, 0 where nothing is known. */
    long ageNanos() {
        return ageNanos;
    }

    /** What its pictures say, in the light of their age; they were looked at now. */
    Verdict of(Verdict pictures, long nowNanos) {
        if (!begun) {
            begun = true;
            doubted = known.cameLate(wish.camera(), nowNanos);
        }
        boolean comes = pictures == Verdict.LIVE || pictures == Verdict.SLOWED;
        boolean old = pictures == Verdict.OLD || (comes && oldTold >= TOLD);
        if (old) {
            known.late(wish, nowNanos);
        }
        if (!comes || oldTold > 0) {
            keepsUpSince = 0;
        } else if (keepsUpSince == 0) {
            keepsUpSince = nowNanos;
        }
        if (!comes) {
            return pictures;
        }
        boolean keepsUp = keepsUpSince != 0 && nowNanos - keepsUpSince >= KEEPS_UP.toNanos();
        if (doubted && (newTold >= TOLD || keepsUp)) {
            doubted = false;
            known.cleared(wish.camera());
        }
        if (!doubted && !old) {
            known.punctual(wish);
        }
        return old ? Verdict.OLD_BY_CLOCK : doubted ? Verdict.OLD_BEFORE : pictures;
    }
}

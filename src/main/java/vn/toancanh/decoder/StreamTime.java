package vn.toancanh.decoder;

import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.rtsp.AccessUnit;
import vn.toancanh.rtsp.ClockRecovery;
import vn.toancanh.rtsp.SenderClock;

/** When the units of a stream were sent and taken, by its own time, and how old its pictures are. One thread at a time. */
final class StreamTime {
    /** What a unit may be away from the newest by its own time, seconds; what is more is a leap. */
    private static final long MOST_APART = 60;

    private final int clockRate;
    private final ClockRecovery mapping;
    private final PictureAge age = new PictureAge();
    private long sent;
    private long newest;
    private long taken;
    private volatile long found;
    private long behind;

    /** @param clockRate ticks a second of the units' RTP time */
    StreamTime(int clockRate) {
        this.clockRate = clockRate;
        this.mapping = new ClockRecovery(clockRate);
    }

    /** The next unit came. */
    void unit(AccessUnit unit) {
        sent = mapping.map(unit.rtpTime(), unit.arrivalNanos());
        taken = Math.min(sent, unit.arrivalNanos() - mapping.heldBackNanos());
        newest = unit.rtpTime();
        found = mapping.foundHeldBackNanos();
        age.unit(newest, taken, unit.arrivalNanos(), mapping.leaps());
    }

    /** So much older than by their own time the units that follow may be, nanoseconds: their way was slow when it was opened. */
    void behind(long nanos) {
        behind = nanos;
    }

    /** When the newest unit was sent, by the pace of late; {@code Clock.nanos()}. */
    long sentNanos() {
        return sent;
    }

    /** When the picture of the newest unit was taken, as far as that can be told here; not after it was sent. */
    long takenNanos() {
        return taken - behind;
    }

    /**
     * When the picture of a unit was taken, as far as that can be told here whenever it is asked for; {@code Clock.nanos()}. What comes
     * after it may tell that it had been held back: of a heap, only the last is new. The result may be asked on any thread.
     */
    LongSupplier takenOf(AccessUnit unit) {
        long ticks = newest - unit.rtpTime();
        long apart = Math.abs(ticks) > MOST_APART * clockRate ? 0 : ticks * 1_000_000_000 / clockRate;
        long known = takenNanos() - apart + found;
        return () -> known - found;
    }

    ClockRecovery mapping() {
        return mapping;
    }

    /**
     * The age of the picture on show; null where nothing is known of it. Once a second.
     *
     * @param session knows the camera's clock by its newest report, and how much older than by their own time units may be now
     * @param delayNanos from the taking of the picture on show, as far as that is known here, to its publishing; negative where there is none
     */
    PictureAge.@Nullable Reading age(VideoSource.Session session, long delayNanos, long nowNanos, Instant now) {
        SenderClock told = session.senderClock();
        if (told != null) {
            mapping.report(told);
        }
        long ownDelay = delayNanos < 0 ? delayNanos : Math.max(0, delayNanos - behind);
        PictureAge.Reading read = age.read(told, clockRate, ownDelay, nowNanos, now);
        behind = Math.min(behind, session.behindNanos());
        if (behind > 0 && read != null && read.trusted()) {
            // Its clock knows better than answers, which may be slow for other reasons.
            behind = Math.max(0, read.millis() * 1_000_000 - ownDelay);
        }
        return read;
    }
}

package vn.toancanh.decoder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.toancanh.rtsp.AccessUnit;
import vn.toancanh.rtsp.ClockRecovery;
import vn.toancanh.rtsp.SenderClock;

/** When the units of a stream were sent and taken, by its own time, and how old its pictures are. One thread at a time. */
final class StreamTime {
    private final int clockRate;
    private final ClockRecovery mapping;
    private final PictureAge age = new PictureAge();
    private long sent;
    private long taken;

    /** @param clockRate ticks a second of the units' RTP time */
    StreamTime(int clockRate) {
        this.clockRate = clockRate;
        this.mapping = new ClockRecovery(clockRate);
    }

    /** The next unit came. */
    void unit(AccessUnit unit) {
        sent = mapping.map(unit.rtpTime(), unit.arrivalNanos());
        taken = Math.min(sent, unit.arrivalNanos() - mapping.heldBackNanos());
        age.unit(unit.rtpTime(), taken, unit.arrivalNanos(), mapping.leaps());
    }

    /** When the newest unit was sent, by the pace of late; {@code Clock.nanos()}. */
    long sentNanos() {
        return sent;
    }

    /** When the picture of the newest unit was taken, as far as that can be told here; not after it was sent. */
    long takenNanos() {
        return taken;
    }

    ClockRecovery mapping() {
        return mapping;
    }

    /**
     * The age of the picture on show; null where nothing is known of it. Once a second.
     *
     * @param told the camera's clock by its newest report; null: none came
     * @param delayNanos from the arrival of the picture on show to its publishing; negative where there is none
     */
    PictureAge.@Nullable Reading age(@Nullable SenderClock told, long delayNanos, long nowNanos, Instant now) {
        if (told != null) {
            mapping.report(told);
        }
        return age.read(told, clockRate, delayNanos, nowNanos, now);
    }
}

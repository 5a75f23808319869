package vn.toancanh.decoder;

import java.time.Duration;

/**
 * Notes whether the stream's own time stands still while units go on coming. No camera that looks takes two pictures at one
 * time: what sends them repeats an old one. One thread at a time.
 */
final class StandingTime {
    /** A few packets of one time are a poor muxer's; so long is none's. */
    static final Duration STANDS_AFTER = Duration.ofSeconds(3);

    private boolean begun;
    private long rtpTime;
    private long sinceNanos;
    private long newestNanos;

    /** A unit came. */
    void unit(long unitRtpTime, long arrivalNanos) {
        if (!begun || unitRtpTime != rtpTime) {
            begun = true;
            rtpTime = unitRtpTime;
            sinceNanos = arrivalNanos;
        }
        newestNanos = arrivalNanos;
    }

    /** True where all units of the last seconds were of one time. */
    boolean stands() {
        return newestNanos - sinceNanos >= STANDS_AFTER.toNanos();
    }
}

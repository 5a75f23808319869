package vn.toancanh.decoder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.toancanh.rtsp.SenderClock;

/**
 * How old the picture on show is, by the wall clock that its camera tells in sender reports (RFC 3550 section 6.4.1), where
 * that clock can be believed (decision 0019). Two parts: from the camera's clock to the arrival here, and from there to the
 * screen, which needs no clock but ours. One thread at a time.
 */
final class PictureAge {
    /**
     * An age.
     *
     * @param millis from the camera's clock to the picture's publishing here; of no use where it is not trusted
     * @param trusted false where the camera's clock is not set, ahead of ours, jumps, or was told too long ago
     */
    record Reading(long millis, boolean trusted) {}

    /** So many reports in a row must agree before a clock that jumped is believed again. */
    static final int STEADY_REPORTS = 3;

    /** No stream begins with pictures that were under way for longer, milliseconds: such a clock is not set. */
    private static final long LONGEST_WAY = 30_000;

    /** Clocks that are kept by NTP differ by so much, milliseconds: a picture from as little in the future was taken now. */
    private static final long LEAST_WAY = -50;

    /** Two reports that differ by more, milliseconds, tell of a clock that was set in between. */
    private static final long JUMP = 250;

    /** In a minute a poor crystal strays by 10 ms. */
    private static final long STALE_NANOS = 60_000_000_000L;

    private static final long MILLI = 1_000_000;

    private boolean begun;
    private long leaps;
    private long leaptAt = Long.MIN_VALUE;
    private long rtpTime;
    private long sentNanos;
    private @Nullable SenderClock before;
    private int doubts;
    private boolean believed;
    private long believedWay;
    private long believedAt;

    /**
     * A unit came.
     *
     * @param sent when it would have come by the quickest way since the stream's time began, {@code Clock.nanos()}
     * @param arrivalNanos when it came
     * @param leapt how often the stream's time has leapt
     */
    void unit(long unitRtpTime, long sent, long arrivalNanos, long leapt) {
        if (begun && leapt != leaps) {
            leaptAt = arrivalNanos;
        }
        begun = true;
        leaps = leapt;
        rtpTime = unitRtpTime;
        sentNanos = sent;
    }

    /**
     * The age of the picture on show; null where nothing is known of it.
     *
     * @param clock the camera's, by its newest report
     * @param delayNanos from the arrival of the picture on show to its publishing; negative where there is none
     */
    @Nullable
    Reading read(@Nullable SenderClock clock, int clockRate, long delayNanos, long nowNanos, Instant now) {
        if (clock == null || !begun || delayNanos < 0) {
            return null;
        }
        compare(clock, clockRate);
        long sentAt = now.toEpochMilli() - (nowNanos - sentNanos) / MILLI;
        long way = sentAt - clock.unixMillisOf(rtpTime, clockRate);
        boolean trusted = doubts == 0
                && way >= LEAST_WAY
                && (way <= LONGEST_WAY || grewTo(way, nowNanos))
                && nowNanos - clock.arrivalNanos() <= STALE_NANOS
                && clock.arrivalNanos() > leaptAt;
        believed = trusted;
        believedWay = way;
        believedAt = nowNanos;
        return new Reading((trusted ? Math.max(0, way) : way) + delayNanos / MILLI, trusted);
    }

    /** True where a clock was believed a moment ago and the way has grown no faster than time: then it is the way that is long. */
    private boolean grewTo(long way, long nowNanos) {
        return believed && way - believedWay <= (nowNanos - believedAt) / MILLI + JUMP;
    }

    /** What a new report says of the clock that the one before told. */
    private void compare(SenderClock clock, int clockRate) {
        SenderClock known = before;
        before = clock;
        // Where the stream's own time leapt in between, the two are of different times and there is nothing to compare.
        if (known == null || known.equals(clock) || known.arrivalNanos() <= leaptAt) {
            return;
        }
        long apart = Math.abs(clock.unixMillis() - known.unixMillisOf(clock.rtpTime(), clockRate));
        doubts = apart > JUMP ? STEADY_REPORTS : Math.max(0, doubts - 1);
    }
}

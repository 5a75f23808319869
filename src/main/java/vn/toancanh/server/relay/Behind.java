package vn.toancanh.server.relay;

import java.nio.ByteBuffer;
import java.time.Duration;
import vn.toancanh.rtsp.StreamLateness;

/**
 * Whether the packets of one session with a camera come later and later, as they do by a link narrower than its stream (decision 0061).
 * What is late for a moment is no reason for anything: a key frame, a link that was gone for some seconds, a relay that was held up. The
 * relay's thread.
 */
final class Behind {
    /** A picture that is older is late on every tile. */
    static final Duration LATE = Duration.ofSeconds(1);

    /** So long that lasts before whoever comes anew is not given such pictures. */
    static final Duration LASTS = Duration.ofSeconds(3);

    /** For who comes anew a session is given up that is as old as that; by then a source with an RTP rate of its own is known as such. */
    static final Duration OLD_ENOUGH = Duration.ofSeconds(8);

    /** So far behind those who watch are cut off from what they have, and have a new session. */
    static final Duration FAR = Duration.ofSeconds(2);

    /** And so long that lasts before. */
    static final Duration LASTS_LONG = Duration.ofSeconds(10);

    private static final long LOOK_NANOS = Duration.ofMillis(250).toNanos();

    /** Without a look for so long, what was before says nothing of what comes. */
    private static final long PAUSE_NANOS = Duration.ofSeconds(2).toNanos();

    /** How long something has been so, by looks alone: nobody is late who sends nothing. */
    private static final class Lasting {
        private boolean is;
        private long since;
        private long lasted;

        void look(boolean now, boolean afterAPause, long nanos) {
            since = is && !afterAPause ? since : nanos;
            is = now;
            lasted = now ? nanos - since : 0;
        }
    }

    private final StreamLateness lateness;
    private final Lasting late = new Lasting();
    private final Lasting far = new Lasting();
    private boolean looked;
    private long begunAt;
    private long lookedAt;
    private int time;

    /** @param announcedRate RTP ticks a second by the description; 0: none is told */
    Behind(int announcedRate) {
        this.lateness = new StreamLateness(announcedRate);
    }

    /** An RTP packet came. */
    void rtp(ByteBuffer data, int offset, int length, long nowNanos) {
        if (length < StreamLateness.LEAST_BYTES) {
            return;
        }
        int its = StreamLateness.time(data, offset);
        lateness.saw(its, length, nowNanos);
        // By the first packet of a picture: those behind it wait for it.
        if (looked && (its == time || nowNanos - lookedAt < LOOK_NANOS)) {
            time = its;
            return;
        }
        boolean afterAPause = !looked || nowNanos - lookedAt > PAUSE_NANOS;
        begunAt = looked ? begunAt : nowNanos;
        looked = true;
        lookedAt = nowNanos;
        time = its;
        long held = lateness.look(nowNanos);
        late.look(held > LATE.toNanos(), afterAPause, nowNanos);
        far.look(held > FAR.toNanos(), afterAPause, nowNanos);
    }

    /** An RTCP packet came. */
    void rtcp(ByteBuffer data, int offset, int length, long nowNanos) {
        lateness.report(data, offset, length, nowNanos);
    }

    /** True where the packet that came just now shows what is too old to begin with. */
    boolean late(long nowNanos) {
        return lateness.look(nowNanos) > LATE.toNanos();
    }

    /** True where that was so when it was looked at last. */
    boolean late() {
        return lateness.heldBackNanos() > LATE.toNanos();
    }

    /** True where nobody should begin with what comes, for long. */
    boolean forANewViewer() {
        return late.lasted >= LASTS.toNanos() && lookedAt - begunAt > OLD_ENOUGH.toNanos();
    }

    /** True where those who watch are better off with a new session. */
    boolean forLong() {
        return far.lasted >= LASTS_LONG.toNanos();
    }

    @Override
    public String toString() {
        return "what comes is late by " + lateness.heldBackNanos() / 1_000_000 + " ms";
    }
}

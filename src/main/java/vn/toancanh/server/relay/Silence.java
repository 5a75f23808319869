package vn.toancanh.server.relay;

import java.nio.ByteBuffer;
import vn.toancanh.rtsp.StreamLateness;

/**
 * Tells whether the pictures of one session have stopped coming, as a tile tells that they are late: none for longer than a second and
 * than three of their intervals. Sooner, whoever comes anew to a camera of one picture a second would wait for a key frame in vain; later,
 * he would be shown as live what is not. The relay's thread.
 */
final class Silence {
    private static final int INTERVALS = 3;

    /** Intervals that are remembered: few, for a camera may change its pace. */
    private static final int REMEMBERED = 5;

    private final long[] gaps = new long[REMEMBERED];
    private int next;
    private int known;
    private boolean came;
    private int time;
    private long picture;
    private long newest;

    /** An RTP packet came. */
    void rtp(ByteBuffer data, int offset, int length, long nowNanos) {
        if (length < StreamLateness.LEAST_BYTES) {
            return;
        }
        int its = StreamLateness.time(data, offset);
        if (!came || its != time) {
            if (came) {
                gaps[next] = nowNanos - picture;
                next = (next + 1) % REMEMBERED;
                known = Math.min(known + 1, REMEMBERED);
            }
            picture = nowNanos;
        }
        came = true;
        time = its;
        newest = nowNanos;
    }

    /** True where the newest packet is too old to begin with; false while too few pictures have come to know their pace. */
    boolean lasts(long nowNanos) {
        return known >= 2 && nowNanos - newest > Math.max(Behind.LATE.toNanos(), INTERVALS * interval());
    }

    /**
     * The second longest of those remembered. One pause makes no slow camera; and where parameter sets come at a time of their own in front
     * of each picture, every other interval is nothing.
     */
    private long interval() {
        long longest = 0;
        long second = 0;
        for (int i = 0; i < known; i++) {
            second = Math.max(second, Math.min(longest, gaps[i]));
            longest = Math.max(longest, gaps[i]);
        }
        return second;
    }
}

package vn.toancanh.bench.fuzz;

import vn.toancanh.rtsp.AccessUnit;
import vn.toancanh.rtsp.RtspFailure;
import vn.toancanh.rtsp.RtspSink;
import vn.toancanh.rtsp.VideoTrack;
import vn.toancanh.rtsp.depacketise.Depacketiser;

/** Takes what a session tells, and holds it to its promises. */
public final class StrictSink implements RtspSink {
    /** The largest unit: a picture and all parameter sets in front of it. */
    private static final int MOST_UNIT = Depacketiser.MOST_BYTES + 300 * 1024;

    /** What must be told to nobody. */
    static final String PASSWORD = "pa55-of-nobody";

    /** What stands in the address and must be told to the server alone. */
    static final String TOKEN = "t0ken-of-nobody";

    /** Characters of a reason: whoever sends us a book must not fill the logs with it. */
    private static final int MOST_WORDS = 300;

    private boolean playing;
    private boolean ended;
    private long units;
    private boolean tooLarge;

    @Override
    public void playing(VideoTrack track) {
        if (ended || track.clockRate() <= 0) {
            throw new IllegalStateException("plays what cannot be played");
        }
        playing = true;
    }

    @Override
    public void accessUnit(AccessUnit unit) {
        if (!playing || ended) {
            throw new IllegalStateException("a unit out of turn");
        }
        if (unit.data().length == 0) {
            throw new IllegalStateException("a unit of nothing");
        }
        units++;
        tooLarge |= unit.data().length > MOST_UNIT;
    }

    @Override
    public void ended(RtspFailure failure) {
        if (ended) {
            throw new IllegalStateException("ended twice");
        }
        if (failure.detail().contains(PASSWORD) || failure.detail().contains(TOKEN)) {
            throw new IllegalStateException("a secret in the reason of the end");
        }
        if (failure.detail().length() > MOST_WORDS || failure.detail().chars().anyMatch(Character::isISOControl)) {
            throw new IllegalStateException("a reason of the end that is not for logs");
        }
        ended = true;
    }

    boolean played() {
        return playing;
    }

    long units() {
        return units;
    }

    /** True once a unit was larger than any may be. */
    boolean tooLarge() {
        return tooLarge;
    }
}

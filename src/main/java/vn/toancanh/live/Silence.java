package vn.toancanh.live;

import java.time.Duration;
import vn.toancanh.live.StallWatch.Verdict;

/**
 * Tells a camera that has fallen silent from one whose next key frame takes its time, where only these are made: by whether its decoder says that
 * anything of the stream still comes. Lane: DESK, one for each player.
 */
final class Silence {
    /** It says so once a second, and a camera of one picture a second may miss a word. */
    static final Duration LATE_AFTER = Duration.ofSeconds(2);

    private long received;
    private long receivedAt;
    private long silentNanos;

    /** Its decoder has said something; where it says nothing, that is no silence of the camera. */
    void told(StreamStatistics told, long nowNanos) {
        if (receivedAt == 0 || told.framesReceived() != received) {
            received = told.framesReceived();
            receivedAt = nowNanos;
        }
        silentNanos = nowNanos - receivedAt;
    }

    /** What its key frames say, in the light of that. */
    Verdict of(Verdict pictures) {
        return switch (pictures) {
            case LIVE, SLOWED, OLD, OLD_BY_CLOCK, OLD_BEFORE, LATE ->
                silentNanos >= StallWatch.FROZEN_AFTER.toNanos()
                        ? Verdict.FROZEN
                        : silentNanos >= LATE_AFTER.toNanos() ? Verdict.LATE : pictures;
            case NONE, BLACK, UNCHANGED, REPEATED, FROZEN, LATE_ON_SCREEN, FROZEN_ON_SCREEN -> pictures;
        };
    }
}

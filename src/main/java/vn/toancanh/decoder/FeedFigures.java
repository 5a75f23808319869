package vn.toancanh.decoder;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.control.Word;
import vn.toancanh.rtsp.AccessUnit;
import vn.toancanh.rtsp.VideoTrack;

/** What a feed has taken in and brought out since it began, over all its players. One thread at a time. */
final class FeedFigures {
    private long received;
    private long bytes;
    private long bytesBefore;
    private long decodedBefore;
    private long redisplayedBefore;
    private boolean keyCame;
    private int heals = -1;
    private final RecentRate receiving = new RecentRate();
    private final RecentRate decoding = new RecentRate();
    private final StandingTime time = new StandingTime();

    void took(AccessUnit unit) {
        received++;
        keyCame |= leadsToPictures(unit);
        bytes += unit.data().length;
        time.unit(unit.rtpTime(), unit.arrivalNanos());
    }

    /** True for a key frame, and where that is whole only after others, for the last of those. */
    private boolean leadsToPictures(AccessUnit unit) {
        if (heals < 0) {
            heals = unit.key() ? unit.heals() : -1;
        } else {
            heals = Math.max(0, unit.key() && unit.heals() == 0 ? 0 : heals - 1);
        }
        return heals == 0;
    }

    /** A player ends; its pictures stay counted. */
    void ended(Playback playback) {
        decodedBefore += playback.decoded();
        redisplayedBefore += playback.redisplayed();
    }

    /** What is told of it; the rate is that since the last call, {@code sinceNanos} ago. */
    Word.Stream word(
            int id,
            @Nullable VideoTrack track,
            @Nullable SequenceHeader header,
            List<Playback> playing,
            VideoSource.Session session,
            long clockJumps,
            long sinceNanos,
            long nowNanos,
            PictureAge.@Nullable Reading age) {
        long fresh = bytes - bytesBefore;
        bytesBefore = bytes;
        long decoded =
                decodedBefore + playing.stream().mapToLong(Playback::decoded).sum();
        long redisplayed = redisplayedBefore
                + playing.stream().mapToLong(Playback::redisplayed).sum();
        return new Word.Stream(
                id,
                track == null ? "UNKNOWN" : track.encoding().name(),
                header == null ? 0 : header.width(),
                header == null ? 0 : header.height(),
                (int) (fresh * 8_000_000L / Math.max(1, sinceNanos)),
                received,
                decoded,
                redisplayed,
                session.packetsLost(),
                session.jitterMillis(),
                clockJumps,
                new Word.Delivery(
                        session.transport(),
                        receiving.look(received, nowNanos),
                        decoding.look(decoded, nowNanos),
                        age == null ? null : age.millis(),
                        age != null && age.trusted(),
                        time.stands(),
                        !keyCame,
                        session.tickRate()));
    }
}

package vn.toancanh.decoder;

import java.util.HashMap;
import java.util.Map;
import vn.toancanh.base.Failure;
import vn.toancanh.rtsp.AccessUnit;
import vn.toancanh.rtsp.RtspFailure;
import vn.toancanh.rtsp.RtspSink;
import vn.toancanh.rtsp.VideoTrack;

/**
 * Memory for key frames larger than their stream's share, for all streams of a worker together. One such picture must be kept
 * whole, or its stream would never open, and up to three are held at once: what a tile opens from, what waits for its
 * decoder, and what comes. Many such cameras would otherwise fill the heap, and a worker whose heap is full ends. Any thread.
 */
final class LargeKeyFrames {
    /** Bytes beyond the shares, for all streams together: what {@link RoomShare} leaves of the heap, but for 16 MiB. */
    static final long ALL = 48L << 20;

    private static final int HELD_AT_ONCE = 3;

    private final Map<Integer, Long> beyond = new HashMap<>();
    private long share = RoomShare.of(1);

    /** So many streams share the worker's memory from now on. */
    synchronized void oneOf(int streams) {
        share = RoomShare.of(streams);
    }

    /** Hands on what comes for a feed, until a key frame comes for which there is no memory: that is told as the stream's failure. */
    synchronized RtspSink before(int stream, RtspSink feed, Feed.Listener listener) {
        beyond.put(stream, 0L);
        return new RtspSink() {
            private boolean refused;

            @Override
            public void playing(VideoTrack track) {
                feed.playing(track);
            }

            @Override
            public void behind(long nanos) {
                feed.behind(nanos);
            }

            @Override
            public void accessUnit(AccessUnit unit) {
                if (!refused && unit.key() && !admits(stream, unit.data().length)) {
                    refused = true;
                    String size = unit.data().length / 1024 + " KiB";
                    listener.failed(stream, Failure.Kind.RESOURCES, "no memory for key frames of " + size);
                }
                if (!refused) {
                    feed.accessUnit(unit);
                }
            }

            @Override
            public void ended(RtspFailure failure) {
                feed.ended(failure);
            }
        };
    }

    /** Makes room for a key frame of a stream in place of the one before; false where there is none. */
    synchronized boolean admits(int stream, int bytes) {
        long more = bytes <= share ? 0 : HELD_AT_ONCE * (long) bytes - 2 * share;
        // One that has ended may have a picture under way.
        boolean fits = more == 0 || held() - beyond.getOrDefault(stream, 0L) + more <= ALL;
        beyond.computeIfPresent(stream, (id, before) -> fits ? more : 0L);
        return fits;
    }

    /** The stream has ended. */
    synchronized void forget(int stream) {
        beyond.remove(stream);
    }

    /** Bytes beyond the shares that are accounted for. */
    synchronized long held() {
        return beyond.values().stream().mapToLong(Long::longValue).sum();
    }
}

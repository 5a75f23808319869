package vn.toancanh.decoder;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Threads;
import vn.toancanh.rtsp.VideoTrack;

/**
 * Starts and ends libVLC players, and knows how long the calls that do so take. Starting happens on the lane VLC, one after
 * another; each ending has a thread of its own, because libVLC may never come back from one. Called from WORKER.
 */
final class Stage {
    /** A player on the stage. */
    static final class Part {
        private final int stream;
        private final Playback playback;
        private int number;
        private volatile @Nullable VlcPlayer player;
        private final DecodingWatch watch = new DecodingWatch();

        private Part(int stream, Playback playback) {
            this.stream = stream;
            this.playback = playback;
        }

        Playback playback() {
            return playback;
        }
    }

    /** A call into libVLC for a stream, and when it began; {@code Clock.nanos()}. */
    private record Call(int stream, long since) {}

    /**
     * The call that has been under way for longest.
     *
     * @param stream for which; 0: there is none
     */
    record Stuck(int stream, long millis) {}

    private static final Logger LOG = LoggerFactory.getLogger(Stage.class);
    private static final Duration LATER = Duration.ofMillis(1500);

    private final VlcEngine engine;
    private final Lane vlc;
    private final Clock clock;
    private final Map<Long, Call> underWay = new ConcurrentHashMap<>();
    private final AtomicLong calls = new AtomicLong();

    Stage(VlcEngine engine, Lane vlc, Clock clock) {
        this.engine = engine;
        this.vlc = vlc;
        this.clock = clock;
    }

    /** What libVLC calls a coding. */
    static String codec(VideoTrack.Encoding encoding) {
        return switch (encoding) {
            case H264 -> "h264";
            case H265 -> "hevc";
            case JPEG -> "MJPG";
        };
    }

    /** Plays a stream's units; {@code failed} is called on VLC where libVLC does not take it. */
    Part begin(int stream, Playback playback, String codec, Runnable failed) {
        Part part = new Part(stream, playback);
        vlc.execute(() -> timed(stream, () -> {
            try {
                part.number = engine.calls().seat(playback);
                VlcPlayer player = engine.prepare(part.number, codec, playback.reduced());
                part.player = player;
                playback.count(engine.calls().decoderCount(player.medium()));
                player.play();
            } catch (RuntimeException fault) {
                LOG.error("libVLC does not play", fault);
                failed.run();
            }
        }));
        return part;
    }

    /** True where the decoder makes nothing of what it is fed. For a part that has not been ended; any one thread. */
    boolean decodesNothing(Part part) {
        Playback playback = part.playback;
        long now = clock.nanos();
        return part.watch.stopped(playback.fed(), playback.made(), now - playback.changedAtNanos(), now);
    }

    /** The same, but a moment later: whatever comes in its place needs the processors first. It is fed no more at once. */
    void endLater(Part part, Runnable ended) {
        part.playback.endOfStream();
        vlc.after(LATER, () -> end(part, ended));
    }

    /** Stops a player and gives back what it held; {@code ended} is called on a thread of its own, or never. */
    void end(Part part, Runnable ended) {
        part.playback.endOfStream();
        // Behind its own beginning, which may still be waiting.
        vlc.execute(() -> Threads.daemon("vlc-end-" + part.number, () -> {
                    timed(part.stream, () -> stop(part));
                    ended.run();
                })
                .start());
    }

    private void stop(Part part) {
        VlcPlayer player = part.player;
        if (player != null) {
            player.stop();
            player.release();
        }
        if (part.number > 0) {
            engine.calls().leave(part.number);
        }
        part.playback.free();
    }

    private void timed(int stream, Runnable call) {
        long ticket = calls.incrementAndGet();
        underWay.put(ticket, new Call(stream, clock.nanos()));
        try {
            call.run();
        } finally {
            underWay.remove(ticket);
        }
    }

    /** The call into libVLC that has been under way for longest. Any thread. */
    Stuck stuck() {
        long now = clock.nanos();
        Stuck longest = new Stuck(0, 0);
        for (Call call : underWay.values()) {
            long millis = Duration.ofNanos(now - call.since()).toMillis();
            if (millis > longest.millis()) {
                longest = new Stuck(call.stream(), millis);
            }
        }
        return longest;
    }
}

package vn.toancanh.simulator.rtsp;

import java.util.SplittableRandom;
import vn.toancanh.simulator.clip.Clip;

/** One session that watches one stream over its connection. On the server's thread. */
final class Watcher {
    final String session;
    final RtpWriter.Sequence sequence;
    final Feed feed;
    final Connection connection;
    private boolean waitsForKey = true;
    private boolean playing;

    Watcher(String session, Feed feed, Connection connection, int channel, SplittableRandom random) {
        this.session = session;
        this.feed = feed;
        this.connection = connection;
        this.sequence = new RtpWriter.Sequence(random, channel);
    }

    boolean playing() {
        return playing;
    }

    void playing(boolean now) {
        playing = now;
        waitsForKey = true;
    }

    /** The picture sent next has to be a key frame. */
    void waitForKey() {
        waitsForKey = true;
    }

    /** Sends a picture, unless the watcher waits for a key frame or is too slow. Answers whether it was sent. */
    boolean send(RtpWriter writer, Clip.Frame frame, int ticks, Damage damage) {
        if (waitsForKey && !frame.key()) {
            return false;
        }
        if (connection.congested()) {
            waitsForKey = true;
            return false;
        }
        waitsForKey = false;
        connection.write(writer.picture(frame, sequence, sequence.timeBase + ticks, feed.codec(), damage));
        return true;
    }
}

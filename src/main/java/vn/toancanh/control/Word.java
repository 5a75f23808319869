package vn.toancanh.control;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.model.MediaTransport;

/** What a worker tells the client. */
public sealed interface Word {
    /**
     * The first word.
     *
     * @param libVlc version found; null: none was
     * @param missing plugins or libraries that are not there; empty: the worker can play
     */
    record Hello(long pid, @Nullable String libVlc, List<String> missing) implements Word {
        /** Stands among the missing where nothing can be unpacked, because the disks for it are full. */
        public static final String ROOM = "disk space";
    }

    /** The strip is mapped; its file may be unlinked. */
    record Mapped(int id, String strip) implements Word {}

    /** The stream's server agreed to play. */
    record Playing(int id, String codec) implements Word {}

    /** The first picture is in the strip last asked for. */
    record Shown(int id) implements Word {}

    /** To do what was asked, a player must begin anew beside the one that plays: it takes another strip of the same size. */
    record Anew(int id) implements Word {}

    /** The last word about a stream: it has ended by itself. */
    record Failed(int id, Failure.Kind kind, String detail) implements Word {}

    /**
     * Once a second.
     *
     * @param cpuMillis processor time of the worker since it began
     * @param memoryKb its share of memory (PSS), 0 where the system does not tell
     * @param stuckMillis how long the longest call into libVLC has been under way
     */
    record Statistics(long cpuMillis, long memoryKb, long stuckMillis, List<Stream> streams) implements Word {}

    /**
     * One stream's counters since it was opened.
     *
     * @param jumps how often its clock leapt
     * @param delivery how it comes now
     */
    record Stream(
            int id,
            String codec,
            int width,
            int height,
            int kbps,
            long received,
            long decoded,
            long redisplayed,
            long lost,
            double jitterMs,
            long jumps,
            Delivery delivery) {}

    /**
     * How a stream comes, over the last seconds.
     *
     * @param receivedFps access units a second
     * @param decodedFps distinct pictures a second
     * @param ageMs age of the picture on show by its camera's clock; null: nothing is known
     * @param ageTrusted false: that clock is wrong
     * @param timeStands units come, and all of the last seconds are of one time
     * @param awaitsKey no key frame has come yet
     * @param tickRate RTP ticks a second that the camera was found to stamp with, below 0: backwards; 0: as it should
     */
    record Delivery(
            MediaTransport transport,
            double receivedFps,
            double decodedFps,
            @Nullable Long ageMs,
            boolean ageTrusted,
            boolean timeStands,
            boolean awaitsKey,
            int tickRate) {}

    /**
     * Answer to a ping.
     *
     * @param stuckMillis how long the longest call into libVLC has been under way
     * @param stuckStream for which stream that is; 0: for none
     */
    record Pong(long number, long stuckMillis, int stuckStream) implements Word {}
}

package vn.toancanh.server.http;

import io.javalin.http.Context;
import jakarta.servlet.ServletRequest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What compresses answers takes memory beside the heap, as much for a small answer as for a large one, until the answer is sent. Beyond
 * what there is room for answers are sent as they are: that costs who waits for them time, and nobody else anything. Any thread; waits
 * for nothing.
 */
final class CompressionRoom {
    /** Answers shorter than this, bytes, are not compressed. */
    static final int LEAST = 1500;

    /** What one takes, bytes: zlib's 256 KiB for its window and its tables, and what belongs to it. */
    static final long EACH = 270 << 10;

    private static final int MOST_KIB = 16 << 10;
    private static final String HELD = CompressionRoom.class.getName();

    private final Room room = Room.ofKib(MOST_KIB);

    /** The library is about to send an answer, and compresses it where its caller takes that and this does not forbid it. */
    void decide(Context context) {
        if (isCompressed(context) && !room.hold(context.req(), HELD, EACH, Duration.ZERO)) {
            context.disableCompression();
        }
    }

    /** Of what types it is, the library knows; those that it leaves out are few. */
    private static boolean isCompressed(Context context) {
        @Nullable InputStream answer = context.resultInputStream();
        boolean small = answer instanceof ByteArrayInputStream whole && whole.available() < LEAST;
        return answer != null && !small && context.header("Accept-Encoding") != null;
    }

    /** The answer is sent, or never will be. */
    static void isSent(ServletRequest request) {
        Room.giveBack(request, HELD);
    }
}

package vn.toancanh.control;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Effort;
import vn.toancanh.model.StreamGrant;

/** What the client tells a worker. */
public sealed interface Order {
    /**
     * Receive a stream, and play it into a strip where one is named. Credentials travel as fields and are in no other text.
     *
     * @param id the client's number for this stream, never used twice in a worker's life
     * @param label for the worker's log
     * @param way see {@link StreamGrant.Way}
     * @param strip path of the strip file; null: the stream rests until {@link Resize} names one
     */
    record Open(
            int id,
            String label,
            String uri,
            @Nullable String user,
            @Nullable String password,
            List<String> tlsPins,
            StreamGrant.Way way,
            @Nullable String strip)
            implements Order {
        @Override
        public String toString() {
            return "Open[" + id + ", " + label + ", " + strip + "]";
        }
    }

    /** Go over to another strip without a gap. */
    record Resize(int id, String strip) implements Order {}

    /** Make less, or more, of a stream. */
    record Ease(int id, Effort effort) implements Order {}

    /** Make no more pictures of a stream, but go on receiving it, until {@link Resize} names a strip. */
    record Rest(int id) implements Order {}

    /** Stop a stream; nothing is said of it afterwards. */
    record Close(int id) implements Order {}

    /** Show that you are alive. */
    record Ping(long number) implements Order {}

    /** Close all streams and end. */
    record End() implements Order {}
}

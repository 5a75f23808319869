package vn.toancanh.server.relay.beside;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a line must say and does not. */
final class Absent {
    private Absent() {}

    /** Refuses a record that was read from a line without one of these. */
    static void refuse(@Nullable Object... values) {
        for (Object value : values) {
            Objects.requireNonNull(value);
        }
    }
}

package vn.toancanh.server.layouts;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When one layout is to stand on the windows of whoever sees it, as it is sent.
 *
 * @param shifts stored as the JSON it is sent as
 * @param version 0 where nobody has set any yet
 * @param changeable whoever asks may set others now
 */
record ShiftBody(
        String layoutId,
        String name,
        String scope,
        @JsonRawValue String shifts,
        long version,
        @Nullable String modifiedBy,
        @Nullable Instant modifiedAt,
        boolean changeable) {
    record Page(List<ShiftBody> items, @Nullable String nextCursor) {}
}

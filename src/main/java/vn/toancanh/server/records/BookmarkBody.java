package vn.toancanh.server.records;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A marked moment of a camera as it is answered. */
record BookmarkBody(
        String id,
        String cameraId,
        Instant at,
        String title,
        @Nullable String note,
        RecordBody.By by,
        Instant madeAt,
        boolean own) {
    record Page(List<BookmarkBody> items, @Nullable String nextCursor) {}
}

package vn.toancanh.server.records;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A record as it is answered: as it was sent, with who sent it and when it came. */
record RecordBody(
        String id,
        String kind,
        String title,
        String siteId,
        List<String> cameraIds,
        Instant beganAt,
        Instant endedAt,
        Instant signedAt,
        JsonNode content,
        By by,
        Instant receivedAt) {
    record By(String id, String name) {}

    record Page(List<RecordBody> items, @Nullable String nextCursor) {}
}

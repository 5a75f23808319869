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
    /** The same with what somebody may be told of it. */
    RecordBody told(List<String> cameras, String site, JsonNode what) {
        return new RecordBody(id, kind, title, site, cameras, beganAt, endedAt, signedAt, what, by, receivedAt);
    }

    record By(String id, String name) {}

    record Page(List<RecordBody> items, @Nullable String nextCursor) {}
}

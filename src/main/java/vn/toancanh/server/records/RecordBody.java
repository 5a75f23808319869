package vn.toancanh.server.records;

import com.fasterxml.jackson.annotation.JsonInclude;
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
        Instant receivedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Acceptance acceptance) {
    /** The same with what somebody may be told of it. */
    RecordBody told(List<String> cameras, String site, JsonNode what) {
        return new RecordBody(
                id, kind, title, site, cameras, beganAt, endedAt, signedAt, what, by, receivedAt, acceptance);
    }

    record By(String id, String name) {}

    /** Who took over, and when he says so. */
    record Acceptance(
            By by,
            Instant signedAt,
            Instant receivedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String comment) {}

    record Page(List<RecordBody> items, @Nullable String nextCursor) {}
}

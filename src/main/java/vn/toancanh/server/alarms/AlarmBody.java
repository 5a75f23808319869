package vn.toancanh.server.alarms;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An alarm as it is answered. */
record AlarmBody(
        String id,
        String type,
        int priority,
        String state,
        List<String> cameraIds,
        String siteId,
        @Nullable Point place,
        String title,
        @Nullable String procedure,
        @Nullable Snapshot snapshot,
        Sender source,
        Instant raisedAt,
        Instant receivedAt,
        Instant changedAt,
        @Nullable String changedBy,
        @Nullable Assignee assignee,
        @Nullable String outcome,
        List<Comment> comments,
        long version) {
    /** Degrees, WGS 84. */
    record Point(double lat, double lon) {}

    /** That there is a picture, and what kind; the picture itself is fetched apart. */
    record Snapshot(String contentType, int width, int height, Instant receivedAt) {}

    /** Who raised it; {@code kind} is webhook or person. */
    record Sender(String kind, String name) {}

    record Assignee(String id, String name) {}

    record Comment(Instant at, String by, String text) {}

    /** The same with what somebody may be told of it. */
    AlarmBody told(List<String> cameras, String site, @Nullable Point where, @Nullable Snapshot picture) {
        return new AlarmBody(
                id,
                type,
                priority,
                state,
                cameras,
                site,
                where,
                title,
                procedure,
                picture,
                source,
                raisedAt,
                receivedAt,
                changedAt,
                changedBy,
                assignee,
                outcome,
                comments,
                version);
    }

    /** The same, closed by the server for want of room: nobody has seen to it, and nobody says what came of it. */
    AlarmBody closedUnseen(Instant at) {
        return new AlarmBody(
                id,
                type,
                priority,
                AlarmState.CLOSED.word(),
                cameraIds,
                siteId,
                place,
                title,
                procedure,
                snapshot,
                source,
                raisedAt,
                receivedAt,
                at,
                null,
                null,
                null,
                comments,
                version + 1);
    }

    /**
     * The same as the device knows it that sent it: as it sent it, in the state that it is in by now. Who works on it, when and with what
     * words is none of its business, nor is what the catalogue or a procedure of the house has put in.
     */
    AlarmBody toldSender(AlarmDraft.Checked sent) {
        return new AlarmBody(
                id,
                type,
                priority,
                state,
                cameraIds,
                siteId,
                sent.place(),
                title,
                sent.procedure(),
                null,
                source,
                raisedAt,
                receivedAt,
                receivedAt,
                null,
                null,
                null,
                List.of(),
                1);
    }

    record Page(List<AlarmBody> items, @Nullable String nextCursor) {}
}

package vn.toancanh.server.alarms;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a device or an AI system may send: alarms of one site and below, up to a priority, so many a minute.
 *
 * @param siteId null for everywhere
 * @param cameraIds null for all of its site
 * @param lastUsedAt null where it never was
 */
record Webhook(
        String id,
        String name,
        @Nullable String siteId,
        @Nullable List<String> cameraIds,
        int mostPriority,
        int perMinute,
        String createdBy,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {
    record All(List<Webhook> items) {}

    /** With its token, which is shown this once. */
    record Made(
            String id,
            String name,
            @Nullable String siteId,
            @Nullable List<String> cameraIds,
            int mostPriority,
            int perMinute,
            String createdBy,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            String token) {
        static Made of(Webhook webhook, String token) {
            return new Made(
                    webhook.id,
                    webhook.name,
                    webhook.siteId,
                    webhook.cameraIds,
                    webhook.mostPriority,
                    webhook.perMinute,
                    webhook.createdBy,
                    webhook.createdAt,
                    webhook.lastUsedAt,
                    token);
        }
    }
}

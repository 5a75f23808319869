package vn.toancanh.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and wants somebody.
 *
 * @param type the sender's own word
 * @param priority 1 to 100, the higher the more urgent
 * @param site null where the server did not say
 * @param place null where nobody knows
 * @param procedure what whoever takes it on is to do, in lines; empty where nothing is said
 * @param pictured true where a picture came with it
 * @param assignee who has it, empty where nobody has
 * @param version grows with every change
 */
public record Alarm(
        AlarmId id,
        String type,
        int priority,
        AlarmStep step,
        List<CameraId> cameras,
        @Nullable SiteId site,
        @Nullable GeoPoint place,
        String title,
        String procedure,
        boolean pictured,
        Instant raisedAt,
        String assignee,
        long version) {
    public Alarm {
        cameras = List.copyOf(cameras);
    }

    /** The same at another step: what an event told before the rest is known. */
    public Alarm at(AlarmStep other) {
        return new Alarm(
                id, type, priority, other, cameras, site, place, title, procedure, pictured, raisedAt, assignee,
                version);
    }
}

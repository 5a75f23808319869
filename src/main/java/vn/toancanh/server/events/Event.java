package vn.toancanh.server.events;

import java.util.Map;
import java.util.function.Predicate;
import vn.toancanh.server.accounts.Principal;

/**
 * Something that changed.
 *
 * @param channel {@code catalogue}, {@code layout} or {@code session}
 * @param name as the contract lists it
 * @param data its fields
 * @param audience who may learn of it
 */
public record Event(String channel, String name, Map<String, Object> data, Predicate<Principal> audience) {
    public Event {
        data = Map.copyOf(data);
    }

    public static Event catalogueChanged(long revision) {
        return catalogueChanged(revision, everybody -> true);
    }

    public static Event catalogueChanged(long revision, Predicate<Principal> audience) {
        return new Event("catalogue", "catalogue.changed", Map.of("revision", revision), audience);
    }

    public static Event layoutChanged(String id, long version, Predicate<Principal> audience) {
        return new Event("layout", "layout.changed", Map.of("id", id, "version", version), audience);
    }

    public static Event layoutDeleted(String id, Predicate<Principal> audience) {
        return new Event("layout", "layout.deleted", Map.of("id", id), audience);
    }

    public static Event layoutShifts(String id, Predicate<Principal> audience) {
        return new Event("layout", "layout.shifts", Map.of("id", id), audience);
    }

    static Event sessionEnded(String sessionId) {
        return new Event(
                "session",
                "session.ended",
                Map.of(),
                principal -> principal.sessionId().equals(sessionId));
    }
}

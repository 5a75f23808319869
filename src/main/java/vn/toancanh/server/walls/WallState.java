package vn.toancanh.server.walls;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What stands on a wall now. */
record WallState(
        String wallId,
        long stateVersion,
        @Nullable Control controlledBy,
        List<ScreenState> screens,
        List<CommandBody> pending) {
    record Control(String name, Instant since) {}

    /**
     * One screen.
     *
     * @param shownBy the display's person; null where the screen is not there
     * @param shows what it said last; null where it never did, or it shows what the caller may not see
     */
    record ScreenState(
            String id,
            boolean online,
            @Nullable String shownBy,
            @Nullable JsonNode shows) {}

    /** What a screen is answered when it reports. */
    record Registered(
            String wallId,
            String screenId,
            boolean publishedOnly,
            long stateVersion,
            long heartbeatS,
            @Nullable Control controlledBy,
            List<CommandBody> pending) {
        Registered without(Predicate<CommandBody> hidden) {
            List<CommandBody> left = pending.stream().filter(hidden.negate()).toList();
            return new Registered(wallId, screenId, publishedOnly, stateVersion, heartbeatS, controlledBy, left);
        }
    }
}

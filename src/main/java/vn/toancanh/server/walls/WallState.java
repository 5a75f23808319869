package vn.toancanh.server.walls;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/** What stands on a wall now. */
record WallState(
        String wallId,
        long stateVersion,
        @Nullable Control controlledBy,
        List<ScreenState> screens,
        List<CommandBody> pending) {
    record Control(String name, Instant since) {}

    /**
     * How a screen is doing, which is no change of the wall.
     *
     * @param tiles that show a camera
     * @param live how many of these show what happens now
     */
    record Health(int tiles, int live) {}

    /**
     * One screen.
     *
     * @param shownBy the display's person; null where the screen is not there
     * @param health null where the screen is not there, or does not say
     * @param shows what it said last; null where it never did, or it shows what the caller may not see
     */
    record ScreenState(
            String id,
            boolean online,
            @Nullable String shownBy,
            @Nullable Health health,
            @Nullable RawValue shows) {}

    /** What a screen is answered when it reports. */
    record Registered(
            String wallId,
            String screenId,
            boolean publishedOnly,
            long stateVersion,
            long heartbeatS,
            @Nullable Control controlledBy,
            List<CommandBody> pending) {
        /** With these commands as somebody may know them. */
        Registered as(Function<CommandBody, Optional<CommandBody>> known) {
            List<CommandBody> left = pending.stream()
                    .flatMap(command -> known.apply(command).stream())
                    .toList();
            return new Registered(wallId, screenId, publishedOnly, stateVersion, heartbeatS, controlledBy, left);
        }
    }
}

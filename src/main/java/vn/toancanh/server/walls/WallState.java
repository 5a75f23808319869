package vn.toancanh.server.walls;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/** What stands on a wall now. */
record WallState(
        String wallId,
        long stateVersion,
        @Nullable Control controlledBy,
        List<ScreenState> screens,
        List<CommandBody> pending) {
    record Control(String name, Instant since) {
        /** Who controls a wall; null where nobody does. */
        static @Nullable Control of(WallStore.Row wall) {
            @Nullable String by = wall.controlledBy();
            @Nullable Instant since = wall.controlledSince();
            return by == null || since == null ? null : new Control(by, since);
        }
    }

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
     * @param shows what it said last; null where it never did, it shows what the caller may not see, or all screens show too much
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
        /** True where whole layouts go with what waits. */
        boolean brings() {
            return pending.stream().anyMatch(command -> CommandDraft.brings(command.op()));
        }

        Registered with(List<CommandBody> others) {
            return new Registered(wallId, screenId, publishedOnly, stateVersion, heartbeatS, controlledBy, others);
        }
    }
}

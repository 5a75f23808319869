package vn.toancanh.central;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The bodies of the contract that speak of walls, as they lie on the wire. Everything may be missing. */
final class WallDto {
    private WallDto() {}

    record Screen(
            @Nullable String id,
            @Nullable Integer number,
            @Nullable Integer x,
            @Nullable Integer y,
            @Nullable Integer w,
            @Nullable Integer h,
            @Nullable Boolean publishedOnly,
            @Nullable String username) {}

    record Wall(
            @Nullable String id,
            @Nullable String name,
            @Nullable String siteId,
            @Nullable List<Screen> screens,
            @Nullable Long version) {}

    record WallList(@Nullable List<Wall> items) {}

    record Control(@Nullable String name, @Nullable Instant since) {}

    record Health(@Nullable Integer tiles, @Nullable Integer live) {}

    record ScreenState(
            @Nullable String id,
            @Nullable Boolean online,
            @Nullable Health health,
            @Nullable JsonNode shows) {}

    record State(
            @Nullable Long stateVersion,
            @Nullable Control controlledBy,
            @Nullable List<ScreenState> screens) {}

    record Command(
            @Nullable String id,
            @Nullable String op,
            @Nullable List<String> screenIds,
            @Nullable Integer cell,
            @Nullable JsonNode args,
            @Nullable String by,
            @Nullable Long stateVersion,
            @Nullable Instant expiresAt) {}

    record Registered(
            @Nullable Boolean publishedOnly,
            @Nullable Long stateVersion,
            @Nullable Integer heartbeatS,
            @Nullable Control controlledBy,
            @Nullable List<Command> pending) {}

    record Result(
            String commandId, String outcome, @Nullable String detail) {}

    record Report(String clientId, Map<String, Object> shows, Map<String, Integer> health, List<Result> results) {}

    /** An event's data: of a wall, or of a command. */
    record Told(
            @Nullable String id,
            @Nullable String wallId,
            @Nullable String detail) {}

    record Part(
            @Nullable String screenId,
            @Nullable String layoutId,
            @Nullable JsonNode layout) {}

    record Scene(
            @Nullable String id,
            @Nullable String name,
            @Nullable List<Part> screens,
            @Nullable Long version,
            @Nullable String modifiedBy,
            @Nullable Boolean own) {}

    record SceneList(@Nullable List<Scene> items) {}
}

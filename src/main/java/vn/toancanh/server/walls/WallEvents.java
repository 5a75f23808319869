package vn.toancanh.server.walls;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.events.Event;

/** What is told of walls. */
final class WallEvents {
    private WallEvents() {}

    /** For whoever sees the wall. */
    static Event changed(WallBody wall, long stateVersion) {
        return new Event(
                "wall",
                "wall.changed",
                Map.of("wallId", wall.id(), "stateVersion", stateVersion),
                who -> WallRights.sees(who, wall));
    }

    /** For whoever saw the wall and, where it went to another site, does not see it there. */
    static Event gone(WallBody wall, @Nullable WallBody next) {
        return new Event(
                "wall",
                "wall.deleted",
                Map.of("wallId", wall.id()),
                who -> WallRights.sees(who, wall) && (next == null || !WallRights.sees(who, next)));
    }

    /** A command for the screens, which ask for what is to be shown. */
    static Event told(CommandBody command, Predicate<Principal> audience) {
        Map<String, Object> data = new HashMap<>();
        data.put("id", command.id());
        data.put("wallId", command.wallId());
        data.put("op", command.op());
        data.put("screenIds", command.screenIds());
        data.put("by", command.by());
        data.put("stateVersion", command.stateVersion());
        data.put("expiresAt", command.expiresAt().toString());
        @Nullable Integer cell = command.cell();
        if (cell != null) {
            data.put("cell", cell);
        }
        @Nullable JsonNode args = command.args();
        if (args != null) {
            data.put("args", args);
        }
        return new Event("wall", "wall.command", data, audience);
    }

    /** What became of a command: done, failed or expired. */
    static Event settled(CommandBody command, Predicate<Principal> audience) {
        Map<String, Object> data = new HashMap<>();
        data.put("id", command.id());
        data.put("wallId", command.wallId());
        data.put("stateVersion", command.stateVersion());
        command.answers().entrySet().stream()
                .filter(answer -> answer.getValue().outcome().equals("failed"))
                .findFirst()
                .ifPresent(answer -> {
                    data.put("screenId", answer.getKey());
                    @Nullable String detail = answer.getValue().detail();
                    if (detail != null) {
                        data.put("detail", detail);
                    }
                });
        return new Event("wall", "wall.command." + command.state(), data, audience);
    }
}

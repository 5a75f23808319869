package vn.toancanh.server.walls;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.FieldError;
import vn.toancanh.server.http.IdempotencyKey;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;

/** Commands to walls: each once, in order, answered by the screens or expired. Any thread; blocks. */
final class WallControl {
    private static final int TRY_AGAIN_S = 5;

    private final Database database;
    private final WallStore walls;
    private final CommandStore commands;
    private final CommandEnds ends;
    private final CommandOutcomes outcomes;
    private final ObjectMapper mapper;
    private final ToShow toShow;
    private final EventRing events;
    private final AuditTrail audit;
    private final Clock clock;

    WallControl(
            Database database,
            WallStore walls,
            CommandStore commands,
            CommandEnds ends,
            CommandOutcomes outcomes,
            ObjectMapper mapper,
            ToShow toShow,
            EventRing events,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.walls = walls;
        this.commands = commands;
        this.ends = ends;
        this.outcomes = outcomes;
        this.mapper = mapper;
        this.toShow = toShow;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Tells a wall something, once for each key.
     *
     * @throws ApiProblem 404; 403 where they may only look; 409 where the key came with something else, or the wall is not in the state that was expected; 422 where
     *     a screen, camera or scene cannot be named
     */
    CommandBody tell(Principal who, String wallId, String key, CommandDraft.Checked draft) {
        WallBody known = database.read(sql -> commandable(sql, who, wallId)).wall();
        String digest = IdempotencyKey.digest(wallId + '\n' + mapper.writeValueAsString(draft));
        Optional<CommandBody> before =
                database.read(sql -> commands.byKey(sql, who.accountId(), key)).map(row -> repeat(row, digest));
        if (before.isPresent()) {
            return before.get();
        }
        List<WallBody.Screen> targets = targets(known, draft.screenIds());
        requireArgs(draft);
        ToShow.Told told = toShow.of(who, wallId, targets, draft);
        Instant now = now();
        return database.write(sql -> {
            Optional<CommandStore.Row> meanwhile = commands.byKey(sql, who.accountId(), key);
            if (meanwhile.isPresent()) {
                return repeat(meanwhile.get(), digest);
            }
            WallStore.Row wall = commandable(sql, who, wallId);
            requireState(wall, draft.expectedStateVersion());
            boolean releases = draft.op().equals("release");
            boolean passes = draft.passes();
            List<String> screens =
                    told.targets().stream().map(WallBody.Screen::id).toList();
            if (releases) {
                outcomes.takeBack(sql, wallId);
            } else if (draft.replaces()) {
                outcomes.overtake(sql, wallId, screens);
            }
            if (!releases && !commands.hasRoom(sql, wallId, who.accountId(), draft.brings())) {
                throw ApiProblem.passing(503, "busy", "Too many commands to this wall wait", TRY_AGAIN_S);
            }
            if (!passes) {
                walls.control(sql, wallId, releases ? null : who.displayName(), releases ? null : now);
            }
            CommandBody command = new CommandBody(
                    "m-" + UUID.randomUUID(),
                    wallId,
                    draft.op(),
                    screens,
                    draft.cell(),
                    told.args(),
                    who.displayName(),
                    // Nothing is to be done by a screen where control is given back.
                    releases ? "done" : "pending",
                    passes ? wall.stateVersion() : walls.advance(sql, wallId),
                    Map.of(),
                    now,
                    now.plus(draft.ttl()));
            commands.insert(sql, command, told.layouts(), who.accountId(), key, digest);
            audit.note(sql, who, "wall." + draft.op(), "wall/" + wallId, facts(command));
            sql.afterCommit(() -> {
                if (!releases) {
                    ends.left(command);
                }
                events.publish(WallEvents.told(command, outcomes.audience(wall.wall(), command)));
                if (!passes) {
                    events.publish(WallEvents.changed(wall.wall(), command.stateVersion()));
                }
            });
            return command;
        });
    }

    private WallStore.Row commandable(Sql sql, Principal who, String wallId) throws SQLException {
        WallStore.Row row = walls.visible(sql, who, wallId);
        WallRights.require(who, Level.OPERATE, row.wall());
        return row;
    }

    private static CommandBody repeat(CommandStore.Row row, String digest) {
        if (!row.digest().equals(digest)) {
            throw IdempotencyKey.reused();
        }
        return row.command();
    }

    private static void requireState(WallStore.Row wall, @Nullable Long expected) {
        if (expected != null && expected != wall.stateVersion()) {
            throw ApiProblem.conflict(
                    "stateChanged",
                    "Somebody else has changed the wall",
                    new FieldError(
                            "/expectedStateVersion",
                            "stateChanged",
                            null,
                            null,
                            Map.of("stateVersion", wall.stateVersion())));
        }
    }

    private static List<WallBody.Screen> targets(WallBody wall, List<String> asked) {
        if (asked.isEmpty()) {
            return wall.screens();
        }
        List<WallBody.Screen> targets = wall.screens().stream()
                .filter(screen -> asked.contains(screen.id()))
                .toList();
        if (targets.size() != asked.size()) {
            throw ApiProblem.refused(
                    "unknownScreen", "A screen cannot be named", "/target/screenIds", "no such screen");
        }
        return targets;
    }

    private static void requireArgs(CommandDraft.Checked draft) {
        boolean lacks = switch (draft.op()) {
            case "applyLayout" -> draft.arg("layoutId").isEmpty() && !draft.has("layout");
            case "applyScene" -> draft.arg("sceneId").isEmpty();
            case "setCell" -> draft.cell() == null;
            case "swapCells" -> draft.cell() == null || !draft.counts("with");
            case "playlistStep" -> draft.cell() == null || !draft.counts("step");
            case "message" -> draft.arg("text").isBlank() || draft.arg("text").length() > 500;
            default -> false;
        };
        if (lacks) {
            throw ApiProblem.refused(
                    "argsMissing", "The command lacks what it needs", "/args", "see the contract's table of ops");
        }
    }

    private static Map<String, Object> facts(CommandBody command) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("command", command.id());
        facts.put("screens", command.screenIds());
        @Nullable JsonNode args = command.args();
        if (args != null) {
            facts.put("args", args.toString());
        }
        return facts;
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }
}

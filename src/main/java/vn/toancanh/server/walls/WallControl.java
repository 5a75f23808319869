package vn.toancanh.server.walls;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
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
import vn.toancanh.server.places.NamedCameras;
import vn.toancanh.server.places.Reach;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;

/** Commands to walls: each once, in order, answered by the screens or expired. Any thread; blocks. */
final class WallControl {
    private static final int TRY_AGAIN_S = 5;

    private final Database database;
    private final WallStore walls;
    private final CommandStore commands;
    private final CommandEnds ends;
    private final Presence presence;
    private final ObjectMapper mapper;
    private final Reach reach;
    private final ToShow toShow;
    private final EventRing events;
    private final AuditTrail audit;
    private final Clock clock;

    WallControl(
            Database database,
            WallStore walls,
            CommandStore commands,
            CommandEnds ends,
            Presence presence,
            ObjectMapper mapper,
            Reach reach,
            ToShow toShow,
            EventRing events,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.walls = walls;
        this.commands = commands;
        this.ends = ends;
        this.presence = presence;
        this.mapper = mapper;
        this.reach = reach;
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
            if (!releases && !commands.hasRoom(sql, wallId)) {
                throw ApiProblem.passing(503, "busy", "Too many commands to this wall wait", TRY_AGAIN_S);
            }
            if (!passes) {
                walls.control(sql, wallId, releases ? null : who.displayName(), releases ? null : now);
            }
            CommandBody command = new CommandBody(
                    "m-" + UUID.randomUUID(),
                    wallId,
                    draft.op(),
                    told.targets().stream().map(WallBody.Screen::id).toList(),
                    draft.cell(),
                    told.args(),
                    who.displayName(),
                    // Nothing is to be done by a screen where control is given back.
                    releases ? "done" : "pending",
                    passes ? wall.stateVersion() : walls.advance(sql, wallId),
                    Map.of(),
                    now,
                    now.plus(draft.ttl()));
            commands.insert(sql, command, who.accountId(), key, digest);
            audit.note(sql, who, "wall." + draft.op(), "wall/" + wallId, facts(command));
            sql.afterCommit(() -> {
                if (!releases) {
                    ends.left(command);
                }
                events.publish(WallEvents.told(command, audience(wall.wall(), command)));
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
        @Nullable JsonNode args = ToShow.brief(command.args());
        if (args != null) {
            facts.put("args", args.toString());
        }
        return facts;
    }

    /**
     * A screen's answers to commands; those to what is no longer waited for change nothing.
     *
     * @return the commands that are settled by them
     */
    List<CommandBody> answer(Sql sql, String wallId, String screenId, List<ReportDraft.Result> results)
            throws SQLException {
        List<CommandBody> settled = new ArrayList<>();
        for (ReportDraft.Result result : results) {
            Optional<CommandBody> found = commands.find(sql, result.commandId())
                    .filter(command -> command.wallId().equals(wallId)
                            && command.state().equals("pending")
                            && command.screenIds().contains(screenId));
            if (found.isPresent()) {
                Map<String, CommandBody.Answer> answers =
                        new HashMap<>(found.get().answers());
                answers.put(screenId, result.answer());
                CommandBody next = found.get().answered(state(found.get(), answers), answers);
                commands.update(sql, next);
                if (!next.state().equals("pending")) {
                    settled.add(next);
                    tellSettled(sql, next);
                }
            }
        }
        return settled;
    }

    private static String state(CommandBody command, Map<String, CommandBody.Answer> answers) {
        if (answers.values().stream().anyMatch(answer -> answer.outcome().equals("failed"))) {
            return "failed";
        }
        return answers.keySet().containsAll(command.screenIds()) ? "done" : "pending";
    }

    /** Ends a command that nobody has answered in time; the command where its time has not come, empty where it is settled. */
    Optional<CommandBody> expire(String commandId) {
        return database.write(sql -> {
            Optional<CommandBody> open = commands.find(sql, commandId)
                    .filter(command -> command.state().equals("pending"));
            if (open.isEmpty()) {
                sql.afterCommit(() -> ends.forget(commandId));
                return open;
            }
            if (!ends.over(open.get())) {
                return open;
            }
            CommandBody next = open.get().answered("expired", open.get().answers());
            commands.update(sql, next);
            tellSettled(sql, next);
            return Optional.<CommandBody>empty();
        });
    }

    private void tellSettled(Sql sql, CommandBody command) throws SQLException {
        WallBody wall = walls.find(sql, command.wallId()).orElseThrow().wall();
        Predicate<Principal> audience = audience(wall, command);
        sql.afterCommit(() -> {
            ends.forget(command.id());
            events.publish(WallEvents.settled(command, audience));
        });
    }

    /** The screens themselves and who may command the wall, as far as they see what is named. */
    private Predicate<Principal> audience(WallBody wall, CommandBody command) {
        List<String> screens = command.screenIds();
        // What whole layouts hold is not in events; each is told of it by what he asks.
        Set<String> cameras = NamedCameras.in(ToShow.brief(command.args()));
        return who -> (WallRights.may(who, Level.OPERATE, wall)
                        || (WallRights.sees(who, wall) && presence.shows(wall.id(), screens, who.sessionId())))
                && cameras.stream().allMatch(camera -> reach.sees(who, camera));
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }
}

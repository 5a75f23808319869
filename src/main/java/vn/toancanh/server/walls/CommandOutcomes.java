package vn.toancanh.server.walls;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.places.NamedCameras;
import vn.toancanh.server.places.Reach;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;

/** What becomes of commands to walls: done, failed, overtaken by others, taken back or expired, and who hears of it. Any thread; blocks. */
final class CommandOutcomes {
    private final Database database;
    private final WallStore walls;
    private final CommandStore commands;
    private final CommandEnds ends;
    private final Presence presence;
    private final Reach reach;
    private final EventRing events;

    CommandOutcomes(
            Database database,
            WallStore walls,
            CommandStore commands,
            CommandEnds ends,
            Presence presence,
            Reach reach,
            EventRing events) {
        this.database = database;
        this.walls = walls;
        this.commands = commands;
        this.ends = ends;
        this.presence = presence;
        this.reach = reach;
        this.events = events;
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

    /**
     * Ends those that are to change what stands and of whose screens all that have not answered are these: what they would bring is
     * replaced. One that another screen still waits for goes on, and the display says itself that it is overtaken.
     */
    void overtake(Sql sql, String wallId, List<String> screens) throws SQLException {
        for (CommandBody command : commands.pending(sql, wallId)) {
            if (!CommandDraft.passes(command.op()) && screens.containsAll(command.unanswered())) {
                end(sql, command, "overtaken");
            }
        }
    }

    /** Ends all that wait for a wall's screens. */
    void takeBack(Sql sql, String wallId) throws SQLException {
        for (CommandBody command : commands.pending(sql, wallId)) {
            end(sql, command, "takenBack");
        }
    }

    private void end(Sql sql, CommandBody command, String why) throws SQLException {
        Map<String, CommandBody.Answer> answers = new HashMap<>(command.answers());
        command.unanswered().forEach(screen -> answers.put(screen, new CommandBody.Answer("failed", why)));
        CommandBody next = command.answered("failed", answers);
        commands.update(sql, next);
        tellSettled(sql, next);
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
    Predicate<Principal> audience(WallBody wall, CommandBody command) {
        List<String> screens = command.screenIds();
        // What whole layouts hold is not in events; each is told of it by what he asks.
        Set<String> cameras = NamedCameras.in(command.args());
        return who -> (WallRights.may(who, Level.OPERATE, wall)
                        || (WallRights.sees(who, wall) && presence.shows(wall.id(), screens, who.sessionId())))
                && cameras.stream().allMatch(camera -> reach.sees(who, camera));
    }
}

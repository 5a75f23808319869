package vn.toancanh.server.walls;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.FieldError;
import vn.toancanh.server.store.Database;

/** What the screens of walls report, and what they are told. Any thread; blocks. */
final class Screens {
    /** What one answer may hold of layouts, characters; the one of the screen itself comes whatever it is. */
    private static final int MOST_TOLD = 2 << 20;

    private final Database database;
    private final WallStore walls;
    private final CommandStore commands;
    private final CommandEnds ends;
    private final CommandOutcomes outcomes;
    private final Presence presence;
    private final ToShow toShow;
    private final EventRing events;
    private final Clock clock;

    Screens(
            Database database,
            WallStore walls,
            CommandStore commands,
            CommandEnds ends,
            CommandOutcomes outcomes,
            Presence presence,
            ToShow toShow,
            EventRing events,
            Clock clock) {
        this.database = database;
        this.walls = walls;
        this.commands = commands;
        this.ends = ends;
        this.outcomes = outcomes;
        this.presence = presence;
        this.toShow = toShow;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A display registers, says that it is still there, what it shows and how commands went. What it shows counts as a change
     * of the wall where no command brought it about.
     *
     * @return without the layouts that commands bring; see {@link #whole}
     * @throws ApiProblem 404 where there is no such screen; 403 where another account is to show it; 409 where another display does
     */
    WallState.Registered report(Principal who, String wallId, String screenId, ReportDraft.Checked report) {
        WallStore.Row wall = database.read(sql -> walls.visible(sql, who, wallId));
        WallBody.Screen screen = wall.wall().screens().stream()
                .filter(one -> one.id().equals(screenId))
                .findFirst()
                .orElseThrow(ApiProblem::notFound);
        @Nullable String meant = screen.username();
        if ((meant != null && !meant.equalsIgnoreCase(who.username())) || !WallRights.mayShow(who, screen)) {
            throw ApiProblem.forbidden();
        }
        Optional<Presence.Display> other = presence.report(wallId, screenId, who, report);
        if (other.isPresent()) {
            throw ApiProblem.conflict(
                    "screenTaken",
                    "Another display shows this screen",
                    new FieldError(
                            "",
                            "screenTaken",
                            null,
                            null,
                            Map.of("by", other.get().name())));
        }
        keep(wall.wall(), screenId, report);
        WallState.Registered answer = database.read(sql -> {
            WallStore.Row now = walls.visible(sql, who, wallId);
            return new WallState.Registered(
                    wallId,
                    screenId,
                    screen.publishedOnly(),
                    now.stateVersion(),
                    Presence.HEARTBEAT.toSeconds(),
                    WallState.Control.of(now),
                    commands.pending(sql, wallId).stream()
                            .filter(command -> command.unanswered().contains(screenId) && !ends.over(command))
                            .map(ends::told)
                            .toList());
        });
        return answer.with(answer.pending().stream()
                .filter(command -> toShow.isFor(who, command))
                .toList());
    }

    /** With the layouts for the screens that this display shows, and for those that none shows: it may be about to. */
    WallState.Registered whole(Principal who, WallState.Registered brief) {
        long room = MOST_TOLD;
        List<CommandBody> whole = new ArrayList<>();
        for (CommandBody command : brief.pending()) {
            ObjectNode layouts = JsonNodeFactory.instance.objectNode();
            List<String> screens = CommandDraft.brings(command.op()) ? itsOwnFirst(brief, command) : List.of();
            for (String screen : screens) {
                Optional<CommandStore.Brought> brought =
                        database.read(sql -> commands.brought(sql, command.id(), screen));
                @Nullable String layout = brought.isPresent() ? brought.get().layout() : null;
                if (layout != null && (screen.equals(brief.screenId()) || room > 0)) {
                    String told = toShow.shownBy(who, command, screen, layout);
                    room -= told.length();
                    // As text: what is read of it takes many times its length.
                    layouts.putRawValue(screen, new RawValue(told));
                } else if (layout == null && brought.isPresent()) {
                    layouts.putNull(screen);
                }
            }
            whole.add(layouts.isEmpty() ? command : command.bringing(layouts));
        }
        return brief.with(whole);
    }

    private List<String> itsOwnFirst(WallState.Registered brief, CommandBody command) {
        List<String> screens = new ArrayList<>(command.screenIds());
        screens.removeIf(screen -> presence.isOther(brief.wallId(), brief.screenId(), screen));
        if (screens.remove(brief.screenId())) {
            screens.addFirst(brief.screenId());
        }
        return screens;
    }

    /** Most reports say nothing new and write nothing. */
    private void keep(WallBody wall, String screenId, ReportDraft.Checked report) {
        String wallId = wall.id();
        @Nullable JsonNode shows = report.shows();
        boolean news = shows != null
                && !database.read(sql -> walls.shown(sql, wallId, screenId)).equals(Optional.of(shows.toString()));
        if (!news && report.results().isEmpty()) {
            return;
        }
        database.write(sql -> {
            outcomes.answer(sql, wallId, screenId, report.results());
            if (news && shows != null) {
                Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
                walls.show(sql, wallId, screenId, shows, now);
                if (report.results().isEmpty()) {
                    long state = walls.advance(sql, wallId);
                    sql.afterCommit(() -> events.publish(WallEvents.changed(wall, state)));
                }
            }
            return 0;
        });
    }
}

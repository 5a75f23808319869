package vn.toancanh.server.walls;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.util.RawValue;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.FieldError;
import vn.toancanh.server.places.NamedCameras;
import vn.toancanh.server.places.Reach;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;

/** What stands on walls, by what their screens report. Any thread; blocks. */
final class Screens {
    /** Commands whose layouts are looked into for what is withheld from a wall's screens; what stands there came by the last few. */
    private static final int MOST_MEANT = 64;

    private final Database database;
    private final WallStore walls;
    private final CommandStore commands;
    private final CommandEnds ends;
    private final WallControl control;
    private final Presence presence;
    private final ToShow toShow;
    private final Reach reach;
    private final EventRing events;
    private final ObjectMapper mapper;
    private final Clock clock;

    Screens(
            Database database,
            WallStore walls,
            CommandStore commands,
            CommandEnds ends,
            WallControl control,
            Presence presence,
            ToShow toShow,
            Reach reach,
            EventRing events,
            ObjectMapper mapper,
            Clock clock) {
        this.database = database;
        this.walls = walls;
        this.commands = commands;
        this.ends = ends;
        this.control = control;
        this.presence = presence;
        this.toShow = toShow;
        this.reach = reach;
        this.events = events;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * A display registers, says that it is still there, what it shows and how commands went. What it shows counts as a change
     * of the wall where no command brought it about.
     *
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
                    controlledBy(now),
                    commands.pending(sql, wallId).stream()
                            .filter(command -> command.screenIds().contains(screenId)
                                    && !command.answers().containsKey(screenId)
                                    && !ends.over(command))
                            .map(ends::told)
                            .toList());
        });
        return answer.as(command -> toShow.seenBy(who, command));
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
            control.answer(sql, wallId, screenId, report.results());
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

    /** What stands on a wall; what names a camera that the caller may not see is left out. */
    WallState state(Principal who, String wallId) {
        record Read(
                WallStore.Row row,
                Map<String, String> shown,
                Map<String, CommandBody> meant,
                List<CommandBody> pending) {}
        Read read = database.read(sql -> {
            WallStore.Row row = walls.visible(sql, who, wallId);
            Map<String, String> shown = walls.shown(sql, wallId);
            return new Read(row, shown, meant(sql, wallId, shown.values()), commands.pending(sql, wallId));
        });
        return new WallState(
                wallId,
                read.row().stateVersion(),
                controlledBy(read.row()),
                read.row().wall().screens().stream()
                        .map(screen ->
                                screen(who, wallId, screen.id(), read.shown().get(screen.id()), read.meant()))
                        .toList(),
                read.pending().stream()
                        .filter(command -> sees(who, command.args()))
                        .map(ends::told)
                        .toList());
    }

    /** Commands of that wall in which there stands what is withheld from its screens. */
    private Map<String, CommandBody> meant(Sql sql, String wallId, Collection<String> shown) throws SQLException {
        Map<String, CommandBody> meant = new HashMap<>();
        for (String shows : shown) {
            for (String id : Withheld.commands(mapper.readTree(shows))) {
                if (meant.size() == MOST_MEANT) {
                    return meant;
                }
                commands.find(sql, id)
                        .filter(command -> command.wallId().equals(wallId))
                        .ifPresent(command -> meant.put(id, command));
            }
        }
        return meant;
    }

    private WallState.ScreenState screen(
            Principal who, String wallId, String id, @Nullable String said, Map<String, CommandBody> meant) {
        @Nullable JsonNode shows = said == null ? null : mapper.readTree(said);
        Optional<Presence.Display> display = presence.of(wallId, id);
        return new WallState.ScreenState(
                id,
                display.isPresent(),
                display.map(Presence.Display::name).orElse(null),
                display.map(Presence.Display::health).orElse(null),
                // As text again: a wall has many screens, and what is read of one takes many times its length.
                shows != null && sees(who, shows)
                        ? new RawValue(toShow.shown(who, shows, meant).toString())
                        : null);
    }

    private boolean sees(Principal who, @Nullable JsonNode named) {
        return NamedCameras.in(named).stream().allMatch(camera -> reach.sees(who, camera));
    }

    private static WallState.@Nullable Control controlledBy(WallStore.Row row) {
        @Nullable String by = row.controlledBy();
        @Nullable Instant since = row.controlledSince();
        return by == null || since == null ? null : new WallState.Control(by, since);
    }
}

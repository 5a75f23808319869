package vn.toancanh.server.walls;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.util.RawValue;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.http.PageRoom;
import vn.toancanh.server.places.NamedCameras;
import vn.toancanh.server.places.Reach;
import vn.toancanh.server.store.Database;

/** What stands on walls, as somebody may know it. Any thread; blocks. */
final class Standing {
    /** What all screens of a wall may show in one answer, characters; the last one may exceed it. */
    private static final int MOST_SHOWN = 2 << 20;

    private final Database database;
    private final WallStore walls;
    private final CommandStore commands;
    private final CommandEnds ends;
    private final Presence presence;
    private final ToShow toShow;
    private final Reach reach;
    private final ObjectMapper mapper;

    Standing(
            Database database,
            WallStore walls,
            CommandStore commands,
            CommandEnds ends,
            Presence presence,
            ToShow toShow,
            Reach reach,
            ObjectMapper mapper) {
        this.database = database;
        this.walls = walls;
        this.commands = commands;
        this.ends = ends;
        this.presence = presence;
        this.toShow = toShow;
        this.reach = reach;
        this.mapper = mapper;
    }

    /** What a screen said, and what is meant by what is withheld from it, by cell. */
    private record Said(String shows, Map<Integer, String> meant) {}

    /** What stands on a wall; what names a camera that the caller may not see is left out. */
    WallState of(Principal who, String wallId) {
        record Read(WallStore.Row row, Map<String, Said> said, List<CommandBody> pending) {}
        Read read = database.read(sql -> {
            WallStore.Row row = walls.visible(sql, who, wallId);
            PageRoom room = new PageRoom(MOST_SHOWN);
            Meant meant = new Meant(sql, commands, wallId, mapper);
            Map<String, Said> said = new HashMap<>();
            for (WallBody.Screen screen : row.wall().screens()) {
                Optional<String> shows = walls.shown(sql, wallId, screen.id()).filter(text -> room.take(text.length()));
                if (shows.isPresent()) {
                    said.put(screen.id(), new Said(shows.get(), meant.in(mapper.readTree(shows.get()))));
                }
            }
            return new Read(row, said, commands.pending(sql, wallId));
        });
        return new WallState(
                wallId,
                read.row().stateVersion(),
                WallState.Control.of(read.row()),
                read.row().wall().screens().stream()
                        .map(screen ->
                                screen(who, wallId, screen.id(), read.said().get(screen.id())))
                        .toList(),
                read.pending().stream()
                        .filter(command -> sees(who, command.args()))
                        .map(ends::told)
                        .toList());
    }

    private WallState.ScreenState screen(Principal who, String wallId, String id, @Nullable Said said) {
        @Nullable JsonNode shows = said == null ? null : mapper.readTree(said.shows());
        Optional<Presence.Display> display = presence.of(wallId, id);
        return new WallState.ScreenState(
                id,
                display.isPresent(),
                display.map(Presence.Display::name).orElse(null),
                display.map(Presence.Display::health).orElse(null),
                // As text again: a wall has many screens, and what is read of one takes many times its length.
                said != null && shows != null && sees(who, shows)
                        ? new RawValue(toShow.shown(who, shows, said.meant()).toString())
                        : null);
    }

    private boolean sees(Principal who, @Nullable JsonNode named) {
        return NamedCameras.in(named).stream().allMatch(camera -> reach.sees(who, camera));
    }
}

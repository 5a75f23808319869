package vn.toancanh.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.deeds.DeedLog;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.LiveWall;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;

/**
 * Notes which cameras were seen on a wall, from the first picture until they leave it, however often their stream is opened
 * anew meanwhile. Lane: DESK.
 */
public final class NoteShown implements Handle {
    private record Shown(CameraId camera, int tile, long sinceNanos) {}

    private final Lane desk;
    private final Clock clock;
    private final LiveWall live;
    private final DeedLog deeds;
    private final Map<LiveTile, Shown> shown = new HashMap<>();
    private final Handle listening;

    public NoteShown(Lane desk, Clock clock, LiveWall live, DeedLog deeds) {
        this.desk = desk;
        this.clock = clock;
        this.live = live;
        this.deeds = deeds;
        this.listening = live.onChange(new LiveWall.Listener() {
            @Override
            public void rearranged() {
                look();
            }

            @Override
            public void changed(LiveTile tile) {
                look(tile);
            }
        });
    }

    /** Looks what is on show, because another person looks. */
    public void look() {
        desk.assertHere();
        List<LiveTile> present = live.tiles();
        List.copyOf(shown.keySet()).stream()
                .filter(tile -> !present.contains(tile))
                .forEach(this::left);
        present.forEach(this::look);
    }

    private void look(LiveTile tile) {
        Shown before = shown.get(tile);
        CameraId camera = tile.content() instanceof CellContent.OfCamera of ? of.camera() : null;
        if (before != null && !before.camera.equals(camera)) {
            left(tile);
            before = null;
        }
        if (before == null && camera != null && tile.state().phase().playing()) {
            Shown now = new Shown(camera, tile.index() + 1, clock.nanos());
            shown.put(tile, now);
            deeds.note("desk.shown", subject(camera), Map.of("tile", Integer.toString(now.tile)));
        }
    }

    private void left(LiveTile tile) {
        @Nullable Shown was = shown.remove(tile);
        if (was != null) {
            long seconds = (clock.nanos() - was.sinceNanos) / 1_000_000_000L;
            deeds.note(
                    "desk.left",
                    subject(was.camera),
                    Map.of("tile", Integer.toString(was.tile), "seconds", Long.toString(seconds)));
        }
    }

    private static String subject(CameraId camera) {
        return "camera/" + camera.value();
    }

    /** What is seen now is seen no more by whoever saw it. */
    public void leave() {
        List.copyOf(shown.keySet()).forEach(this::left);
    }

    @Override
    public void close() {
        listening.close();
        leave();
    }
}

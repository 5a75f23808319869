package vn.toancanh.shift;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import vn.toancanh.base.Clock;
import vn.toancanh.model.CameraId;

/**
 * Which of the cameras on show are lost, and found again: one that has no picture in any of its tiles for a while is lost; one
 * that has been taken from the wall meanwhile stays so until it is seen again. Lane: DESK.
 */
public final class CameraWatch {
    /** A camera that is back within this was not lost: a stream that is opened anew takes a moment. */
    public static final Duration AFTER = Duration.ofSeconds(10);

    /**
     * A tile of which one can say something.
     *
     * @param there whether its camera has a picture now
     */
    public record Sight(CameraId camera, String name, boolean there) {}

    private final ShiftBook book;
    private final Clock clock;
    private final Map<CameraId, Long> missing = new HashMap<>();
    private final Map<CameraId, Long> lost = new HashMap<>();
    private Object shift = this;

    public CameraWatch(ShiftBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** Looks at the tiles of all walls. */
    public void look(Collection<Sight> tiles) {
        Shift open = book.shift().orElse(null);
        if (open == null) {
            shift = this;
            return;
        }
        if (!open.id().equals(shift)) {
            shift = open.id();
            recall(open);
        }
        Map<CameraId, Sight> seen = new LinkedHashMap<>();
        tiles.forEach(tile -> seen.merge(tile.camera(), tile, (one, other) -> one.there() ? one : other));
        missing.keySet().retainAll(seen.keySet());
        seen.values().forEach(this::judge);
    }

    /** What was lost when the program ended, or is lost in a shift that goes on, is found by the same shift. */
    private void recall(Shift open) {
        missing.clear();
        lost.clear();
        Set<CameraId> still = new HashSet<>();
        for (Note note : open.notes()) {
            if (note.what() == Happening.CAMERA_LOST) {
                still.add(new CameraId(note.subject()));
            } else if (note.what() == Happening.CAMERA_FOUND) {
                still.remove(new CameraId(note.subject()));
            }
        }
        still.forEach(camera -> lost.put(camera, Note.UNKNOWN));
    }

    private void judge(Sight sight) {
        CameraId camera = sight.camera();
        long now = clock.nanos();
        if (sight.there()) {
            missing.remove(camera);
            Long since = lost.remove(camera);
            if (since != null) {
                long seconds = since == Note.UNKNOWN
                        ? Note.UNKNOWN
                        : Duration.ofNanos(now - since).toSeconds();
                book.note(Happening.CAMERA_FOUND, camera.value(), sight.name(), seconds);
            }
        } else if (!lost.containsKey(camera)) {
            long since = missing.computeIfAbsent(camera, any -> now);
            if (now - since >= AFTER.toNanos()) {
                missing.remove(camera);
                lost.put(camera, since);
                long seconds = Duration.ofNanos(now - since).toSeconds();
                book.note(Happening.CAMERA_LOST, camera.value(), sight.name(), seconds);
            }
        }
    }
}

package vn.toancanh.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.toancanh.base.Clock;
import vn.toancanh.model.CameraId;
import vn.toancanh.shift.Happening;
import vn.toancanh.shift.HeadsReserved;
import vn.toancanh.shift.Note;
import vn.toancanh.shift.Report;
import vn.toancanh.shift.ShiftBook;

/** Notes for the handover which heads are reserved for this desk, and until when. Lane: DESK. */
final class ReservedHeads {
    /** Each command moves the end on; it is noted again where it is later by this. */
    static final Duration LATER = Duration.ofMinutes(1);

    private record Reserved(Duration length, Instant until) {}

    private final Clock clock;
    private final ShiftBook book;
    private final Function<CameraId, String> names;
    private final Map<CameraId, Reserved> all = new HashMap<>();

    /** @param names what cameras are called */
    ReservedHeads(Clock clock, ShiftBook book, Function<CameraId, String> names) {
        this.clock = clock;
        this.book = book;
        this.names = names;
    }

    /** It is reserved for so long from now, and from each command on. */
    void reserved(CameraId camera, Duration length) {
        Reserved before = all.get(camera);
        Instant until = clock.now().plus(length);
        if (before == null || !until.isBefore(before.until.plus(LATER))) {
            note(camera, new Reserved(length, until));
        }
    }

    /** It has taken a command, which renews its lease. */
    void told(CameraId camera) {
        Reserved before = all.get(camera);
        if (before != null) {
            reserved(camera, before.length);
        }
    }

    /** It is not, whatever it was. */
    void free(CameraId camera) {
        if (all.remove(camera) != null) {
            book.note(Happening.HEAD_FREED, camera.value(), "", Note.UNKNOWN);
        }
    }

    /** A shift goes on by its notes. */
    void begin(List<Note> notes) {
        all.clear();
        for (Report.ReservedHead head : HeadsReserved.of(notes, clock.now())) {
            Duration left = Duration.between(clock.now(), head.until());
            all.put(new CameraId(head.cameraId()), new Reserved(left, head.until()));
        }
    }

    /** Another shift takes over what is reserved still. */
    void takeOver() {
        all.values().removeIf(head -> !head.until.isAfter(clock.now()));
        Map.copyOf(all).forEach(this::note);
    }

    private void note(CameraId camera, Reserved head) {
        all.put(camera, head);
        long left = Duration.between(clock.now(), head.until).toSeconds();
        book.note(Happening.HEAD_RESERVED, camera.value(), names.apply(camera), left);
    }
}

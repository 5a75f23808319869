package vn.toancanh.alarms;

import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.model.CameraId;

/** The alarms of one camera at the tile that shows it, from when the first comes until the tile goes back. Lane: DESK. */
final class AlarmVisit {
    /** No end, until somebody has accepted. */
    static final long NEVER = Long.MAX_VALUE;

    /** What it does there; each names what may follow. */
    enum Phase {
        /** One at least that nobody has accepted yet. */
        CALLING,
        /** Somebody has accepted all of them, here or at another desk; it goes soon. */
        SETTLED,
        /** It is away. */
        OVER;

        Set<Phase> successors() {
            return switch (this) {
                case CALLING -> EnumSet.of(SETTLED, OVER);
                case SETTLED -> EnumSet.of(CALLING, OVER);
                case OVER -> EnumSet.noneOf(Phase.class);
            };
        }
    }

    private final CameraId camera;
    private final Map<AlarmId, Alarm> alarms = new LinkedHashMap<>();
    private Phase phase = Phase.CALLING;
    private long loan;
    private long dueNanos = NEVER;

    /** At a tile that shows the camera anyway, until it is {@link #lent} one. */
    AlarmVisit(CameraId camera, Alarm first) {
        this.camera = camera;
        alarms.put(first.id(), first);
    }

    /** It was given a tile, which goes back then. */
    void lent(long newLoan, long due) {
        loan = newLoan;
        dueNanos = due;
    }

    CameraId camera() {
        return camera;
    }

    Set<AlarmId> ids() {
        return Set.copyOf(alarms.keySet());
    }

    int count() {
        return alarms.size();
    }

    long loan() {
        return loan;
    }

    boolean borrowed() {
        return loan != 0;
    }

    Phase phase() {
        return phase;
    }

    long dueNanos() {
        return dueNanos;
    }

    boolean isDue(long now) {
        return dueNanos != NEVER && now - dueNanos >= 0;
    }

    /** The one to speak of: the most urgent that nobody has accepted, else the most urgent. */
    Alarm foremost() {
        return alarms.values().stream().min(AlarmBook.ORDER).orElseThrow();
    }

    /** One more of the same camera. */
    void add(Alarm alarm, long due) {
        alarms.put(alarm.id(), alarm);
        dueNanos = borrowed() ? due : NEVER;
        if (phase == Phase.SETTLED) {
            to(Phase.CALLING);
        }
    }

    /** Looks up what became of them; what is not known any more is closed. */
    void follow(Function<AlarmId, Optional<Alarm>> known, long now, Duration linger) {
        alarms.replaceAll((id, before) -> known.apply(id).orElseGet(() -> before.at(AlarmStep.CLOSED)));
        boolean calls = alarms.values().stream().anyMatch(alarm -> alarm.step() == AlarmStep.NEW);
        if (!calls && phase == Phase.CALLING) {
            to(Phase.SETTLED);
            dueNanos = now + linger.toNanos();
        }
    }

    /** Whether it is at that tile. */
    boolean stands(AlarmWalls.Tile tile) {
        return borrowed()
                ? tile.loan() == loan
                : tile.camera().filter(camera::equals).isPresent();
    }

    void end() {
        to(Phase.OVER);
    }

    private void to(Phase next) {
        if (!phase.successors().contains(next)) {
            throw new IllegalStateException(phase + " is not followed by " + next);
        }
        phase = next;
    }
}

package vn.toancanh.alarms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.model.CameraId;

/**
 * A tile that alarms may take. An alarm takes it only where its priority is above that of what is watched there; the tile goes
 * back by itself, to the next alarm that waits or to what stood there before, some seconds after somebody has accepted, or
 * when the alarm has stood long enough. What a person does at the tile meanwhile holds it: then nothing leaves it unasked. On DESK.
 */
public final class AlarmTile {
    /** How long an alarm stands after it was accepted. */
    static final Duration LINGER = Duration.ofSeconds(10);

    /** How long one stands that nobody accepts. */
    static final Duration STAY = Duration.ofSeconds(60);

    /** What the tile does; each names what may follow. */
    public enum Phase {
        /** Shows what a person or the layout put there. */
        WATCHING,
        /** Shows an alarm, and will go back by itself. */
        SHOWING,
        /** Shows an alarm that a person holds there. */
        HELD;

        Set<Phase> successors() {
            return switch (this) {
                case WATCHING -> EnumSet.of(SHOWING);
                case SHOWING -> EnumSet.of(SHOWING, HELD, WATCHING);
                case HELD -> EnumSet.of(WATCHING, SHOWING);
            };
        }
    }

    /** The port to the tile. DESK. */
    public interface Spot {
        /** What stands there now; empty where nothing does. */
        Optional<CameraId> standing();

        /** Shows a camera, or nothing. */
        void show(Optional<CameraId> camera);
    }

    private final Spot spot;
    private final Lane desk;
    private final List<Alarm> waiting = new ArrayList<>();
    private Phase phase = Phase.WATCHING;
    private int watchedPriority;
    private @Nullable Alarm shown;
    private Optional<CameraId> before = Optional.empty();
    private Handle back = Handle.NONE;

    public AlarmTile(Spot spot, Lane desk) {
        this.spot = spot;
        this.desk = desk;
    }

    public Phase phase() {
        return phase;
    }

    /** The alarm that stands there. */
    public Optional<Alarm> shown() {
        return Optional.ofNullable(shown);
    }

    /** How urgent what is watched there is: 0 lets every alarm in, 100 none. */
    public void watch(int priority) {
        desk.assertHere();
        watchedPriority = priority;
        waiting.removeIf(alarm -> alarm.priority() <= priority);
    }

    /** An alarm came. It takes the tile, waits for its turn, or is not urgent enough. */
    public void offer(Alarm alarm) {
        desk.assertHere();
        Alarm present = shown;
        boolean known = (present != null && present.id().equals(alarm.id()))
                || waiting.stream().anyMatch(each -> each.id().equals(alarm.id()));
        if (known || alarm.step() != AlarmStep.NEW || alarm.cameras().isEmpty()) {
            return;
        }
        if (alarm.priority() <= watchedPriority) {
            return;
        }
        if (phase == Phase.HELD || (present != null && alarm.priority() <= present.priority())) {
            waiting.add(alarm);
            return;
        }
        if (present != null && present.step() == AlarmStep.NEW) {
            waiting.add(present);
        }
        show(alarm);
    }

    /** Somebody has accepted or closed an alarm, here or at another desk. */
    public void settled(AlarmId id) {
        desk.assertHere();
        waiting.removeIf(alarm -> alarm.id().equals(id));
        Alarm present = shown;
        if (present != null && present.id().equals(id)) {
            shown = present.at(AlarmStep.ACKNOWLEDGED);
            if (phase == Phase.SHOWING) {
                backAfter(LINGER);
            }
        }
    }

    /** A person works at the tile: enlarges it, steers, holds it. It stays until he lets go. */
    public void hold() {
        desk.assertHere();
        if (phase == Phase.SHOWING) {
            to(Phase.HELD);
            back.close();
        }
    }

    /** The person lets go: on to the next alarm, or back. */
    public void release() {
        desk.assertHere();
        if (phase != Phase.WATCHING) {
            goOn();
        }
    }

    /** A person put something else there: that is what is watched now, and there is nothing to go back to. */
    public void replaced() {
        desk.assertHere();
        back.close();
        before = Optional.empty();
        shown = null;
        if (phase != Phase.WATCHING) {
            to(Phase.WATCHING);
        }
    }

    private void show(Alarm alarm) {
        if (phase == Phase.WATCHING) {
            before = spot.standing();
        }
        to(Phase.SHOWING);
        shown = alarm;
        spot.show(Optional.of(alarm.cameras().getFirst()));
        backAfter(STAY);
    }

    private void backAfter(Duration delay) {
        back.close();
        back = desk.after(delay, this::goOn);
    }

    private void goOn() {
        back.close();
        Optional<Alarm> next = waiting.stream()
                .min(Comparator.comparing(Alarm::priority, Comparator.reverseOrder())
                        .thenComparing(Alarm::raisedAt));
        if (next.isPresent()) {
            waiting.remove(next.get());
            show(next.get());
            return;
        }
        to(Phase.WATCHING);
        shown = null;
        Optional<CameraId> there = before;
        before = Optional.empty();
        spot.show(there);
    }

    private void to(Phase next) {
        if (!phase.successors().contains(next)) {
            throw new IllegalStateException(phase + " is not followed by " + next);
        }
        phase = next;
    }
}

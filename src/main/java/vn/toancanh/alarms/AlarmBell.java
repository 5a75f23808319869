package vn.toancanh.alarms;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmStep;

/**
 * Rings when an alarm comes, and again and again until somebody accepts it at any desk or whoever sits here wants quiet.
 * Quiet holds for the alarms that are there; the next one rings. Lane: DESK.
 */
public final class AlarmBell implements Handle {
    /** From one ring to the next. */
    static final Duration AGAIN = Duration.ofSeconds(10);

    private final AlarmBook book;
    private final Chime chime;
    private final BooleanSupplier wanted;
    private final Lane desk;
    private final Set<AlarmId> silenced = new HashSet<>();
    private final Set<AlarmId> rung = new HashSet<>();
    private final Map<Object, Runnable> listeners = new LinkedHashMap<>();
    private final Handle listening;
    private Handle again = Handle.NONE;
    private boolean told;

    /** @param wanted whether there shall be a tone at all; {@link #look} is to be called when that changes */
    public AlarmBell(AlarmBook book, Chime chime, BooleanSupplier wanted, Lane desk) {
        this.book = book;
        this.chime = chime;
        this.wanted = wanted;
        this.desk = desk;
        this.listening = book.onChange(this::look);
    }

    /** Whether it rings now and would again. */
    public boolean ringing() {
        return wanted.getAsBoolean() && unaccepted().stream().anyMatch(id -> !silenced.contains(id));
    }

    /** No more for the alarms that are there. */
    public void silence() {
        desk.assertHere();
        silenced.addAll(unaccepted());
        look();
    }

    /** Tells when it begins or ends to ring, until the handle is closed. */
    public Handle onChange(Runnable listener) {
        desk.assertHere();
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }

    /** Looks anew whether it is to ring. */
    public void look() {
        desk.assertHere();
        Set<AlarmId> present = unaccepted();
        silenced.retainAll(present);
        rung.retainAll(present);
        if (!ringing()) {
            // Who wants the tone again, or comes back to it, hears what is still there.
            rung.clear();
            again.close();
            again = Handle.NONE;
        } else if (!rung.containsAll(present)) {
            ring();
        }
        if (ringing() != told) {
            told = !told;
            List.copyOf(listeners.values()).forEach(Runnable::run);
        }
    }

    private void ring() {
        rung.addAll(unaccepted());
        chime.ring();
        again.close();
        again = desk.after(AGAIN, () -> {
            if (ringing()) {
                ring();
            }
        });
    }

    private Set<AlarmId> unaccepted() {
        return book.list().stream()
                .filter(alarm -> alarm.step() == AlarmStep.NEW)
                .map(Alarm::id)
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        again.close();
        listening.close();
        listeners.clear();
    }
}

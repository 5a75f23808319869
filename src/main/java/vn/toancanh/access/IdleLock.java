package vn.toancanh.access;

import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;

/**
 * Whether a desk is locked: by itself when nobody has touched it for a while, or at once. What goes on behind a lock is not
 * its business. Lane: DESK.
 */
public final class IdleLock implements Handle {
    /** The closed set. */
    public enum State {
        /** Whoever sits there may do what he may. */
        OPEN,
        /** Nothing but a password is taken. */
        LOCKED,
        /** A password is being looked at. */
        ASKING;

        /** What may follow. */
        Set<State> next() {
            return switch (this) {
                case OPEN -> EnumSet.of(LOCKED);
                case LOCKED -> EnumSet.of(ASKING, OPEN);
                case ASKING -> EnumSet.of(LOCKED, OPEN);
            };
        }
    }

    private final Lane desk;
    private final Clock clock;
    private final Map<Object, Consumer<State>> listeners = new LinkedHashMap<>();
    private State state = State.OPEN;
    private Duration after = Duration.ZERO;
    private boolean armed;
    private long touchedAt;
    private Handle turn = Handle.NONE;

    /** Does not lock by itself until it is told to. */
    public IdleLock(Lane desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
        this.touchedAt = clock.nanos();
    }

    public State state() {
        desk.assertHere();
        return state;
    }

    /**
     * Locks from now on by itself, counted anew.
     *
     * @param idle how long nobody touches it; zero: never by itself
     */
    public void arm(Duration idle) {
        desk.assertHere();
        armed = true;
        after = idle;
        touchedAt = clock.nanos();
        waitOn();
    }

    /** True where it could lock. */
    public boolean isArmed() {
        desk.assertHere();
        return armed;
    }

    /** Nobody is there whom it could ask: it opens, and stays so. */
    public void disarm() {
        desk.assertHere();
        armed = false;
        turn.close();
        if (state != State.OPEN) {
            become(State.OPEN);
        }
    }

    /** Somebody is there. Called at every movement of the mouse, so it does next to nothing. */
    public void touched() {
        touchedAt = clock.nanos();
    }

    /** Locks now; false where it cannot, or is locked already. */
    public boolean lock() {
        desk.assertHere();
        if (!armed || state != State.OPEN) {
            return false;
        }
        turn.close();
        become(State.LOCKED);
        return true;
    }

    /** A password is given and will be looked at; false where none is wanted now. */
    public boolean ask() {
        desk.assertHere();
        if (state != State.LOCKED) {
            return false;
        }
        become(State.ASKING);
        return true;
    }

    /** What came of it; does nothing where nobody is waiting for it any more. */
    public void answer(boolean right) {
        desk.assertHere();
        if (state != State.ASKING) {
            return;
        }
        become(right ? State.OPEN : State.LOCKED);
        if (right) {
            arm(after);
        }
    }

    /** Tells every later state until the handle is closed. */
    public Handle onChange(Consumer<State> listener) {
        desk.assertHere();
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }

    private void waitOn() {
        turn.close();
        if (!armed || after.isZero() || state != State.OPEN) {
            return;
        }
        Duration left = after.minusNanos(clock.nanos() - touchedAt);
        turn = desk.after(left, this::look);
    }

    private void look() {
        if (clock.nanos() - touchedAt >= after.toNanos()) {
            lock();
        } else {
            waitOn();
        }
    }

    private void become(State next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " to " + next);
        }
        state = next;
        List.copyOf(listeners.values()).forEach(listener -> listener.accept(next));
    }

    @Override
    public void close() {
        turn.close();
        listeners.clear();
    }
}

package vn.toancanh.base;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * A named thread of the house on which a room's state lives. Work runs in the order given, one at a time; whoever owns
 * state on a lane says so with {@link #assertHere()} instead of locking.
 */
public interface Lane extends Executor {
    /** The lane's name as it appears in thread names and messages, such as {@code DESK}. */
    String name();

    /** True on the lane's own thread. */
    boolean isHere();

    /**
     * Refuses to go on away from the lane's thread.
     *
     * @throws IllegalStateException naming this lane and the thread that strayed
     */
    default void assertHere() {
        if (!isHere()) {
            throw new IllegalStateException("not on lane " + name() + " but on "
                    + Thread.currentThread().getName());
        }
    }

    /** Runs {@code work} on this lane once, not before {@code delay}; closing the handle cancels what has not begun. */
    Handle after(Duration delay, Runnable work);

    /** Runs {@code work} on this lane every {@code period}, first after one period, until the handle is closed. */
    Handle every(Duration period, Runnable work);
}

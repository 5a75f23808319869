package vn.toancanh.ptz.stick;

import vn.toancanh.ptz.HeadSpeed;

/**
 * Is told what hands do with sticks. Times are of {@code Clock.nanos()}, taken when the stick was looked at. Called on the STICK lane,
 * which looks at all sticks a few hundred times a second: whoever listens does not stay.
 */
public interface StickListener {
    /** A stick was plugged in; it moves nothing before it has been seen at rest. */
    default void came(Stick stick, StickMapping mapping, long nanos) {}

    /** A stick is gone; what it moved was told to stand before. */
    default void left(Stick stick, long nanos) {}

    /** The stick is held there from now on; zero where it is at rest, gone, or used for something else. */
    void deflected(Stick stick, HeadSpeed speed, long nanos);

    /**
     * With the modifier held the stick was moved on to another tile; again every {@link HeldStick#REPEAT} while it is held.
     *
     * @param columns 1 to the right, -1 to the left, else 0
     * @param rows 1 downwards, -1 upwards, else 0
     */
    void stepped(Stick stick, int columns, int rows, long nanos);

    /** A button did something that is not {@linkplain StickDeed.Kind#isHeld() held}. */
    void done(Stick stick, StickDeed deed, long nanos);
}

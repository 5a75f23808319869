package vn.toancanh.ptz;

import java.util.function.BiConsumer;

/**
 * One hold of a hand on one head, from pressing to letting go. Whatever ends the movement for another reason, such as a window that is
 * left or a screen that hangs, breaks it: then the hand must press anew before the head moves again. Any thread.
 */
public final class Grip {
    private final BiConsumer<Grip, HeadSpeed> mover;
    private volatile boolean loose;

    Grip(BiConsumer<Grip, HeadSpeed> mover) {
        this.mover = mover;
    }

    /** Moves the head at that speed from now on; zero has it stand while it is still held. Nothing where the grip is broken. */
    public void move(HeadSpeed speed) {
        if (!loose) {
            mover.accept(this, speed);
        }
    }

    /** Lets go: the head stops. */
    public void release() {
        move(HeadSpeed.ZERO);
        loose = true;
    }

    /** True where it moves nothing any more. */
    public boolean isLoose() {
        return loose;
    }

    void loosen() {
        loose = true;
    }
}

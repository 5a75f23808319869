package vn.toancanh.ptz;

import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.ptz.HeadReading.Phase;

/** What is said of one head. On the PTZ lane. */
final class HeadSaid {
    private final Runnable changed;
    private Phase phase = Phase.IDLE;
    private @Nullable Failure cause;

    /** @param changed something else is to be said */
    HeadSaid(Runnable changed) {
        this.changed = changed;
    }

    void set(Phase next, @Nullable Failure why) {
        phase = next;
        cause = why;
        changed.run();
    }

    /** What was refused is offered now. */
    void offered() {
        set(phase == Phase.REFUSED ? Phase.IDLE : phase, phase == Phase.REFUSED ? null : cause);
    }

    /** The server has said who holds the head: that somebody else has it is said no more once nobody has. */
    void stands(HeadStanding now) {
        boolean over = phase == Phase.REFUSED
                && HeadStanding.isOfAnother(cause)
                && !reading(now).others();
        set(over ? Phase.IDLE : phase, over ? null : cause);
    }

    HeadReading reading(HeadStanding standing) {
        return new HeadReading(phase, cause, standing);
    }
}

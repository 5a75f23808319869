package vn.toancanh.ptz;

import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;

/**
 * How it stands with a head at this desk, at one moment.
 *
 * @param phase what it does, as far as this desk has told it
 * @param cause why it was refused, or why a stop is not acknowledged yet; else null
 */
public record HeadReading(Phase phase, @Nullable Failure cause, HeadStanding standing) {
    /** Nothing was told to it, and nothing is known of it. */
    public static final HeadReading NONE = new HeadReading(Phase.IDLE, null, HeadStanding.NONE);

    /** What a head does, as far as this desk has told it. */
    public enum Phase {
        /** This desk has told it nothing that goes on. */
        IDLE,
        /** It is told to move. */
        MOVING,
        /** It is told to stop, and nobody has said yet that it heard so. */
        STOPPING,
        /** The stop was acknowledged. */
        STOPPED,
        /** It was not told what somebody wanted of it. */
        REFUSED
    }

    /** True where this desk holds it. */
    public boolean mine() {
        HeadLease lease = standing.lease();
        return lease != null && lease.own();
    }

    /** True where somebody else holds it. */
    public boolean others() {
        HeadLease lease = standing.lease();
        return lease != null && !lease.own();
    }
}

package vn.toancanh.ptz;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.model.CameraId;

/**
 * How it stands with a head at the server.
 *
 * @param lease null where nobody holds it
 * @param mover who moved it last; null where nobody is known to have
 */
public record HeadStanding(
        @Nullable HeadLease lease, @Nullable LastMover mover) {
    /** Nothing is known of it. */
    public static final HeadStanding NONE = new HeadStanding(null, null);

    /**
     * Who moved a head last.
     *
     * @param name as shown
     * @param at when, by the server's clock
     */
    public record LastMover(String name, Instant at) {}

    /**
     * What is to be said of a lease that is this desk's no more.
     *
     * @param active true where somebody was steering by it
     * @return null where there is nothing to say
     */
    @Nullable
    Failure lossOf(CameraId camera, boolean active) {
        Failure over = Failure.of(Kind.CONFLICT, "the lease of camera " + camera.value() + " is lost");
        if (lease != null) {
            return over.withText("ptz.takenBy", lease.holder());
        }
        return active ? over.withText(HeadService.LEASE_ENDED) : null;
    }

    /** True where somebody else has the head: what is said no more once nobody has. */
    static boolean isOfAnother(@Nullable Failure why) {
        return why != null && why.kind() == Kind.CONFLICT && !why.textKey().equals(HeadService.LEASE_ENDED);
    }

    HeadStanding with(@Nullable HeadLease other) {
        return new HeadStanding(other, mover);
    }
}

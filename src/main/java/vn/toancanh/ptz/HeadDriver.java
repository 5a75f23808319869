package vn.toancanh.ptz;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;
import vn.toancanh.ptz.HeadService.Asking;

/**
 * One head in the hands of this desk. Whatever ends a movement otherwise than by the hand that made it breaks that hand's grip. On the
 * PTZ lane.
 */
final class HeadDriver {
    private final CameraId camera;
    private final HeadService service;
    private final Lane lane;
    private final HeldLease lease;
    private final HeadLine line;
    private @Nullable Grip grip;

    /**
     * @param numbers of commands; they grow
     * @param changed something else is to be said of it
     */
    HeadDriver(CameraId camera, HeadService service, Lane lane, Clock clock, LongSupplier numbers, Runnable changed) {
        this.camera = camera;
        this.service = service;
        this.lane = lane;
        this.lease = new HeldLease(clock, numbers);
        this.line = new HeadLine(camera, service, lane, lease, changed, this::loosen);
    }

    HeadReading reading() {
        return line.reading();
    }

    /** True where a hand has it move now. */
    boolean isMovedByHand() {
        return line.isMovedByHand();
    }

    /** True where nothing is under way and nothing will come by itself. */
    boolean rests() {
        return line.rests();
    }

    /** Another number after each change of its lease that this desk brought about. */
    int leases() {
        return lease.count();
    }

    /** A hand moves it; zero has it stand. */
    void move(Grip by, HeadSpeed speed) {
        if (speed.isZero()) {
            if (by.equals(grip)) {
                line.halt();
            }
            return;
        }
        if (by.isLoose()) {
            return;
        }
        boolean anew = !by.equals(grip);
        if (anew) {
            loosen();
            grip = by;
        }
        line.want(new HeadOrder.Move(speed), anew);
    }

    /** It goes somewhere, where it ends by itself. */
    void go(HeadOrder order) {
        loosen();
        line.want(order, true);
    }

    /** What a hand moves stands, and moves only when it is pressed anew. What goes somewhere goes on. */
    void letGo() {
        loosen();
        line.halt();
    }

    /** It stands, whatever it was told, and also where it was told nothing. */
    void stop() {
        loosen();
        line.stop();
    }

    /** Asks for the lease, renews it or takes it over. */
    void take(Asking asking) {
        line.take(asking);
    }

    /**
     * Takes the lease as it was taken last where this desk does not hold it; nothing moves.
     *
     * @param answer empty once this desk holds it, else why it does not
     */
    void hold(Consumer<Optional<Failure>> answer) {
        if (lease.holds()) {
            answer.accept(Optional.empty());
        } else {
            lease.await(answer);
            line.take(lease.again());
        }
    }

    /**
     * Tells it something that moves nothing, beside whatever goes on; the lease is taken where this desk does not hold it.
     *
     * @param answer on the PTZ lane
     */
    void tell(HeadOrder.Aside order, Consumer<Outcome<Boolean>> answer) {
        hold(refused -> {
            @Nullable String lock = lease.lockId();
            if (refused.isPresent() || lock == null) {
                answer.accept(Outcome.failed(
                        refused.orElseGet(() -> Failure.of(Kind.CONFLICT, "the lease was lost at once"))));
                return;
            }
            service.send(
                    camera,
                    lock,
                    lease.number(),
                    order,
                    HeadLine.DEADMAN,
                    outcome -> lane.execute(() -> {
                        if (outcome instanceof Outcome.Done<Boolean>) {
                            lease.renewed();
                        }
                        answer.accept(outcome);
                    }));
        });
    }

    /** The lease is given back, and what moves stands. */
    void release() {
        loosen();
        line.release();
    }

    /**
     * The server has said who holds it.
     *
     * @param asked what {@link #leases} was when it was asked
     */
    void stands(int asked, HeadStanding now) {
        line.stands(asked, now);
    }

    private void loosen() {
        @Nullable Grip before = grip;
        grip = null;
        if (before != null) {
            before.loosen();
        }
    }
}

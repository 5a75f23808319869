package vn.toancanh.ptz;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;
import vn.toancanh.ptz.HeadReading.Phase;
import vn.toancanh.ptz.HeadService.Asking;

/**
 * What goes to one head, and by which lease. The newest order wins and one is under way at a time; a stop overtakes everything. A
 * movement is told again at half its dead-man's time. On the PTZ lane.
 */
final class HeadLine {
    /** The server stops a head of which it hears nothing for so long. */
    static final Duration DEADMAN = Duration.ofSeconds(1);

    /** A movement that is still wanted is told again. */
    static final Duration REPEAT = DEADMAN.dividedBy(2);

    private final CameraId camera;
    private final HeadService service;
    private final Lane lane;
    private final HeadSaid said;
    private final Runnable broken;
    private final HeldLease lease;
    private final LastingStop stop;

    private @Nullable HeadOrder wanted;
    private @Nullable HeadOrder sent;
    private boolean underWay;
    private boolean overdue;
    private boolean mayMove;
    private Handle beat = Handle.NONE;
    /** Nothing of what is wanted was taken yet. */
    private boolean fresh;

    /**
     * @param changed something else is to be said of it
     * @param broken what was wanted of it is wanted no more
     */
    HeadLine(CameraId camera, HeadService service, Lane lane, HeldLease lease, Runnable changed, Runnable broken) {
        this.camera = camera;
        this.service = service;
        this.lane = lane;
        this.said = new HeadSaid(changed);
        this.broken = broken;
        this.lease = lease;
        this.stop = new LastingStop(lane, lease, new Stopped());
    }

    HeadReading reading() {
        return said.reading(lease.standing());
    }

    /** True where a hand has it move now. */
    boolean isMovedByHand() {
        return wanted instanceof HeadOrder.Move;
    }

    /** True where nothing is under way and nothing will come by itself. */
    boolean rests() {
        return !lease.isAsked() && !underWay && !mayMove && !stop.isOn() && wanted == null;
    }

    /** It stands, whatever it was told, and also where it was told nothing. */
    void stop() {
        lane.assertHere();
        wanted = null;
        if (mayMove || lease.holds()) {
            begin(null);
        } else {
            // It may be on its way to a place, and only whoever holds it may stop that.
            want(new HeadOrder.Stop(), true);
        }
    }

    /** What a hand moves stands; what goes somewhere goes on. */
    void halt() {
        lane.assertHere();
        if (isMovedByHand() || mayMove) {
            wanted = null;
        }
        if (mayMove && !stop.isOn()) {
            begin(null);
        }
    }

    /** @param anew true where nothing of what is wanted was told before */
    void want(HeadOrder order, boolean anew) {
        lane.assertHere();
        fresh |= anew;
        boolean told = mayMove && !stop.isOn() && order.equals(sent);
        wanted = order;
        stop.end();
        if (!lease.isAsked() && !underWay && !told) {
            proceed();
        }
    }

    private void proceed() {
        if (lease.holds()) {
            send();
        } else {
            take(lease.again());
        }
    }

    /** Asks for the lease, renews it or takes it over. */
    void take(Asking asking) {
        lane.assertHere();
        if (!lease.isAsked()) {
            lease.asks(asking);
            service.take(camera, asking, outcome -> lane.execute(() -> taken(outcome)));
        }
    }

    private void taken(Outcome<HeadLease> outcome) {
        switch (outcome) {
            case Outcome.Done<HeadLease>(HeadLease came) -> {
                lease.came(came);
                said.offered();
                if (wanted != null && !underWay) {
                    send();
                }
            }
            case Outcome.Failed<HeadLease>(Failure failure) -> {
                lease.refused(failure);
                refused(failure);
            }
        }
    }

    /** The lease is given back, and what moves stands. */
    void release() {
        lane.assertHere();
        halt();
        service.release(
                camera,
                outcome -> lane.execute(() -> {
                    if (outcome instanceof Outcome.Done<Boolean>) {
                        lease.gaveBack();
                        said.offered();
                    }
                }));
    }

    private void send() {
        @Nullable HeadOrder order = wanted;
        @Nullable String lock = lease.lockId();
        if (order == null || lock == null) {
            return;
        }
        underWay = true;
        overdue = false;
        sent = order;
        beat.close();
        if (order.goesOn()) {
            mayMove = true;
            beat = lane.after(REPEAT, this::repeat);
        } else {
            wanted = null;
        }
        said.set(Phase.MOVING, null);
        service.send(
                camera, lock, lease.number(), order, DEADMAN, outcome -> lane.execute(() -> answered(order, outcome)));
    }

    private void repeat() {
        if (!isMovedByHand() || stop.isOn()) {
            return;
        }
        if (underWay && overdue) {
            // By now the server has stopped the head: what is held must not begin anew by itself.
            refused(Failure.of(Kind.TIMEOUT, "a movement is not acknowledged"));
        } else if (underWay || lease.isAsked()) {
            overdue = underWay;
            beat = lane.after(REPEAT, this::repeat);
        } else {
            proceed();
        }
    }

    private void answered(HeadOrder order, Outcome<Boolean> outcome) {
        underWay = false;
        if (stop.isOn()) {
            stop.again();
            return;
        }
        switch (outcome) {
            case Outcome.Done<Boolean> done -> {
                fresh = false;
                lease.renewed();
                mayMove &= order.goesOn();
                if (wanted != null && !wanted.equals(order)) {
                    proceed();
                } else if (wanted == null && !order.goesOn() && lease.lockId() != null) {
                    said.set(order instanceof HeadOrder.Stop ? Phase.STOPPED : Phase.IDLE, null);
                }
            }
            case Outcome.Failed<Boolean>(Failure failure) -> failed(order, failure);
        }
    }

    private void failed(HeadOrder order, Failure failure) {
        boolean over = failure.kind() == Kind.CONFLICT;
        if (over) {
            // Whoever took the lease away has stopped the head.
            mayMove = false;
            lease.drop();
        }
        boolean still = wanted != null || !order.goesOn();
        if (over && fresh && still && failure.textKey().equals(HeadService.LEASE_ENDED)) {
            fresh = false;
            want(Objects.requireNonNullElse(wanted, order), false);
        } else {
            refused(failure);
        }
    }

    private void refused(Failure failure) {
        wanted = null;
        broken.run();
        beat.close();
        if (failure.kind() == Kind.CONFLICT) {
            lease.drop();
        }
        if (mayMove) {
            begin(failure);
        } else if (!stop.isOn()) {
            said.set(Phase.REFUSED, failure);
        }
    }

    /** @param why it is not what somebody wanted; null where it is */
    private void begin(@Nullable Failure why) {
        beat.close();
        said.set(Phase.STOPPING, why);
        stop.begin(why);
    }

    private final class Stopped implements LastingStop.Owner {
        @Override
        public boolean isUnderWay() {
            return underWay;
        }

        @Override
        public void send(String lockId, Consumer<Outcome<Boolean>> answer) {
            service.send(camera, lockId, lease.number(), new HeadOrder.Stop(), DEADMAN, answer);
        }

        @Override
        public void waits(Failure why) {
            said.set(Phase.STOPPING, why);
        }

        @Override
        public void settled(@Nullable Failure why) {
            mayMove = false;
            said.set(why == null ? Phase.STOPPED : Phase.REFUSED, why);
        }
    }

    /**
     * The server has said who holds it.
     *
     * @param asked what {@link HeldLease#count} was when it was asked
     */
    void stands(int asked, HeadStanding now) {
        lane.assertHere();
        if (!lease.stands(asked, now)) {
            return;
        }
        if (lease.isLost()) {
            lost(now);
        } else {
            said.stands(now);
        }
    }

    /** Somebody else has it, or nobody; the head was stopped with the lease. */
    private void lost(HeadStanding now) {
        boolean active = mayMove || stop.isOn() || wanted != null;
        lease.drop();
        wanted = null;
        broken.run();
        beat.close();
        stop.end();
        mayMove = false;
        @Nullable Failure why = now.lossOf(camera, active);
        said.set(why == null ? Phase.IDLE : Phase.REFUSED, why);
    }
}

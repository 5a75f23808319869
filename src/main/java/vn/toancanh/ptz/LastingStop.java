package vn.toancanh.ptz;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;

/** A stop that is said again until the server has it, and once more after an order that was under way has answered. On the PTZ lane. */
final class LastingStop {
    /** Between two tries of a stop that nobody acknowledged. */
    static final Duration AGAIN = Duration.ofMillis(250);

    /** Tries of one stop: half a minute of a server that is not there, whose heads have long ended their movements by themselves. */
    static final int MOST = 120;

    /** Where these answer, the head was stopped already: with the lease, the session or the right. */
    private static final Set<Kind> GONE =
            EnumSet.of(Kind.CONFLICT, Kind.SESSION_EXPIRED, Kind.FORBIDDEN, Kind.NOT_FOUND, Kind.UNSUPPORTED);

    /** Whose head it is. */
    interface Owner {
        /** True while another order may still come to the head. */
        boolean isUnderWay();

        /** Sends one stop. */
        void send(String lockId, Consumer<Outcome<Boolean>> answer);

        /** It is not acknowledged yet, and why. */
        void waits(Failure why);

        /**
         * Nothing more is to be said to the head.
         *
         * @param why it is not what somebody wanted; null where it is
         */
        void settled(@Nullable Failure why);
    }

    private final Lane lane;
    private final HeldLease lease;
    private final Owner owner;
    private boolean on;
    private int tries;
    private Object latest = new Object();
    private @Nullable Failure afterwards;
    private Handle again = Handle.NONE;

    /** @param lease by which it is sent */
    LastingStop(Lane lane, HeldLease lease, Owner owner) {
        this.lane = lane;
        this.lease = lease;
        this.owner = owner;
    }

    /** True until it is settled, or something else is wanted. */
    boolean isOn() {
        return on;
    }

    /** @param why it is not what somebody wanted; null where it is */
    void begin(@Nullable Failure why) {
        on = true;
        tries = 0;
        afterwards = why;
        send();
    }

    /** Something else is wanted. */
    void end() {
        on = false;
        again.close();
    }

    /** An order that was under way has answered: the head may have had it after the stop. */
    void again() {
        send();
    }

    private void send() {
        again.close();
        Object mine = new Object();
        latest = mine;
        tries++;
        @Nullable String lock = lease.lockId();
        if (lock == null) {
            settle(afterwards);
        } else {
            owner.send(lock, outcome -> lane.execute(() -> answered(mine, outcome)));
        }
    }

    private void answered(Object which, Outcome<Boolean> outcome) {
        if (!on || !which.equals(latest)) {
            return;
        }
        switch (outcome) {
            case Outcome.Done<Boolean> done -> {
                lease.renewed();
                if (!owner.isUnderWay()) {
                    settle(afterwards);
                }
            }
            case Outcome.Failed<Boolean>(Failure failure) -> {
                if (GONE.contains(failure.kind())) {
                    lease.drop();
                    settle(failure.textKey().equals(HeadService.LEASE_ENDED) ? afterwards : failure);
                } else if (tries < MOST) {
                    owner.waits(failure);
                    again = lane.after(AGAIN, this::send);
                } else {
                    settle(failure);
                }
            }
        }
    }

    private void settle(@Nullable Failure why) {
        end();
        owner.settled(why);
    }
}

package vn.toancanh.bench.ptz;

import java.util.Collection;
import vn.toancanh.base.Clock;
import vn.toancanh.simulator.head.HeadFault;
import vn.toancanh.simulator.head.HeardRequest;
import vn.toancanh.simulator.head.SimulatedHead;

/** A simulated head at the end of a cable, and whoever looks whether it moves. Any thread. */
final class DrilledHead {
    private final String camera;
    private final SimulatedHead head;
    private final Cable cable;
    private final Clock clock;
    private boolean moves;
    private boolean everMoved;
    private long standsSince;

    DrilledHead(String camera, SimulatedHead head, Cable cable, Clock clock) {
        this.camera = camera;
        this.head = head;
        this.cable = cable;
        this.clock = clock;
        this.standsSince = clock.nanos();
    }

    /** Its camera's id. */
    String camera() {
        return camera;
    }

    Cable cable() {
        return cable;
    }

    /** Goes wrong in these ways and no others. */
    void goWrong(Collection<HeadFault> faults) {
        head.heal();
        faults.forEach(head::inject);
    }

    /** Looks now. */
    synchronized void look() {
        boolean now = head.isMoving();
        if (moves && !now) {
            standsSince = clock.nanos();
        }
        moves = now;
        everMoved |= now;
    }

    /** Begins to look anew. */
    synchronized void forget() {
        everMoved = false;
    }

    synchronized boolean everMoved() {
        return everMoved;
    }

    synchronized boolean moves() {
        return moves;
    }

    /** How long after that moment it came to stand, as it was looked at; 0 where it stood already; milliseconds. */
    synchronized long stoodAfter(long nanos) {
        return Math.max(0, (standsSince - nanos) / 1_000_000);
    }

    /** True where the last thing that it accepted since that moment was no stop. */
    boolean lastWasNoStop(long sinceNanos) {
        return head.moves().stream()
                .filter(one -> one.accepted() && one.doneNanos() - sinceNanos >= 0)
                .reduce((before, after) -> after)
                .filter(last -> !last.isStop())
                .isPresent();
    }

    /** What it has heard last, for people. */
    String diary() {
        StringBuilder told = new StringBuilder();
        var all = head.moves();
        for (HeardRequest one : all.subList(Math.max(0, all.size() - 8), all.size())) {
            told.append(one.operation())
                    .append(one.accepted() ? "" : " refused")
                    .append(one.isStop() ? " (stop) " : " ")
                    .append((clock.nanos() - one.doneNanos()) / 1_000_000)
                    .append(" ms ago; ");
        }
        return told.toString();
    }
}

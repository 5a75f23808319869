package vn.toancanh.server.ptz;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Lane;

/** Leases and heads together: only the holder steers, in the order of the sequence numbers, and whoever loses a lease loses the
 * movement too. On the PTZ lane. */
final class HeadControl {
    /** Sequence numbers and movement under one lease. */
    private static final class Course {
        final String lockId;
        long seq = -1;
        boolean moved;

        Course(String lockId) {
            this.lockId = lockId;
        }
    }

    private final Leases leases;
    private final Heads heads;
    private final Lane lane;
    private final Leases.Listener listener;
    private final Map<String, Steering> steerings = new HashMap<>();
    private final Map<String, Course> courses = new HashMap<>();

    HeadControl(Heads heads, Clock clock, Lane lane, Supplier<String> ids, Leases.Listener listener) {
        this.heads = heads;
        this.lane = lane;
        this.listener = listener;
        this.leases = new Leases(clock, lane, ids, this::changed);
    }

    Leases leases() {
        return leases;
    }

    /** What became of a command. */
    enum Fate {
        SENT,
        /** The first under its lease. */
        SENT_FIRST,
        /** Older than what was told before. */
        DROPPED
    }

    /**
     * Tells a head.
     *
     * @param told once the head has answered; not told where the command was dropped for its number
     * @throws vn.toancanh.server.http.ApiProblem 409 without the lease
     */
    Fate tell(
            String cameraId,
            String lockId,
            String sessionId,
            long seq,
            HeadCommand command,
            Duration patience,
            Steering.Told told) {
        Lease lease = leases.use(cameraId, lockId, sessionId);
        Course course = courses.get(cameraId);
        if (course == null || !course.lockId.equals(lease.lockId())) {
            course = new Course(lease.lockId());
            courses.put(cameraId, course);
        }
        if (seq <= course.seq) {
            return Fate.DROPPED;
        }
        course.seq = seq;
        boolean first = !course.moved && command.kind() != HeadCommand.Kind.STOP;
        course.moved |= first;
        steerings.computeIfAbsent(cameraId, id -> new Steering(id, heads, lane)).tell(command, patience, told);
        return first ? Fate.SENT_FIRST : Fate.SENT;
    }

    /** Stops whatever moves: the server ends. */
    void stopAll() {
        lane.assertHere();
        steerings.values().forEach(Steering::stop);
    }

    private void changed(String cameraId, Leases.Change change, @Nullable Lease before, @Nullable Lease now) {
        if (before != null) {
            courses.remove(cameraId);
            @Nullable Steering steering = steerings.get(cameraId);
            if (steering != null) {
                steering.stop();
                steerings.values().removeIf(Steering::rests);
            }
        }
        listener.changed(cameraId, change, before, now);
    }
}

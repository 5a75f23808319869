package vn.toancanh.server.ptz;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Lane;
import vn.toancanh.server.http.ApiProblem;

/** Leases and heads together: only the holder steers, in the order of the sequence numbers, and whoever loses a lease loses the
 * movement too. On the PTZ lane. */
final class HeadControl {
    /** Sequence numbers and movements under one lease. */
    private static final class Course {
        final String lockId;
        long seq = -1;
        long asideSeq = -1;
        /** Which movement it is, and the last one that the head has, or may have. */
        int movement;

        int had;
        /** What goes on, as far as it was told; null where what was told last ends by itself, or stops. */
        HeadCommand.@Nullable Kind goingOn;

        Course(String lockId) {
            this.lockId = lockId;
        }

        /** False where it is older than what was told before. What goes beside a movement must keep no stop from being told. */
        boolean takes(HeadCommand.Kind kind, long number) {
            boolean newer = number > (kind.isAside() ? asideSeq : seq);
            if (newer && kind.isAside()) {
                asideSeq = number;
            } else if (newer) {
                seq = number;
            }
            return newer;
        }

        /** Counts a movement where one begins; true where that, or one that goes on, is told. */
        boolean begins(HeadCommand.Kind kind, boolean mayMove) {
            if (kind.isAside()) {
                return false;
            }
            boolean again = kind == goingOn && mayMove;
            goingOn = kind.goesOn() ? kind : null;
            if (kind != HeadCommand.Kind.STOP && !again) {
                movement++;
            }
            return kind != HeadCommand.Kind.STOP;
        }
    }

    /** Learns what became of a command, on the lane. */
    interface Told {
        /**
         * The head has answered, or a newer command has replaced this one.
         *
         * @param problem null where the head has it
         * @param begun a movement has begun that the head has, or may have; told once, however often it is told again
         */
        void told(@Nullable ApiProblem problem, boolean begun);
    }

    private final Heads heads;
    private final Lane lane;
    private final Leases.Listener listener;
    private final Leases leases;
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

    /**
     * Tells a head.
     *
     * @param told not told where the command is dropped for its number
     * @return false where it is, being older than what was told before
     * @throws ApiProblem 409 without the lease
     */
    boolean tell(
            String cameraId,
            String lockId,
            String sessionId,
            long seq,
            HeadCommand command,
            Duration patience,
            Told told) {
        Lease lease = leases.use(cameraId, lockId, sessionId);
        @Nullable Course before = courses.get(cameraId);
        Course course = before == null || !before.lockId.equals(lease.lockId()) ? new Course(lease.lockId()) : before;
        courses.put(cameraId, course);
        if (!course.takes(command.kind(), seq)) {
            return false;
        }
        Steering steering = steerings.computeIfAbsent(cameraId, id -> new Steering(id, heads, lane));
        boolean moves = course.begins(command.kind(), steering.mayMove());
        int movement = course.movement;
        steering.tell(command, patience, problem -> told.told(problem, moves && isBegun(course, movement, problem)));
        return true;
    }

    /** Once a movement: what no head was told, or none took, moved nothing. */
    private static boolean isBegun(Course course, int movement, @Nullable ApiProblem problem) {
        boolean mayHave = problem == null || Heads.isNoAnswer(problem);
        boolean begun = mayHave && course.had < movement;
        if (begun) {
            course.had = movement;
        }
        return begun;
    }

    /** Stops whatever moves: the server ends. */
    void stopAll() {
        lane.assertHere();
        steerings.values().forEach(Steering::stop);
    }

    /** True where no head moves, as far as is known, and nothing is on its way to one. */
    boolean allRest() {
        lane.assertHere();
        return steerings.values().stream().allMatch(Steering::rests);
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

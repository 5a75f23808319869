package vn.toancanh.server.ptz;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.FieldError;

/**
 * Who may steer which head now. A lease ends by itself; it is taken over only by a higher priority, or with a reason by who has the
 * right to. It lives in memory: after a restart a desk takes a new one. On the PTZ lane.
 */
final class Leases {
    /** How a lease changed hands. */
    enum Change {
        TAKEN("taken"),
        TAKEN_OVER("takenOver"),
        RELEASED("released"),
        EXPIRED("expired");

        private final String word;

        Change(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** Told of each change, on the lane. */
    interface Listener {
        /**
         * A lease has changed hands.
         *
         * @param before who held it, null where nobody did
         * @param now who holds it, null where nobody does
         */
        void changed(String cameraId, Change change, @Nullable Lease before, @Nullable Lease now);
    }

    /**
     * What somebody asks for.
     *
     * @param takeover take it though somebody else holds it
     * @param mayTake whether a reason was given and the right is there to take from equals
     */
    record Asking(String cameraId, Lease.Holder who, int priority, Duration ttl, boolean takeover, boolean mayTake) {}

    /** A clock that is kept right by small steps comes to no more while a lease lasts. */
    private static final Duration SMALL = Duration.ofSeconds(1);

    private final Clock clock;
    private final Lane lane;
    private final Supplier<String> ids;
    private final Listener listener;
    private final Map<String, Lease> held = new HashMap<>();
    private final Map<String, Handle> ends = new HashMap<>();

    /** @param ids makes unguessable ids */
    Leases(Clock clock, Lane lane, Supplier<String> ids, Listener listener) {
        this.clock = clock;
        this.lane = lane;
        this.ids = ids;
        this.listener = listener;
    }

    /** The lease of a head, where somebody holds one; its end as the clock has it now, for that may have been set. */
    Optional<Lease> of(String cameraId) {
        lane.assertHere();
        @Nullable Lease lease = held.get(cameraId);
        if (lease == null) {
            return Optional.empty();
        }
        if (lease.endsNanos() - clock.nanos() <= 0) {
            end(lease, Change.EXPIRED);
            return Optional.empty();
        }
        Instant end = after(lease.endsNanos());
        boolean set = Duration.between(lease.expiresAt(), end).abs().compareTo(SMALL) > 0;
        Lease now = set ? lease.until(lease.endsNanos(), end) : lease;
        held.put(cameraId, now);
        return Optional.of(now);
    }

    /**
     * Takes a lease, renews one's own, or takes it over.
     *
     * @throws ApiProblem 409 that names the holder, the priority and the end
     */
    Lease take(Asking asking) {
        @Nullable Lease now = of(asking.cameraId()).orElse(null);
        if (now == null) {
            return store(asking, ids.get(), Change.TAKEN, null);
        }
        if (now.holder().sessionId().equals(asking.who().sessionId())) {
            return store(asking, now.lockId(), null, now);
        }
        if (!asking.takeover() || !(asking.priority() > now.priority() || asking.mayTake())) {
            throw held(now);
        }
        return store(asking, ids.get(), Change.TAKEN_OVER, now);
    }

    /**
     * The lease by which a head is steered; steering renews it.
     *
     * @throws ApiProblem 409 where it has ended or is another's
     */
    Lease use(String cameraId, String lockId, String sessionId) {
        return use(
                cameraId,
                lease -> lease.lockId().equals(lockId)
                        && lease.holder().sessionId().equals(sessionId));
    }

    /**
     * The lease by which a session does something else to a head than to move it, which renews it too.
     *
     * @throws ApiProblem 409 where it holds none
     */
    Lease use(String cameraId, String sessionId) {
        return use(cameraId, lease -> lease.holder().sessionId().equals(sessionId));
    }

    private Lease use(String cameraId, Predicate<Lease> own) {
        Lease now = of(cameraId)
                .filter(own)
                .orElseThrow(() -> of(cameraId)
                        .map(Leases::held)
                        .orElseGet(() -> ApiProblem.of(409, "ptz.noLock", "The lease has ended; take a new one")));
        long ends = Math.max(now.endsNanos(), clock.nanos() + now.ttl().toNanos());
        return ends == now.endsNanos() ? now : put(now.until(ends, after(ends)));
    }

    /** Gives a lease back; nothing where it is not that session's, unless {@code anybodys}. True where one ended. */
    boolean release(String cameraId, String sessionId, boolean anybodys) {
        Optional<Lease> now = of(cameraId)
                .filter(lease -> anybodys || lease.holder().sessionId().equals(sessionId));
        now.ifPresent(lease -> end(lease, Change.RELEASED));
        return now.isPresent();
    }

    /** All that are held now. */
    List<Lease> all() {
        lane.assertHere();
        return List.copyOf(held.values());
    }

    /** Takes a lease back; nothing where it has ended, or is another's by now. */
    void takeBack(Lease lease) {
        of(lease.cameraId())
                .filter(now -> now.lockId().equals(lease.lockId()))
                .ifPresent(now -> end(now, Change.RELEASED));
    }

    /** Gives back whatever a session held. */
    void releaseAll(String sessionId) {
        lane.assertHere();
        List<Lease> its = held.values().stream()
                .filter(lease -> lease.holder().sessionId().equals(sessionId))
                .toList();
        its.forEach(lease -> end(lease, Change.RELEASED));
    }

    private Lease store(Asking asking, String lockId, @Nullable Change change, @Nullable Lease before) {
        long ends = clock.nanos() + asking.ttl().toNanos();
        Instant taken = change == null && before != null ? before.takenAt() : now();
        Lease lease = put(new Lease(
                lockId, asking.cameraId(), asking.who(), asking.priority(), asking.ttl(), taken, ends, after(ends)));
        if (change != null) {
            listener.changed(lease.cameraId(), change, before, lease);
        }
        return lease;
    }

    private Lease put(Lease lease) {
        String camera = lease.cameraId();
        held.put(camera, lease);
        ends.getOrDefault(camera, Handle.NONE).close();
        Duration left = Duration.ofNanos(Math.max(0, lease.endsNanos() - clock.nanos()));
        ends.put(camera, lane.after(left, () -> of(camera)));
        return lease;
    }

    private void end(Lease lease, Change change) {
        held.remove(lease.cameraId());
        @Nullable Handle timer = ends.remove(lease.cameraId());
        if (timer != null) {
            timer.close();
        }
        listener.changed(lease.cameraId(), change, lease, null);
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private Instant after(long endsNanos) {
        return clock.now().plusNanos(endsNanos - clock.nanos()).truncatedTo(ChronoUnit.MILLIS);
    }

    private static ApiProblem held(Lease lease) {
        return ApiProblem.conflict(
                "ptz.held",
                "Somebody else holds this head",
                new FieldError(
                        "",
                        "ptz.held",
                        null,
                        null,
                        Map.of(
                                "holder", lease.holder().name(),
                                "priority", lease.priority(),
                                "expiresAt", lease.expiresAt().toString())));
    }
}

package vn.toancanh.server.ptz;

import java.time.Duration;
import java.time.Instant;

/**
 * The right to steer one head for a while.
 *
 * @param lockId known to the holder alone
 * @param ttl what each renewal and each movement adds, from then on
 * @param endsNanos by the monotonic clock; {@code expiresAt} is the same for people
 */
record Lease(
        String lockId,
        String cameraId,
        Holder holder,
        int priority,
        Duration ttl,
        Instant takenAt,
        long endsNanos,
        Instant expiresAt) {
    /** A session at a desk: the same person at another desk is another holder. */
    record Holder(String sessionId, String accountId, String name) {}

    Lease until(long nanos, Instant at) {
        return new Lease(lockId, cameraId, holder, priority, ttl, takenAt, nanos, at);
    }
}

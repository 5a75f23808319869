package vn.toancanh.server.streams;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.server.inventory.Inventory;
import vn.toancanh.server.relay.Admission;
import vn.toancanh.server.relay.Allowance;
import vn.toancanh.server.relay.HeldStream;

/** Grants that have not ended, and until when each stream is held. Any thread. */
final class OpenGrants {
    /** So few are not worth looking through. */
    static final int FEW = 4096;

    /** One of them. */
    record Open(Admission admission, Instant expiresAt, Instant offlineUntil) {
        /** What a relay is to know of it; empty where the camera's address is none. */
        Optional<Allowance> allowance(Inventory.Source source) {
            return CameraTarget.of(source).map(target -> new Allowance(admission, target, expiresAt, offlineUntil));
        }
    }

    private final Clock clock;
    private volatile int sweepAt = FEW;
    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final Map<HeldStream, Instant> until = new ConcurrentHashMap<>();
    /** Grants by session, so that counting one's own does not walk those of everybody. */
    private final Map<String, Set<String>> ofSession = new ConcurrentHashMap<>();

    OpenGrants(Clock clock) {
        this.clock = clock;
    }

    int count() {
        sweep();
        return open.size();
    }

    /** All of this moment. */
    Collection<Open> all() {
        return List.copyOf(open.values());
    }

    /** Null where it has ended. */
    @Nullable
    Open get(String id) {
        @Nullable Open one = open.get(id);
        return one == null || expired(one) ? null : one;
    }

    /** For whoever has let somebody in by it: it may have ended meanwhile, and been cut before he was let in. */
    void ifEnded(String id, Consumer<String> cut) {
        if (get(id) == null) {
            cut.accept(id);
        }
    }

    void put(Open one) {
        if (open.size() >= sweepAt) {
            sweep();
            // Where most of them stand, looking through them at every grant would cost each the more the more there
            // are.
            sweepAt = Math.max(FEW, 2 * open.size());
        }
        Admission admission = one.admission();
        open.put(admission.grantId(), one);
        ofSession
                .computeIfAbsent(admission.sessionId(), session -> ConcurrentHashMap.newKeySet())
                .add(admission.grantId());
        // A server that comes back takes up grants in whichever order a relay knows them.
        until.merge(
                HeldStream.of(admission), one.expiresAt(), (first, second) -> first.isAfter(second) ? first : second);
    }

    /** True where it was there. */
    boolean remove(Open one) {
        boolean there = open.remove(one.admission().grantId(), one);
        if (there) {
            forget(one);
        }
        return there;
    }

    /** Removes it whatever its times are. */
    void remove(String id) {
        @Nullable Open one = open.remove(id);
        if (one != null) {
            forget(one);
        }
    }

    /** Nothing holds that stream for that session any more, unless another grant does where {@code othersKeep}. */
    void release(Admission admission, boolean othersKeep) {
        HeldStream held = HeldStream.of(admission);
        boolean kept = othersKeep
                && open.values().stream()
                        .anyMatch(other -> HeldStream.of(other.admission()).equals(held));
        if (!kept) {
            until.remove(held);
        }
    }

    void removeSession(String sessionId) {
        ofSession.getOrDefault(sessionId, Set.of()).forEach(open::remove);
        ofSession.remove(sessionId);
        until.keySet().removeIf(held -> held.sessionId().equals(sessionId));
    }

    /** Grants of a session that have not ended, exactly only from {@code exactFrom} on. */
    long held(String sessionId, int exactFrom) {
        Set<String> grants = ofSession.getOrDefault(sessionId, Set.of());
        if (grants.size() < exactFrom) {
            return grants.size();
        }
        return grants.stream()
                .map(open::get)
                .filter(one -> one != null && !expired(one))
                .count();
    }

    /** True while the stream of that admission is held, by whichever grant. */
    boolean holds(Admission admission) {
        @Nullable Instant end = until.get(HeldStream.of(admission));
        return end != null && end.plus(HeldStream.LATE).isAfter(clock.now());
    }

    private void forget(Open one) {
        ofSession.computeIfPresent(one.admission().sessionId(), (session, grants) -> {
            grants.remove(one.admission().grantId());
            return grants.isEmpty() ? null : grants;
        });
    }

    private boolean expired(Open one) {
        return !one.expiresAt().isAfter(clock.now());
    }

    private void sweep() {
        Instant now = clock.now();
        open.values().stream().filter(this::expired).forEach(this::remove);
        until.values().removeIf(end -> !end.plus(HeldStream.LATE).isAfter(now));
    }
}

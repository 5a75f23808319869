package vn.toancanh.server.streams;

import java.util.Collection;
import java.util.HashSet;
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

/**
 * Grants that have not ended, and until when each stream is held; by the machine's counter, so that setting its clock ends none and
 * makes none longer. Any thread.
 */
final class OpenGrants {
    /** So few are not worth looking through. */
    static final int FEW = 4096;

    /** One of them. */
    record Open(Admission admission, long endsNanos, long offlineNanos) {
        /** What a relay is to know of it; empty where the camera's address is none. */
        Optional<Allowance> allowance(Inventory.Source source) {
            return CameraTarget.of(source).map(target -> new Allowance(admission, target, endsNanos, offlineNanos));
        }
    }

    private final Clock clock;
    private volatile int sweepAt = FEW;
    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final Map<HeldStream, Long> until = new ConcurrentHashMap<>();
    /** Grants by session, so that counting one's own does not walk those of everybody. */
    private final Map<String, Set<String>> ofSession = new ConcurrentHashMap<>();
    /**
     * Grants by stream, so that giving one back does not walk those of the whole city. Nearly every stream is held by one grant: its
     * set is replaced and never changed, for one that may be changed takes some times the memory.
     */
    private final Map<HeldStream, Set<String>> ofStream = new ConcurrentHashMap<>();

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
        HeldStream held = HeldStream.of(admission);
        add(ofSession, admission.sessionId(), admission.grantId());
        ofStream.merge(held, Set.of(admission.grantId()), OpenGrants::together);
        // A server that comes back takes up grants in whichever order a relay knows them.
        until.merge(held, one.endsNanos(), (first, second) -> first - second > 0 ? first : second);
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
        if (!othersKeep || !ofStream.containsKey(held)) {
            until.remove(held);
        }
    }

    void removeSession(String sessionId) {
        List.copyOf(ofSession.getOrDefault(sessionId, Set.of())).forEach(this::remove);
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
        @Nullable Long end = until.get(HeldStream.of(admission));
        return end != null && stillHeld(end, clock.nanos());
    }

    private void forget(Open one) {
        Admission admission = one.admission();
        remove(ofSession, admission.sessionId(), admission.grantId());
        ofStream.computeIfPresent(HeldStream.of(admission), (key, ids) -> without(ids, admission.grantId()));
    }

    /** In one step with {@link #remove(Map, Object, String)}, so that none is put where the last one has just gone. */
    private static <K> void add(Map<K, Set<String>> grants, K of, String id) {
        grants.compute(of, (key, there) -> {
            Set<String> ids = there == null ? ConcurrentHashMap.newKeySet() : there;
            ids.add(id);
            return ids;
        });
    }

    private static <K> void remove(Map<K, Set<String>> grants, K of, String id) {
        grants.computeIfPresent(of, (key, ids) -> {
            ids.remove(id);
            return ids.isEmpty() ? null : ids;
        });
    }

    private static Set<String> together(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    private static @Nullable Set<String> without(Set<String> ids, String id) {
        Set<String> left = new HashSet<>(ids);
        left.remove(id);
        return left.isEmpty() ? null : Set.copyOf(left);
    }

    private static boolean stillHeld(long end, long now) {
        return end + HeldStream.LATE.toNanos() - now > 0;
    }

    private boolean expired(Open one) {
        return one.endsNanos() - clock.nanos() <= 0;
    }

    private void sweep() {
        long now = clock.nanos();
        open.values().stream().filter(this::expired).forEach(this::remove);
        until.values().removeIf(end -> !stillHeld(end, now));
    }
}

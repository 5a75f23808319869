package vn.toancanh.server.relay.beside;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.model.StreamRole;
import vn.toancanh.rtsp.RtspTarget;
import vn.toancanh.server.relay.Admission;
import vn.toancanh.server.relay.Admissions;
import vn.toancanh.server.relay.Allowance;
import vn.toancanh.server.relay.HeldStream;
import vn.toancanh.server.relay.StreamSources;

/**
 * What a relay remembers of the grants that its server told it, in memory alone. While the server is there, it decides who may
 * play on; while it is away, whoever had a good grant when it was last heard goes on until that grant's {@code offlineUntil}.
 * Any thread.
 */
final class KnownGrants implements Admissions, StreamSources {
    /** A server that says nothing for so long is away: it speaks every three seconds. */
    static final Duration SILENCE = Duration.ofSeconds(10);

    private final Clock clock;
    private final Consumer<Set<Admission>> asking;
    private final Map<String, Allowance> grants = new ConcurrentHashMap<>();
    private final Set<String> named = ConcurrentHashMap.newKeySet();
    private volatile Instant heardAt = Instant.MIN;
    private volatile boolean connected;

    /** @param asking has the server asked whether those may play on, while it is there */
    KnownGrants(Clock clock, Consumer<Set<Admission>> asking) {
        this.clock = clock;
        this.asking = asking;
    }

    /** The server has said something. */
    void heard() {
        if (connected) {
            heardAt = clock.now();
        }
    }

    /** The server's connection has ended. */
    void lost() {
        connected = false;
    }

    void admit(Collection<WireGrant> told) {
        for (WireGrant each : told) {
            grants.put(each.id(), each.allowance());
            named.add(each.id());
        }
    }

    /** Grants that still mean something, told to a server that came; from now on it names those that stand. */
    List<Allowance> tell() {
        Instant now = clock.now();
        named.clear();
        return grants.values().stream().filter(each -> stands(each, now)).toList();
    }

    /** The server has named all that stand, and decides from now on. */
    void settled() {
        grants.keySet().retainAll(named);
        named.clear();
        heardAt = clock.now();
        connected = true;
    }

    void forget(Set<String> grantIds, Set<String> sessionIds) {
        grants.values()
                .removeIf(each -> grantIds.contains(each.admission().grantId())
                        || sessionIds.contains(each.admission().sessionId()));
    }

    /** Lets go of what no longer means anything. */
    void sweep() {
        Instant now = clock.now();
        grants.values().removeIf(each -> !stands(each, now));
    }

    /** Tells of whom no stream is held, by any grant that stands now. */
    Predicate<Admission> unheld() {
        Instant now = clock.now();
        Set<HeldStream> held = grants.values().stream()
                .filter(each -> stands(each, now))
                .map(each -> HeldStream.of(each.admission()))
                .collect(Collectors.toSet());
        return each -> !held.contains(HeldStream.of(each));
    }

    private boolean here(Instant now) {
        return connected && !now.isAfter(heardAt.plus(SILENCE));
    }

    private boolean stands(Allowance grant, Instant now) {
        return here(now)
                ? grant.expiresAt().plus(HeldStream.LATE).isAfter(now)
                : grant.expiresAt().plus(HeldStream.LATE).isAfter(heardAt)
                        && grant.offlineUntil().isAfter(now);
    }

    @Override
    public @Nullable Admission of(String grantId) {
        @Nullable Allowance grant = grants.get(grantId);
        if (grant == null) {
            return null;
        }
        Instant now = clock.now();
        boolean good = here(now)
                ? grant.expiresAt().isAfter(now)
                : grant.expiresAt().isAfter(heardAt) && grant.offlineUntil().isAfter(now);
        return good ? grant.admission() : null;
    }

    @Override
    public Set<Admission> ended(Set<Admission> watching) {
        if (here(clock.now())) {
            asking.accept(watching);
            return Set.of();
        }
        return watching.stream().filter(unheld()).collect(Collectors.toSet());
    }

    /** As told last: a camera's password may have changed since the first grant. */
    @Override
    public Optional<RtspTarget> find(String cameraId, StreamRole role) {
        return grants.values().stream()
                .filter(each -> each.admission().cameraId().equals(cameraId)
                        && each.admission().role() == role)
                .max(Comparator.comparing(Allowance::expiresAt))
                .map(Allowance::target);
    }
}

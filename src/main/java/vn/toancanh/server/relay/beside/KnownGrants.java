package vn.toancanh.server.relay.beside;

import java.time.Duration;
import java.util.Collection;
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
 * play on; while it is away, whoever had a good grant when it was last heard goes on until that grant's offline end. All by the
 * machine's counter: whoever sets its clock ends no grant and makes none longer. Any thread.
 */
final class KnownGrants implements Admissions, StreamSources {
    /** A server that says nothing for so long is away: it speaks every three seconds. */
    static final Duration SILENCE = Duration.ofSeconds(10);

    /** A stream of a camera. */
    private record Stream(String cameraId, StreamRole role) {
        static Stream of(Allowance grant) {
            return new Stream(grant.admission().cameraId(), grant.admission().role());
        }
    }

    private final Clock clock;
    private final Consumer<Set<Admission>> asking;
    private final Map<String, Allowance> grants = new ConcurrentHashMap<>();
    private final Map<Stream, RtspTarget> toldLast = new ConcurrentHashMap<>();
    private final Set<String> named = ConcurrentHashMap.newKeySet();
    private volatile long heardNanos;
    private volatile boolean connected;

    /** @param asking has the server asked whether those may play on, while it is there */
    KnownGrants(Clock clock, Consumer<Set<Admission>> asking) {
        this.clock = clock;
        this.asking = asking;
        this.heardNanos = clock.nanos();
    }

    /** The server has said something. */
    void heard() {
        if (connected) {
            heardNanos = clock.nanos();
        }
    }

    /** The server's connection has ended. */
    void lost() {
        connected = false;
    }

    /** Lets these in; what they say, for whoever is in already. */
    List<Allowance> admit(Collection<WireGrant> told) {
        List<Allowance> all = told.stream().map(WireGrant::allowance).toList();
        for (Allowance each : all) {
            grants.put(each.admission().grantId(), each);
            named.add(each.admission().grantId());
            toldLast.put(Stream.of(each), each.target());
        }
        return all;
    }

    /** Grants that still mean something, told to a server that came; from now on it names those that stand. */
    List<Allowance> tell() {
        long now = clock.nanos();
        named.clear();
        return grants.values().stream().filter(each -> stands(each, now)).toList();
    }

    /** The server has named all that stand, and decides from now on. */
    void settled() {
        grants.keySet().retainAll(named);
        named.clear();
        forgetStreams();
        heardNanos = clock.nanos();
        connected = true;
    }

    void forget(Set<String> grantIds, Set<String> sessionIds) {
        grants.values()
                .removeIf(each -> grantIds.contains(each.admission().grantId())
                        || sessionIds.contains(each.admission().sessionId()));
        forgetStreams();
    }

    /** Lets go of what no longer means anything. */
    void sweep() {
        long now = clock.nanos();
        grants.values().removeIf(each -> !stands(each, now));
        forgetStreams();
    }

    /** Tells of whom no stream is held, by any grant that stands now. */
    Predicate<Admission> unheld() {
        long now = clock.nanos();
        Set<HeldStream> held = grants.values().stream()
                .filter(each -> stands(each, now))
                .map(each -> HeldStream.of(each.admission()))
                .collect(Collectors.toSet());
        return each -> !held.contains(HeldStream.of(each));
    }

    private boolean here(long now) {
        return connected && now - heardNanos <= SILENCE.toNanos();
    }

    private boolean stands(Allowance grant, long now) {
        long late = grant.endsNanos() + HeldStream.LATE.toNanos();
        return here(now) ? late - now > 0 : late - heardNanos > 0 && grant.offlineNanos() - now > 0;
    }

    @Override
    public @Nullable Admission of(String grantId) {
        @Nullable Allowance grant = grants.get(grantId);
        if (grant == null) {
            return null;
        }
        long now = clock.nanos();
        boolean good = here(now)
                ? grant.endsNanos() - now > 0
                : grant.endsNanos() - heardNanos > 0 && grant.offlineNanos() - now > 0;
        return good ? grant.admission() : null;
    }

    @Override
    public Set<Admission> ended(Set<Admission> watching) {
        if (here(clock.nanos())) {
            asking.accept(watching);
            return Set.of();
        }
        return watching.stream().filter(unheld()).collect(Collectors.toSet());
    }

    /** As told last, whichever grant lasts longest: a camera may have another address or password since the first. */
    @Override
    public Optional<RtspTarget> find(String cameraId, StreamRole role) {
        return Optional.ofNullable(toldLast.get(new Stream(cameraId, role)));
    }

    private void forgetStreams() {
        Set<Stream> known = grants.values().stream().map(Stream::of).collect(Collectors.toSet());
        toldLast.keySet().retainAll(known);
    }
}

package vn.toancanh.server.relay.beside;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.server.relay.Admission;
import vn.toancanh.server.relay.Allowance;
import vn.toancanh.server.relay.Grants;
import vn.toancanh.server.tls.Encryption;
import vn.toancanh.simulator.rtsp.RawRtspClient;

/** A server that has a relay beside it, as a test says. */
final class BesideRig implements AutoCloseable {
    private final Path folder;
    private final List<RelayBeside> started = new ArrayList<>();

    BesideRig(Path folder) {
        this.folder = folder;
    }

    /** Grants as a test says. */
    static final class Said implements Grants {
        final Set<WireGrant> stand = ConcurrentHashMap.newKeySet();
        final List<Allowance> offered = new ArrayList<>();

        @Override
        public List<Allowance> all() {
            return stand.stream().map(WireGrant::allowance).toList();
        }

        @Override
        public List<Allowance> takeUp(List<Allowance> known) {
            offered.addAll(known);
            return all();
        }

        @Override
        public @Nullable Admission of(String grantId) {
            return stand.stream()
                    .filter(each -> each.id().equals(grantId))
                    .map(each -> each.allowance().admission())
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Set<Admission> ended(Set<Admission> watching) {
            return new HashSet<>();
        }
    }

    RelaySetup setup(int port, @Nullable Encryption tls) {
        return setup(
                new RelayProgram(ChildJvm.asThisOne()::relayCommand, folder),
                port,
                tls == null ? null : tls.certificate(),
                tls == null ? null : tls.key(),
                () -> tls == null
                        ? List.of()
                        : List.of(tls.identity().fingerprint().base64()));
    }

    RelaySetup setup(
            RelayProgram program,
            int port,
            @Nullable Path certificate,
            @Nullable Path key,
            Supplier<List<String>> pins) {
        return new RelaySetup(
                program,
                folder,
                "1",
                Secret.of("mot-bi-mat"),
                "127.0.0.1",
                port,
                true,
                certificate,
                key,
                pins,
                Duration.ofSeconds(60));
    }

    RelayBeside start(int port, @Nullable Encryption tls, Grants grants) throws IOException {
        return start(setup(port, tls), Clock.SYSTEM, grants);
    }

    RelayBeside start(RelaySetup setup, Clock clock, Grants grants) throws IOException {
        RelayBeside relay = RelayBeside.start(setup, clock);
        started.add(relay);
        relay.open(grants);
        // It has read what it was told.
        relay.settle();
        return relay;
    }

    @Override
    public void close() {
        started.forEach(RelayBeside::close);
    }

    static WireGrant good(String id) {
        return Told.grant(
                id,
                "s-1",
                Clock.SYSTEM.nanos() + Duration.ofMinutes(5).toNanos(),
                Clock.SYSTEM.nanos() + Duration.ofMinutes(10).toNanos());
    }

    /** 401: nobody whom it knows; 502: let in, and the camera is away. */
    static int asks(RelayBeside relay, WireGrant grant) throws IOException {
        try (RawRtspClient viewer = viewer(relay, grant)) {
            return viewer.play(uri(relay, grant));
        }
    }

    static RawRtspClient viewer(RelayBeside relay, WireGrant grant) throws IOException {
        return new RawRtspClient(relay.address().port(), grant.id(), grant.token(), "SHA-256", 0);
    }

    static String uri(RelayBeside relay, WireGrant grant) {
        return relay.address().of("127.0.0.1", grant.camera(), grant.role());
    }
}

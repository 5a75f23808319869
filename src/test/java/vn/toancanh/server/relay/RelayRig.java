package vn.toancanh.server.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.model.StreamRole;
import vn.toancanh.rtsp.RtspTarget;
import vn.toancanh.rtsp.RtspTimings;
import vn.toancanh.simulator.rtsp.RawRtspClient;

/** A relay before one camera, with rights as a test gives and takes them. */
final class RelayRig implements Admissions, AutoCloseable {
    static final String CAMERA = "c-17";
    static final String TOKEN = "tcs_mot-hai-ba";

    final FakeCamera camera;
    final Map<String, Admission> grants = new ConcurrentHashMap<>();
    final Set<String> lost = ConcurrentHashMap.newKeySet();
    final Relay relay;
    volatile @Nullable String host;
    /** Where the server has the camera now; null: where it is. */
    volatile @Nullable URI where;

    volatile List<String> pins = List.of();

    /** The camera's, as the server has it. */
    volatile String password = "mat-khau";

    RelayRig(RelaySettings settings) throws IOException {
        this(settings, new FakeCamera(), Clock.SYSTEM);
    }

    RelayRig(RelaySettings settings, FakeCamera before) throws IOException {
        this(settings, before, Clock.SYSTEM);
    }

    RelayRig(RelaySettings settings, Clock clock) throws IOException {
        this(settings, new FakeCamera(), clock);
    }

    private RelayRig(RelaySettings settings, FakeCamera before, Clock clock) throws IOException {
        camera = before;
        relay = Relay.bind(settings, clock);
        relay.open(
                this,
                (id, role) -> id.equals(CAMERA)
                        ? Optional.of(new RtspTarget(where(), "admin", Secret.of(password), pins, RtspTimings.USUAL))
                        : Optional.empty());
        grant("g-1", CAMERA);
    }

    RelayRig() throws IOException {
        this(RelaySettings.usual("127.0.0.1", 0));
    }

    private URI where() {
        URI moved = where;
        if (moved != null) {
            return moved;
        }
        String other = host;
        return other == null
                ? camera.uri()
                : URI.create(other + ":" + camera.uri().getPort() + "/");
    }

    void grant(String id, String cameraId) {
        grants.put(id, new Admission(id, Secret.of(TOKEN), "s-" + id, cameraId, StreamRole.SUB));
    }

    int port() {
        return relay.address().port();
    }

    String uri() {
        return relay.address().of("127.0.0.1", CAMERA, StreamRole.SUB);
    }

    RawRtspClient viewer() throws IOException {
        return viewer("g-1", TOKEN, 0);
    }

    RawRtspClient viewer(String user, String password, int receiveBuffer) throws IOException {
        RawRtspClient client = new RawRtspClient(port(), user, password, "SHA-256", receiveBuffer);
        client.patience(10_000);
        return client;
    }

    /** Has a viewer play, and waits until the camera sends. */
    void plays(RawRtspClient viewer) throws IOException, InterruptedException {
        assertThat(viewer.play(uri())).isEqualTo(200);
        await(() -> camera.sessions() == 1);
    }

    RelayFigures figures() {
        try {
            return relay.figures().get(60, TimeUnit.SECONDS);
        } catch (Exception late) {
            throw new AssertionError(late);
        }
    }

    /** Waits for what real sockets bring about. */
    static void await(BooleanSupplier what) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!what.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("waited in vain");
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @Override
    public @Nullable Admission of(String grantId) {
        return grants.get(grantId);
    }

    @Override
    public Set<Admission> ended(Set<Admission> watching) {
        Set<Admission> over = new HashSet<>(watching);
        over.removeIf(each -> !lost.contains(each.grantId()));
        return over;
    }

    @Override
    public void close() throws IOException {
        relay.close();
        camera.close();
    }
}

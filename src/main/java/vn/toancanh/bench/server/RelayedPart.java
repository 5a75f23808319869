package vn.toancanh.bench.server;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Secret;
import vn.toancanh.bench.Ground;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.Site;
import vn.toancanh.simulator.Simulator;
import vn.toancanh.simulator.SimulatorOptions;

/** Simulated cameras that are watched by the server's relay, by one viewer each who only receives. */
final class RelayedPart implements Handle {
    private static final Duration SETTLE = Duration.ofSeconds(6);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    private final Ground ground;
    private final @Nullable Simulator simulator;

    private RelayedPart(Ground ground, @Nullable Simulator simulator) {
        this.ground = ground;
        this.simulator = simulator;
    }

    /** @param streams none where 0 */
    static RelayedPart of(Ground ground, int streams) throws IOException, InterruptedException {
        if (streams == 0) {
            return new RelayedPart(ground, null);
        }
        Simulator simulator =
                Simulator.start(SimulatorOptions.of(streams, ground.cache().resolve("clips")));
        try {
            simulator.whenReady().get();
        } catch (ExecutionException failed) {
            simulator.close();
            throw new IOException("cameras could not be simulated: " + failed.getCause(), failed);
        }
        return new RelayedPart(ground, simulator);
    }

    List<Site> sites() {
        return simulator == null ? List.of() : simulator.sites();
    }

    List<CameraEntry> cameras() {
        return simulator == null ? List.of() : simulator.cameras();
    }

    /** Tells what the relay's whole process takes of a core, and what became of its viewers. */
    void measure(ServerProcess server, Secret password, Map<String, Object> figures)
            throws IOException, InterruptedException {
        if (simulator == null) {
            return;
        }
        ground.err().println("bench: " + cameras().size() + " streams by the relay");
        SignedIn operator = SignedIn.as(server.address(), City.OPERATOR, password);
        try (RelayedViewers viewers = RelayedViewers.open(ground, server.address(), operator, cameras())) {
            TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
            long begun = ground.clock().nanos();
            double cpu = server.relayCpuSeconds();
            TimeUnit.NANOSECONDS.sleep(MEASURED.toNanos());
            double seconds = (ground.clock().nanos() - begun) / 1e9;
            double percent = (server.relayCpuSeconds() - cpu) / seconds * 100;
            figures.put("relayCpuPercent", Math.round(percent * 10) / 10.0);
            viewers.tell(figures);
        }
    }

    @Override
    public void close() {
        if (simulator != null) {
            simulator.close();
        }
    }
}

package vn.toancanh.pool;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import vn.toancanh.live.Player;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Codec;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamSource;
import vn.toancanh.simulator.CodedLoops;
import vn.toancanh.simulator.Fault;
import vn.toancanh.simulator.Simulator;
import vn.toancanh.simulator.SimulatorOptions;

/** Simulated cameras of both codings, and real workers with real libVLC that play their small streams. */
final class PlayedCameras implements AutoCloseable {
    private final Simulator simulator;
    private final RealPool pool;

    /** Waits until their loops are coded. */
    PlayedCameras(Path logs) throws Exception {
        simulator = Simulator.start(SimulatorOptions.of(4, CodedLoops.FOLDER));
        simulator.whenReady().get(4, TimeUnit.MINUTES);
        pool = new RealPool(logs);
    }

    CameraEntry camera(Codec codec) {
        return simulator.cameras().get(codec == Codec.H265 ? 3 : 0);
    }

    Player open(CameraEntry camera, PixelSize tile, Heard heard) {
        StreamSource source = camera.sources().stream()
                .filter(each -> each.role() == StreamRole.SUB)
                .findFirst()
                .orElseThrow();
        return pool.open(Grants.request("played", source.uri(), source.user(), source.password(), tile), heard);
    }

    void inject(CameraId camera, Fault fault) {
        simulator.inject(camera, fault);
    }

    void clear(CameraId camera) {
        simulator.clear(camera);
    }

    /** Ends all players. */
    void clear() {
        pool.clear();
    }

    @Override
    public void close() {
        pool.close();
        simulator.close();
    }
}

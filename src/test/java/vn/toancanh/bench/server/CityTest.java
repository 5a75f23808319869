package vn.toancanh.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Secret;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.CameraId;
import vn.toancanh.server.CentralServer;
import vn.toancanh.server.ServerOptions;

@Tag("slow")
class CityTest {
    @TempDir
    Path data;

    @Test
    void whatIsSimulatedHasNumbersThatTheCityHasToo() {
        List<CameraEntry> simulated = new ArrayList<>();
        for (CameraEntry entry : City.cameras(3, 2, "")) {
            Camera of = entry.camera();
            Camera other = new Camera(
                    new CameraId("sim-" + of.number()),
                    of.number(),
                    of.name(),
                    of.site(),
                    of.tags(),
                    of.place(),
                    of.state(),
                    of.ptz(),
                    of.streams(),
                    of.revision());
            simulated.add(new CameraEntry(other, entry.sources()));
        }
        City.build(data, 10, Secret.of("mat-khau-dai-du"), City.sites(), simulated);
        try (CentralServer server = CentralServer.start(ServerOptions.at(data))) {
            assertThat(server.inventory().keys()).hasSize(12).anySatisfy(key -> {
                assertThat(key.id()).isEqualTo(new CameraId("sim-3"));
                assertThat(key.number()).isEqualTo(11);
            });
        }
    }
}

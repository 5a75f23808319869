package vn.toancanh.hardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.toancanh.app.Exit;
import vn.toancanh.base.Secret;
import vn.toancanh.base.StandingPort;
import vn.toancanh.server.CentralServer;
import vn.toancanh.server.Contract;
import vn.toancanh.server.Desk;
import vn.toancanh.server.ServerOptions;
import vn.toancanh.simulator.CodedLoops;
import vn.toancanh.simulator.Simulator;
import vn.toancanh.simulator.SimulatorOptions;

/** A wall that nobody attends describes itself, is brought a scene, and has it again after its server and it itself were killed. */
@Tag("slow")
class WallComesBackTest {
    private static final String PASSWORD = "mot-mat-khau-dai";
    private static final String WALL = "/walls/s%E1%BA%A3nh";
    private static final int CAMERAS = 4;

    /** By SIGTERM. */
    private static final int ENDED = 143;

    @TempDir
    Path folder;

    private Desk desk(CentralServer server) throws Exception {
        return new Desk(HttpClient.newHttpClient(), server.baseUri(), Contract.read(), null)
                .signIn("quan-tri", PASSWORD);
    }

    private static JsonNode screen(Desk desk) {
        return desk.get(WALL + "/state").json().at("/screens/0");
    }

    private static boolean shows(Desk desk, String camera) {
        JsonNode screen = screen(desk);
        return screen.path("online").asBoolean()
                && camera.equals(screen.at("/shows/cells/0/content/cameraId").asString(""));
    }

    @Test
    void aSceneStandsThereAgainAfterTheServerAndTheWallWereKilled() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "needs a display; ./wall test brings one");
        ServerOptions options = ServerOptions.at(folder.resolve("server"), StandingPort.free());
        Path password = Files.writeString(folder.resolve("mat-khau"), PASSWORD);
        try (Simulator simulator = Simulator.start(
                        SimulatorOptions.of(CAMERAS, CodedLoops.FOLDER).withBurst(true));
                Commands commands = new Commands(folder)) {
            CentralServer server = CentralServer.start(options);
            server.accounts().create("quan-tri", "Quản trị", "administrator", Secret.of(PASSWORD));
            server.inventory().merge(simulator.sites(), simulator.cameras());
            String camera = simulator.cameras().get(1).camera().id().value();
            String[] words = {
                "client",
                "--server",
                server.baseUri().toString(),
                "--user",
                "quan-tri",
                "--password-file",
                password.toString(),
                "--kiosk",
                "--wall",
                "Sảnh"
            };
            Commands.Running wall = commands.wall(words);
            Desk desk = desk(server);
            commands.until(
                    wall,
                    "the wall",
                    Commands.SOON,
                    () -> screen(desk).path("online").asBoolean());
            String order =
                    "{\"op\":\"applyLayout\",\"target\":{},\"ttlS\":60,\"args\":{\"layout\":{\"name\":\"Phố\",\"grid\":"
                            + "{\"columns\":1,\"rows\":1},\"cells\":[{\"x\":0,\"y\":0,\"w\":1,\"h\":1,\"content\":{\"type\":\"camera\","
                            + "\"cameraId\":\"" + camera + "\"}}]}}}";
            assertThat(desk.post(
                                    WALL + "/commands",
                                    order,
                                    "Idempotency-Key",
                                    UUID.randomUUID().toString())
                            .status())
                    .isEqualTo(202);
            commands.until(wall, "the scene", Commands.SOON, () -> shows(desk, camera));
            commands.until(wall, "its picture", Commands.SOON, () -> commands.live() == 1);

            server.close();
            server = CentralServer.start(options);
            Desk after = desk(server);
            commands.until(wall, "the wall at the server's return", Commands.SOON, () -> shows(after, camera));

            List<ProcessHandle> family = wall.process().descendants().toList();
            wall.process().destroyForcibly().waitFor();
            family.forEach(ProcessHandle::destroyForcibly);
            Commands.Running again = commands.wall(words);
            commands.until(again, "the scene after a kill", Commands.SOON, () -> shows(after, camera));
            commands.until(again, "its picture", Commands.SOON, () -> commands.live() == 1);
            // it was done once: nothing that the server had to count came with the kill
            assertThat(after.get(WALL + "/state").json().path("pending")).isEmpty();
            assertThat(again.end()).isIn(Exit.DONE, ENDED);
            server.close();
        }
    }
}

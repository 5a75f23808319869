package vn.toancanh.server.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.toancanh.base.Threads;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.server.Contract;
import vn.toancanh.server.Desk;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.simulator.rtsp.RawRtspClient;

/** A relay beside its server, both as processes: who dies, who goes on, who is found again. */
@Tag("slow")
@Timeout(300)
class RelayOutlivesItsServerTest {
    private static final String GRACE = "600";

    @TempDir
    Path data;

    /** What those that are killed leave there. */
    @TempDir
    Path temporary;

    private final SendingCamera camera = new SendingCamera(10_000);
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Process> started = new ArrayList<>();
    private URI base = URI.create("http://127.0.0.1");

    RelayOutlivesItsServerTest() throws IOException {}

    @BeforeEach
    void city() throws Exception {
        try (ServerFixture fixture = ServerFixture.start(data)) {
            CameraEntry one = camera.entry(ServerFixture.camera(1, "Ngã tư"));
            fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), List.of(one));
        }
    }

    @AfterEach
    void end() throws Exception {
        for (long pid : relays()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
        for (Process each : started) {
            each.destroyForcibly().waitFor();
        }
        http.shutdownNow();
        camera.close();
    }

    private void start(String grace, String version) throws IOException {
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerToBeKilled.class.getName(),
                        data.toString(),
                        grace,
                        version)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        started.add(server);
        BufferedReader said = server.inputReader();
        String line = said.readLine();
        while (line != null && !line.startsWith("http://")) {
            line = said.readLine();
        }
        assertThat(line).as("the server says where it listens").isNotNull();
        base = URI.create(line);
    }

    private Process server() {
        return started.getLast();
    }

    private void kill() throws InterruptedException {
        server().destroyForcibly().waitFor();
    }

    private List<Long> relays() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("relay-\\d+\\.sock"))
                    .map(name -> Long.parseLong(name.replaceAll("\\D", "")))
                    .toList();
        }
    }

    private long relay() throws IOException {
        assertThat(relays()).hasSize(1);
        return relays().getFirst();
    }

    private static boolean runs(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    private Desk desk() throws IOException {
        return new Desk(http, base, Contract.read(), null);
    }

    private static JsonNode grant(Desk of) {
        return of.post("/stream-sessions", "{\"streams\":[{\"cameraId\":\"c-1\",\"role\":\"sub\"}]}")
                .json()
                .path("items")
                .path(0);
    }

    private static RawRtspClient viewer(JsonNode grant, String password) throws IOException {
        URI uri = URI.create(grant.path("url").asString());
        RawRtspClient viewer =
                new RawRtspClient(uri.getPort(), grant.path("username").asString(), password, "SHA-256", 0);
        viewer.patience(10_000);
        return viewer;
    }

    private static int plays(JsonNode grant, String password) throws IOException {
        try (RawRtspClient viewer = viewer(grant, password)) {
            return viewer.play(grant.path("url").asString());
        }
    }

    /** Somebody who watches, and counts what is not there. */
    private static final class Watching implements AutoCloseable {
        private final RawRtspClient client;
        final AtomicInteger packets = new AtomicInteger();
        final AtomicInteger lost = new AtomicInteger();
        volatile boolean over;

        Watching(JsonNode grant) throws IOException {
            client = viewer(grant, grant.path("password").asString());
            assertThat(client.play(grant.path("url").asString())).isEqualTo(200);
            Threads.daemon("watching", this::watch).start();
        }

        private void watch() {
            try {
                int before = client.next().sequence();
                while (true) {
                    RawRtspClient.Packet packet = client.next();
                    if (packet.rtp()) {
                        lost.addAndGet((packet.sequence() - before - 1) & 0xFFFF);
                        before = packet.sequence();
                        packets.incrementAndGet();
                    }
                }
            } catch (IOException ended) {
                over = true;
            }
        }

        void sees(int more) throws InterruptedException {
            int wanted = packets.get() + more;
            RelayRig.await(() -> over || packets.get() >= wanted);
            assertThat(over).as("the relay has cut it off").isFalse();
            assertThat(lost).hasValue(0);
        }

        void isCutWithin(Duration time) throws InterruptedException {
            long begun = System.nanoTime();
            RelayRig.await(() -> over);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(time);
        }

        @Override
        public void close() throws IOException {
            client.close();
        }
    }

    @Test
    void aServerThatIsKilledTakesNoPictureWithItAndFindsItsRelayAgain() throws Exception {
        start(GRACE, "1");
        Desk desk = desk().signIn("viewer", ServerFixture.PASSWORD);
        JsonNode grant = grant(desk);
        String token = grant.path("password").asString();
        long relay = relay();
        try (Watching viewer = new Watching(grant)) {
            viewer.sees(50);
            kill();
            viewer.sees(200);
            assertThat(plays(grant, token))
                    .as("a good grant lets in while the server is away")
                    .isEqualTo(200);
            assertThat(plays(grant, "tcs_khong-phai")).isEqualTo(401);

            start(GRACE, "1");
            assertThat(relay()).isEqualTo(relay);
            Desk again = new Desk(http, base, Contract.read(), desk.token());
            Desk.Answer renewed =
                    again.put("/stream-sessions/" + grant.path("sessionId").asString(), null);
            assertThat(renewed.status()).as(renewed.body()).isEqualTo(200);
            assertThat(renewed.json().path("password").asString()).isEqualTo(token);
            assertThat(renewed.json().path("url")).isEqualTo(grant.path("url"));
            viewer.sees(500);

            again.delete("/sessions/current");
            viewer.isCutWithin(Duration.ofSeconds(10));
        }
        assertThat(plays(grant, token)).isEqualTo(401);
    }

    @Test
    void whoLosesHisRightWhileTheServerIsAwayIsCutOffWhenItIsBack() throws Exception {
        start(GRACE, "1");
        JsonNode lost = grant(desk().signIn("viewer", ServerFixture.PASSWORD));
        JsonNode kept = grant(desk().signIn("operator", ServerFixture.PASSWORD));
        try (Watching goes = new Watching(lost);
                Watching stays = new Watching(kept)) {
            goes.sees(20);
            stays.sees(20);
            kill();
            try (Connection sql = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("central.db"))) {
                sql.createStatement().executeUpdate("UPDATE account SET enabled = 0 WHERE username = 'viewer'");
            }
            goes.sees(50);
            start(GRACE, "1");
            goes.isCutWithin(Duration.ofSeconds(10));
            stays.sees(250);
        }
        assertThat(plays(lost, lost.path("password").asString())).isEqualTo(401);
    }

    @Test
    void aRelayThatIsKilledIsReplacedAtItsPortAndLetsInWhoHadAGrant() throws Exception {
        start(GRACE, "1");
        JsonNode grant = grant(desk().signIn("viewer", ServerFixture.PASSWORD));
        String token = grant.path("password").asString();
        long relay = relay();
        try (Watching viewer = new Watching(grant)) {
            viewer.sees(20);
            ProcessHandle.of(relay).orElseThrow().destroyForcibly();
            viewer.isCutWithin(Duration.ofSeconds(10));
        }
        int[] status = {0};
        RelayRig.await(() -> {
            try {
                status[0] = plays(grant, token);
            } catch (IOException notYet) {
                status[0] = 0;
            }
            return status[0] == 200;
        });
        assertThat(relay()).isNotEqualTo(relay);
        kill();
        assertThat(plays(grant, token))
                .as("the new one outlives the server too")
                .isEqualTo(200);
    }

    @Test
    void anOrderlyEndLeavesNoProcess() throws Exception {
        start(GRACE, "1");
        JsonNode grant = grant(desk().signIn("viewer", ServerFixture.PASSWORD));
        long relay = relay();
        try (Watching viewer = new Watching(grant)) {
            viewer.sees(20);
            server().getOutputStream().close();
            assertThat(server().waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(runs(relay)).isFalse();
            assertThat(relays()).isEmpty();
            viewer.isCutWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void afterTheGraceItEndsByItself() throws Exception {
        start("3", "1");
        JsonNode grant = grant(desk().signIn("viewer", ServerFixture.PASSWORD));
        long relay = relay();
        try (Watching viewer = new Watching(grant)) {
            viewer.sees(20);
            kill();
            viewer.sees(50);
            viewer.isCutWithin(Duration.ofSeconds(15));
        }
        RelayRig.await(() -> !runs(relay));
        assertThat(relays()).isEmpty();
    }

    @Test
    void aRelayOfAnotherVersionIsReplaced() throws Exception {
        start(GRACE, "1");
        JsonNode grant = grant(desk().signIn("viewer", ServerFixture.PASSWORD));
        long relay = relay();
        kill();
        start(GRACE, "2");
        assertThat(runs(relay)).isFalse();
        assertThat(relay()).isNotEqualTo(relay);
        JsonNode other = grant(desk().signIn("viewer", ServerFixture.PASSWORD));
        assertThat(URI.create(other.path("url").asString()).getPort())
                .isEqualTo(URI.create(grant.path("url").asString()).getPort());
        assertThat(plays(other, other.path("password").asString())).isEqualTo(200);
    }

    @Test
    void aRelayOfOtherDataIsNotTrustedAndKeepsNothingFromWorking() throws Exception {
        start(GRACE, "1");
        long relay = relay();
        kill();
        // As after a restore with a key of its own: the relay does not know this server, nor this server the relay.
        Files.delete(data.resolve("secrets.key"));
        Files.delete(data.resolve("central.db"));
        city();
        start(GRACE, "1");
        RelayRig.await(() -> !runs(relay));
        JsonNode grant = grant(desk().signIn("viewer", ServerFixture.PASSWORD));
        assertThat(plays(grant, grant.path("password").asString())).isEqualTo(200);
    }
}

package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.app.Exit;
import vn.toancanh.app.status.StatusReport;
import vn.toancanh.app.status.StatusReport.TileLine;
import vn.toancanh.app.testing.Command;
import vn.toancanh.app.testing.Terminal;

/** A server, cameras and an operator screen of one's own, each started as the README says; and the server goes away. */
@Tag("slow")
class OwnServerTest {
    private static final Duration SOON = Duration.ofMinutes(2);
    /** Less than the time after which a process is given up. */
    private static final Duration IN_ORDER = Duration.ofSeconds(9);

    private static final Duration CODING = Duration.ofMinutes(6);
    private static final int CAMERAS = 4;

    @TempDir
    Path folder;

    private Terminal terminal = new Terminal(Path.of("."));
    private Path password = Path.of(".");
    private String address = "";
    private String pin = "";
    private Command server;

    @BeforeEach
    void cameras() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "needs a display; ./wall test brings one");
        terminal = new Terminal(folder);
        Path list = folder.resolve("cameras of mine.csv");
        Command simulated = terminal.start(
                "simulate", "--cameras", Integer.toString(CAMERAS), "--list", list.toString(), "--lang", "en");
        server = serve(0, "direct", 1);
        address = server.awaitOut("listens at (https:\\S+);", SOON);
        pin = server.awaitOut("SHA-256 fingerprint of the certificate: (\\S+)", SOON);
        password = Files.writeString(
                folder.resolve("password"),
                server.awaitOut("password \\(shown only this once\\): (\\S+)", SOON) + "\n");
        terminal.waitFor("scenes", CODING, () -> simulated.err().contains(CAMERAS + "/" + CAMERAS));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(list)))
                .isEqualTo("rw-------");
        Command imported = terminal.start(
                "import",
                list.toString(),
                "--server",
                address,
                "--pin",
                pin,
                "--user",
                "admin",
                "--password-file",
                password.toString(),
                "--lang",
                "en");
        assertThat(imported.await(SOON)).as(imported::err).isEqualTo(Exit.DONE);
        assertThat(imported.out()).contains(CAMERAS + " cameras");
    }

    @AfterEach
    void endWhateverIsLeft() {
        terminal.close();
    }

    private Command serve(int port) throws IOException {
        return serve(port, "direct", 1);
    }

    /** @param grace minutes in which streams of the relay go on without their server */
    private Command serve(int port, String streams, int grace) throws IOException {
        return terminal.start(
                "server",
                "--data",
                folder.resolve("served").toString(),
                "--port",
                Integer.toString(port),
                "--streams",
                streams,
                // Where a run is cut short, its relay ends by itself soon.
                "--offline-grace",
                Integer.toString(grace),
                "--lang",
                "en");
    }

    private Command client(String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "client",
                "--server",
                address,
                "--pin",
                pin,
                "--user",
                "admin",
                "--password-file",
                password.toString(),
                "--lang",
                "en"));
        words.addAll(List.of(more));
        return terminal.start(words.toArray(String[]::new));
    }

    private List<TileLine> tiles() {
        return terminal.report().map(StatusReport::tiles).orElse(List.of());
    }

    private void allLive() throws Exception {
        terminal.waitFor(
                "every tile live",
                SOON,
                () -> tiles().size() == CAMERAS && tiles().stream().allMatch(TileLine::live));
    }

    /** As if every stream had been granted to be played with the server only. */
    private void forgetGrants() throws SQLException {
        Path kept = folder.resolve("data/toan-canh/client.db");
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + kept);
                Statement statement = database.createStatement()) {
            statement.executeUpdate("DELETE FROM kept_grant");
        }
    }

    private void waitForPhase(String phase) throws Exception {
        terminal.waitFor(
                phase,
                SOON,
                () -> terminal.report().map(StatusReport::session).orElse("").equals(phase));
    }

    @Test
    void aWallThatIsStartedWhileTheServerIsAwayShowsItsPictures() throws Exception {
        Command first = client("--tiles", Integer.toString(CAMERAS));
        allLive();
        // The hash of the password is made and kept meanwhile.
        Thread.sleep(2000);
        assertThat(first.end(IN_ORDER)).as(first::err).isEqualTo(143);
        server.process().destroyForcibly().waitFor();

        Command client = client("--kiosk");
        allLive();
        waitForPhase("WAITING");
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        server = serve(port);
        waitForPhase("ONLINE");
        allLive();
        assertThat(server.end(SOON)).isEqualTo(143);
        assertThat(client.end(IN_ORDER)).as(client::err).isEqualTo(143);
    }

    @Test
    void aWallThatEndedInOrderBeforeTheServerFellShowsItsRelayedPictures() throws Exception {
        assertThat(server.end(SOON)).isEqualTo(143);
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        server = serve(port, "relay", 3);
        server.awaitOut("listens", SOON);
        Command first = client("--tiles", Integer.toString(CAMERAS));
        allLive();
        // The hash of the password is made and kept meanwhile.
        Thread.sleep(2000);
        assertThat(first.end(IN_ORDER)).as(first::err).isEqualTo(143);
        assertThat(first.err()).contains("The session is kept: until ");
        server.process().destroyForcibly().waitFor();

        Command client = client("--kiosk");
        allLive();
        waitForPhase("WAITING");
        // Whoever starts one more server and ends it ends the relay, too.
        server = serve(port, "relay", 3);
        waitForPhase("ONLINE");
        allLive();
        assertThat(client.end(IN_ORDER)).as(client::err).isEqualTo(143);
        assertThat(server.end(SOON)).isEqualTo(143);
    }

    @Test
    void aWallOpensFromWhatIsKeptWhileTheServerIsAwayAndComesAliveWhenItIsBack() throws Exception {
        Command first = client("--tiles", Integer.toString(CAMERAS));
        allLive();
        Thread.sleep(2000);
        assertThat(first.end(IN_ORDER)).as(first::err).isEqualTo(143);
        forgetGrants();
        assertThat(server.end(SOON)).isEqualTo(143);

        Command client = client("--kiosk");
        terminal.waitFor("the wall of last time", SOON, () -> tiles().size() == CAMERAS);
        terminal.waitFor(
                "tiles that say why",
                SOON,
                () -> tiles().stream()
                        .allMatch(tile -> tile.state().equals("RECONNECTING")
                                && tile.cause().equals("SERVER_AWAY")));
        StatusReport waiting = terminal.report().orElseThrow();
        assertThat(waiting.user()).isEqualTo("admin");
        assertThat(waiting.cameras()).isEqualTo(CAMERAS);
        assertThat(client.err()).contains("does not answer yet; waiting");

        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        server = serve(port);
        allLive();

        // and once more while it runs: the pictures go on meanwhile
        assertThat(server.end(SOON)).isEqualTo(143);
        Thread.sleep(3000);
        assertThat(tiles()).hasSize(CAMERAS).allMatch(TileLine::live);
        server = serve(port);
        server.awaitOut("listens", SOON);
        allLive();
        assertThat(client.process().isAlive()).isTrue();
        assertThat(client.end(IN_ORDER)).as(client::err).isEqualTo(143);
    }

    @Test
    void aLayoutThatIsNotThereIsSaidAndAWrongPasswordToo() throws Exception {
        Command client = client("--layout", "Không có", "--seconds", "600");
        terminal.waitFor("the complaint", SOON, () -> client.err().contains("no layout named \"Không có\""));
        assertThat(client.process().isAlive()).isTrue();
        client.end(SOON);

        Files.writeString(password, "wrong\n");
        Command refused = client("--kiosk");
        terminal.waitFor("the refusal", SOON, () -> refused.err().contains("password is wrong"));
        assertThat(terminal.report().orElseThrow().user()).isEmpty();
        refused.end(SOON);
    }
}

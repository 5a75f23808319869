package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
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
    /** As many as show their small streams side by side. */
    private static final int CAMERAS = 9;

    /** Minutes in which streams go on without their server; where a run is cut short, its relay ends by itself then. */
    private static final int GRACE = 10;

    @TempDir
    static Path shared;

    private static Terminal others;
    private static Command server;
    private static String streams = "direct";
    private static String address = "";
    private static String pin = "";
    private static Path password;

    @TempDir
    Path folder;

    private Terminal terminal = new Terminal(Path.of("."));

    /** Cameras, a server that knows them, and what is kept at a desk that has worked there, are made once for all tests. */
    @BeforeAll
    static void city() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "needs a display; ./wall test brings one");
        others = new Terminal(shared);
        Path list = shared.resolve("cameras of mine.csv");
        Command simulated = others.start(
                "simulate", "--cameras", Integer.toString(CAMERAS), "--list", list.toString(), "--lang", "en");
        server = serve(0, "direct");
        address = server.awaitOut("listens at (https:\\S+);", SOON);
        pin = server.awaitOut("SHA-256 fingerprint of the certificate: (\\S+)", SOON);
        password = Files.writeString(
                shared.resolve("password"),
                server.awaitOut("password \\(shown only this once\\): (\\S+)", SOON) + "\n");
        others.waitFor("scenes", CODING, () -> simulated.err().lines().anyMatch(line -> line.matches(".* (\\d+)/\\1")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(list)))
                .isEqualTo("rw-------");
        Command imported = others.start(
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
        Command first = client(others, "--tiles", Integer.toString(CAMERAS));
        allLive(others);
        whatALaterStartNeedsIsKept(others, shared);
        assertThat(first.end(IN_ORDER)).as(first::err).isEqualTo(143);
    }

    @BeforeEach
    void desk() {
        terminal = new Terminal(folder);
    }

    @AfterEach
    void endWhateverIsLeft() {
        terminal.close();
    }

    @AfterAll
    static void endTheCity() throws Exception {
        if (others != null) {
            server.end(SOON);
            others.close();
        }
    }

    /** The server runs, and has streams take that way; it is the one that a test left where that is as wanted. */
    private static void serving(String way) throws Exception {
        if (server.process().isAlive()) {
            if (streams.equals(way)) {
                return;
            }
            assertThat(server.end(SOON)).isEqualTo(143);
        }
        server = serve(port(), way);
        server.awaitOut("listens", SOON);
    }

    private static int port() {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private static Command serve(int port, String way) throws IOException {
        streams = way;
        return others.start(
                "server",
                "--data",
                shared.resolve("served").toString(),
                "--port",
                Integer.toString(port),
                "--streams",
                way,
                "--offline-grace",
                Integer.toString(GRACE),
                "--lang",
                "en");
    }

    private Command client(String... more) throws IOException {
        return client(terminal, more);
    }

    private static Command client(Terminal terminal, String... more) throws IOException {
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
        return tiles(terminal);
    }

    private static List<TileLine> tiles(Terminal terminal) {
        return terminal.report().map(StatusReport::tiles).orElse(List.of());
    }

    private void allLive() throws Exception {
        allLive(terminal);
    }

    private static void allLive(Terminal terminal) throws Exception {
        terminal.waitFor(
                "every tile live",
                SOON,
                () -> tiles(terminal).size() == CAMERAS
                        && tiles(terminal).stream().allMatch(TileLine::live));
    }

    private static Connection keptAt(Path desk) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + desk.resolve("data/toan-canh/client.db"));
    }

    /** Grants are kept as they come; the hash of the password is made meanwhile. */
    private static void whatALaterStartNeedsIsKept(Terminal terminal, Path desk) throws Exception {
        terminal.waitFor("grants and password to be kept", SOON, () -> {
            try (Connection database = keptAt(desk);
                    Statement statement = database.createStatement();
                    ResultSet kept = statement.executeQuery("SELECT (SELECT count(*) FROM kept_grant) >= " + CAMERAS
                            + " AND EXISTS (SELECT 1 FROM desk_lock) AND EXISTS (SELECT 1 FROM kept_rights)")) {
                return kept.getBoolean(1);
            }
        });
    }

    /** What is kept at the desk that has worked is kept at this one. */
    private void hasWorked() throws IOException {
        Path worked = shared.resolve("data");
        try (Stream<Path> all = Files.walk(worked)) {
            for (Path each : all.toList()) {
                Files.copy(
                        each,
                        folder.resolve("data").resolve(worked.relativize(each)),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** As if every stream had been granted to be played with the server only. */
    private void forgetGrants() throws SQLException {
        try (Connection database = keptAt(folder);
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
        serving("direct");
        hasWorked();
        server.process().destroyForcibly().waitFor();

        Command client = client("--kiosk");
        allLive();
        waitForPhase("WAITING");
        server = serve(port(), "direct");
        waitForPhase("ONLINE");
        allLive();
        assertThat(client.end(IN_ORDER)).as(client::err).isEqualTo(143);
    }

    @Test
    void aWallThatEndedInOrderBeforeTheServerFellShowsItsRelayedPictures() throws Exception {
        serving("relay");
        Command first = client("--tiles", Integer.toString(CAMERAS));
        allLive();
        whatALaterStartNeedsIsKept(terminal, folder);
        assertThat(first.end(IN_ORDER)).as(first::err).isEqualTo(143);
        assertThat(first.err()).contains("The session is kept: until ");
        server.process().destroyForcibly().waitFor();

        Command client = client("--kiosk");
        allLive();
        waitForPhase("WAITING");
        // Whoever starts one more server and ends it ends the relay, too.
        server = serve(port(), "relay");
        waitForPhase("ONLINE");
        allLive();
        assertThat(client.end(IN_ORDER)).as(client::err).isEqualTo(143);
        assertThat(server.end(SOON)).isEqualTo(143);
    }

    @Test
    void aWallOpensFromWhatIsKeptWhileTheServerIsAwayAndComesAliveWhenItIsBack() throws Exception {
        serving("direct");
        hasWorked();
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
        StatusReport waiting = terminal.shown();
        assertThat(waiting.user()).isEqualTo("admin");
        assertThat(waiting.cameras()).isEqualTo(CAMERAS);
        terminal.waitFor("that it is said", SOON, () -> client.err().contains("does not answer yet; waiting"));

        server = serve(port(), "direct");
        allLive();

        // and once more while it runs: the pictures go on meanwhile
        assertThat(server.end(SOON)).isEqualTo(143);
        waitForPhase("AWAY");
        allLive();
        server = serve(port(), "direct");
        server.awaitOut("listens", SOON);
        waitForPhase("ONLINE");
        allLive();
        assertThat(client.process().isAlive()).isTrue();
        assertThat(client.end(IN_ORDER)).as(client::err).isEqualTo(143);
    }

    @Test
    void aLayoutThatIsNotThereIsSaidAndAWrongPasswordToo() throws Exception {
        serving("direct");
        Command client = client("--layout", "Không có", "--seconds", "600");
        terminal.waitFor("the complaint", SOON, () -> client.err().contains("no layout named \"Không có\""));
        assertThat(client.process().isAlive()).isTrue();
        client.end(SOON);

        assertThat(users("--pin", pin).out()).contains("admin");
        Command strangers = users();
        assertThat(strangers.err()).contains("--pin").contains(pin);

        Path wrong = Files.writeString(folder.resolve("wrong"), "wrong\n");
        Command refused = terminal.start(
                "client",
                "--server",
                address,
                "--pin",
                pin,
                "--user",
                "admin",
                "--password-file",
                wrong.toString(),
                "--kiosk",
                "--lang",
                "en");
        terminal.waitFor("the refusal", SOON, () -> refused.err().contains("password is wrong"));
        assertThat(terminal.shown().user()).isEmpty();
        refused.end(SOON);
    }

    /** Whoever may sign in, as the command line tells; by what the server is known, where by anything. */
    private Command users(String... known) throws Exception {
        List<String> words = new ArrayList<>(List.of("admin", "users", "list", "--server", address));
        words.addAll(List.of("--user", "admin", "--password-file", password.toString(), "--lang", "en"));
        words.addAll(List.of(known));
        Command asked = terminal.start(words.toArray(String[]::new));
        assertThat(asked.await(SOON)).as(asked::err).isEqualTo(known.length == 0 ? Exit.FAILED : Exit.DONE);
        return asked;
    }
}

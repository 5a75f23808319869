package vn.toancanh.app.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.access.ServerPins;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.app.Exit;
import vn.toancanh.app.Folders;
import vn.toancanh.app.Surroundings;
import vn.toancanh.app.command.CommandLines;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Language;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Texts;
import vn.toancanh.central.CentralOptions;
import vn.toancanh.central.LayoutSession;
import vn.toancanh.model.Layout;
import vn.toancanh.server.ServerFixture;

/** {@code ./wall layout … --server} at a real server. */
@Tag("slow")
class LayoutAtServerTest {
    private static final String FILE = "name: Ca đêm\nscope: global\nshape: 2x1\ntiles:\n  1: 1\n  2: c-2\n";

    @TempDir
    Path folder;

    private ServerFixture fixture;
    private List<String> said = List.of();
    private String complained = "";

    @BeforeEach
    void start() throws IOException {
        fixture = ServerFixture.start(folder.resolve("server"));
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 3));
        Files.writeString(folder.resolve("mat-khau"), ServerFixture.PASSWORD);
        Files.writeString(folder.resolve("sai"), "sai");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private int run(String verb, String text, String user, String passwordFile) throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), text);
        List<String> all = new ArrayList<>(List.of("layout", verb, file.toString()));
        all.addAll(List.of("--server", fixture.server.baseUri().toString(), "--user", user));
        all.addAll(List.of("--password-file", folder.resolve(passwordFile).toString()));
        return run(all);
    }

    private int run(List<String> all) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = CommandLines.run(
                new Surroundings(
                        new Folders(folder, folder, folder, folder),
                        new Texts(Language.EN),
                        Clock.SYSTEM,
                        ChildJvm.asThisOne(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8)),
                all);
        said = out.toString(StandardCharsets.UTF_8).lines().toList();
        complained = err.toString(StandardCharsets.UTF_8);
        return status;
    }

    private int as(String verb, String text) throws IOException {
        return run(verb, text, "operator", "mat-khau");
    }

    @Test
    void aFileBecomesALayoutAndThenVersionsOfIt() throws IOException {
        assertThat(as("diff", FILE)).isEqualTo(Exit.FAILED);
        assertThat(as("plan", FILE)).isEqualTo(Exit.DONE);
        assertThat(said).containsExactly("\"Ca đêm\": not at the server yet; would be added.");
        assertThat(fixture.desk("viewer").get("/layouts").json().path("items")).isEmpty();
        assertThat(as("apply", FILE)).isEqualTo(Exit.DONE);
        assertThat(said).last().isEqualTo("\"Ca đêm\" is saved at the server, version 1.");
        assertThat(as("apply", FILE)).isEqualTo(Exit.DONE);
        assertThat(said).containsExactly("\"Ca đêm\": nothing changes.");
        assertThat(as("diff", FILE)).isEqualTo(Exit.DONE);

        String changed = FILE.replace("c-2", "{camera: 3, role: main}");
        assertThat(as("diff", changed)).isEqualTo(Exit.FAILED);
        assertThat(said)
                .containsExactly(
                        "\"Ca đêm\": would become a new version.",
                        "  - tile 2: 2",
                        "  + tile 2: {camera: 3, role: main}");
        assertThat(as("apply", changed)).isEqualTo(Exit.DONE);
        assertThat(said).last().isEqualTo("\"Ca đêm\" is saved at the server, version 2.");
        assertThat(fixture.desk("viewer")
                        .get("/layouts")
                        .json()
                        .at("/items/0/cells/1/content/cameraId")
                        .asString())
                .isEqualTo("c-3");
    }

    @Test
    void ofSeveralScreensEachIsALayout() throws IOException {
        String text =
                "name: Tường\nscreens:\n- {number: 1, shape: 1x1, tiles: {1: 1}}\n- {number: 2, shape: 1x1, tiles: {1: 99}}\n";
        assertThat(as("apply", text)).isEqualTo(Exit.DONE);
        assertThat(complained).contains("Not there, or not to be seen here: 99.");
        assertThat(fixture.desk("operator").get("/layouts").json().path("items").findValuesAsString("name"))
                .containsExactlyInAnyOrder("Tường 1", "Tường 2");
    }

    @Test
    void whoMayNotOrIsNotKnownChangesNothing() throws IOException {
        assertThat(run("apply", FILE, "viewer", "mat-khau")).isEqualTo(Exit.FAILED);
        assertThat(run("apply", FILE, "operator", "sai")).isEqualTo(Exit.FAILED);
        assertThat(fixture.desk("viewer").get("/layouts").json().path("items")).isEmpty();
        assertThat(as("apply", FILE.replace("2x1", "2y1"))).isEqualTo(Exit.FAILED);
        assertThat(said.getFirst()).contains("a.yaml:3:8: There is no shape");
    }

    @Test
    void aVersionThatSomebodyElseSavedMeanwhileIsNotOverwritten() throws IOException {
        assertThat(as("apply", FILE)).isEqualTo(Exit.DONE);
        try (LayoutSession session = LayoutSession.enter(
                CentralOptions.standard("thử"),
                Clock.SYSTEM,
                new ServerPins(),
                fixture.server.baseUri(),
                "operator",
                Secret.of(ServerFixture.PASSWORD))) {
            Layout seen = session.find("ca đêm").orElseThrow();
            assertThat(as("apply", FILE.replace("c-2", "c-3"))).isEqualTo(Exit.DONE);
            assertThatThrownBy(() -> session.save(seen))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            refused -> assertThat(refused.failure().kind()).isEqualTo(Failure.Kind.CONFLICT));
            assertThat(session.find("Ca đêm").orElseThrow().version()).isEqualTo(2);
        }
    }

    @Test
    void halfALoginIsNone() throws IOException {
        String file = Files.writeString(folder.resolve("a.yaml"), FILE).toString();
        assertThat(run(List.of("layout", "apply", file, "--user", "operator"))).isEqualTo(Exit.USAGE);
        assertThat(run(List.of("layout", "apply", file, "--server", "http://127.0.0.1:1")))
                .isEqualTo(Exit.USAGE);
        assertThat(run(List.of("layout", "plan", file, "--server", "ftp://a", "--user", "u", "--password-file", file)))
                .isEqualTo(Exit.USAGE);
    }
}

package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.app.testing.SteeredDesk;
import vn.toancanh.app.testing.Terminal;
import vn.toancanh.app.testing.VirtualMonitors;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.server.paper.PaperServer;

/**
 * Another maker's server, who has read the contract and nothing else, is enough for the whole client, with its processes and windows: every view
 * shows what the contract gives as examples, and nothing that is done there is asked otherwise than it says.
 */
@Tag("slow")
class PaperCityTest {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String CAMERA = "Ngã tư Tràng Tiền";
    private static final String ALARM = "Người vào khu vực cấm";
    private static final String LAYOUT = "Ca ngày";
    private static final String WALL = "Tường hình phòng trực";
    private static final String SCENE = "Giờ cao điểm";
    private static final String OPERATOR = "Trực ban 1";

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Language.VI);
    private Terminal terminal = new Terminal(Path.of("."));

    @AfterEach
    void endWhateverIsLeft() {
        terminal.close();
    }

    private interface Step {
        void take() throws Exception;
    }

    /** Does that, and waits until the server has been asked each of these once more. */
    private void asks(PaperServer server, List<String> routes, Step step) throws Exception {
        List<String> before = server.asked();
        step.take();
        List<String> awaited = new ArrayList<>(routes);
        terminal.waitFor("asked " + routes + "; faults " + server.faults(), SOON, () -> {
            List<String> since =
                    server.asked().subList(before.size(), server.asked().size());
            awaited.removeIf(since::contains);
            return awaited.isEmpty();
        });
    }

    /** What any of its processes logged as an error: into its file, or to where the logs of tests go. */
    private List<String> errors(SteeredDesk desk) throws IOException {
        List<String> lines = new ArrayList<>(desk.command().out().lines().toList());
        try (Stream<Path> files = Files.walk(folder.resolve("state"))) {
            for (Path log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                lines.addAll(Files.readAllLines(log));
            }
        }
        return lines.stream().filter(line -> line.contains(" ERROR ")).toList();
    }

    @Test
    void theContractAloneIsEnoughForTheWholeClientWithItsWindows() throws Exception {
        terminal = new Terminal(folder);
        new VirtualMonitors(terminal, folder, 1, "1920x1080");
        try (PaperServer server = new PaperServer()) {
            SteeredDesk desk =
                    SteeredDesk.open(terminal, List.of("--server", server.uri().toString(), "--lang", "vi"));
            signIn(server, desk);
            showCameras(server, desk);
            layouts(server, desk);
            alarms(server, desk);
            walls(server, desk);
            handOver(server, desk);
            administer(server, desk);
            asks(server, List.of("DELETE /sessions/current"), () -> desk.presses("CONTROL+SHIFT+Q"));
            desk.sees(texts.get("login.enter"));
            assertThat(desk.command().end(SOON)).as(desk.command()::err).isEqualTo(143);
            assertThat(server.faults()).as("other than the contract says").isEmpty();
            assertThat(desk.command().err()).doesNotContain("Exception");
            assertThat(errors(desk)).isEmpty();
        }
    }

    private void signIn(PaperServer server, SteeredDesk desk) throws Exception {
        desk.fills(texts.get("login.user"), "quan.tri").fills(texts.get("login.password"), "mot-mat-khau-dai");
        asks(
                server,
                List.of(
                        "GET /info",
                        "POST /sessions",
                        "GET /events/stream",
                        "GET /sites",
                        "GET /cameras",
                        "GET /alarms"),
                () -> desk.clicks(texts.get("login.enter")));
    }

    private void showCameras(PaperServer server, SteeredDesk desk) throws Exception {
        desk.presses("CONTROL+DIGIT2").types("1/1024");
        asks(server, List.of("POST /stream-sessions"), () -> desk.presses("ENTER"));
        terminal.waitFor(
                "its camera in a tile",
                SOON,
                () -> terminal.report()
                        .filter(report -> report.tiles().stream().anyMatch(tile -> tile.camera() == 1024))
                        .isPresent());
        desk.presses("CONTROL+F").types("trang tien").sees(texts.get("tree.found", 1));
        // What was found by is marked, so that the name stands there in pieces.
        desk.sees("Tràng").sees("Tiền").presses("ESCAPE");
    }

    private void layouts(PaperServer server, SteeredDesk desk) throws Exception {
        asks(
                server,
                List.of("GET /layouts", "GET /layouts/{id}/versions"),
                () -> desk.presses("F3").clicks(LAYOUT));
        asks(
                server,
                List.of("PUT /layouts/{id}/lock"),
                () -> desk.sees("Nguyễn Văn An").clicks(texts.get("layouts.lock")));
        asks(server, List.of("GET /layouts/{id}"), () -> desk.clicks(LAYOUT).clicks(texts.get("layouts.open")));
        desk.presses("CONTROL+SHIFT+S")
                .fills(texts.get("layouts.name"), "Ca đêm")
                .clicks(texts.get("layouts.city"));
        asks(server, List.of("POST /layouts"), () -> desk.clicks(texts.get("layouts.save")));
    }

    private void alarms(PaperServer server, SteeredDesk desk) throws Exception {
        desk.presses("F8").sees(ALARM);
        asks(server, List.of("PATCH /alarms/{id}"), () -> desk.presses("ENTER"));
        desk.sees(texts.get("alarms.stepAcknowledged")).presses("F8");
    }

    private void walls(PaperServer server, SteeredDesk desk) throws Exception {
        asks(
                server,
                List.of("GET /walls", "GET /walls/{id}/state", "GET /walls/{id}/scenes"),
                () -> desk.presses("CONTROL+W"));
        desk.sees(WALL).sees(texts.get("walls.liveShort", 1, 1)).clicks(SCENE);
        asks(server, List.of("POST /walls/{id}/commands"), () -> desk.clicks(texts.get("walls.push")));
        desk.presses("CONTROL+W");
    }

    private void handOver(PaperServer server, SteeredDesk desk) throws Exception {
        asks(server, List.of("GET /records"), () -> desk.presses("CONTROL+H"));
        desk.sees(OPERATOR).fills(texts.get("shift.comment"), "Yên tĩnh");
        asks(server, List.of("POST /records"), () -> desk.clicks(texts.get("shift.handOver")));
        desk.presses("ESCAPE");
    }

    private void administer(PaperServer server, SteeredDesk desk) throws Exception {
        desk.presses("F7").sees(OPERATOR);
        desk.clicks(texts.get("administration.roles")).sees("Viewer");
        desk.clicks(texts.get("administration.sites")).sees("Phường Hoàn Kiếm");
        desk.clicks(texts.get("administration.policy")).sees(texts.get("administration.cityWay"));
        desk.clicks(texts.get("administration.published")).sees(texts.get("administration.onlyPublished"));
        desk.sees(CAMERA);
        desk.clicks(texts.get("trail.title")).sees("truc.ban");
        desk.clicks(texts.get("administration.own")).sees(texts.get("administration.thisSession"));
        desk.presses("ESCAPE");
        assertThat(server.asked())
                .contains("GET /users", "GET /roles", "GET /stream-policy", "GET /audit", "GET /me/sessions");
    }
}

package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.app.Exit;
import vn.toancanh.app.status.StatusReport;
import vn.toancanh.app.status.StatusReport.TileLine;
import vn.toancanh.app.status.StatusReport.WindowLine;
import vn.toancanh.app.testing.Command;
import vn.toancanh.app.testing.Terminal;
import vn.toancanh.app.testing.VirtualMonitors;

/** A wall on four real outputs of an X server, which are unplugged, plugged in elsewhere, and shrink; then the power fails. */
@Tag("slow")
class MonitorsComeAndGoTest {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration CODING = Duration.ofMinutes(6);
    private static final int MONITORS = 4;
    private static final int EACH = 2;
    private static final int CAMERAS = MONITORS * EACH;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final String MODE = WIDTH + "x" + HEIGHT;

    @TempDir
    Path folder;

    private Terminal terminal = new Terminal(Path.of("."));
    private String address = "";
    private String pin = "";
    private Path password = Path.of(".");

    @AfterEach
    void endWhateverIsLeft() {
        terminal.close();
    }

    private VirtualMonitors open(int outputs) throws Exception {
        terminal = new Terminal(folder);
        return new VirtualMonitors(terminal, folder, outputs, MODE);
    }

    private Command serve(int port) throws Exception {
        return terminal.start(
                "server",
                "--data",
                folder.resolve("served").toString(),
                "--port",
                Integer.toString(port),
                "--streams",
                "direct",
                "--lang",
                "en");
    }

    private Command city() throws Exception {
        Path list = folder.resolve("cameras.csv");
        Command simulated =
                terminal.start("simulate", "--cameras", Integer.toString(CAMERAS), "--list", list.toString());
        Command server = serve(0);
        address = server.awaitOut("listens at (https:\\S+);", SOON);
        pin = server.awaitOut("SHA-256 fingerprint of the certificate: (\\S+)", SOON);
        password = Files.writeString(
                folder.resolve("password"),
                server.awaitOut("password \\(shown only this once\\): (\\S+)", SOON) + "\n");
        terminal.waitFor(
                "scenes", CODING, () -> simulated.err().lines().anyMatch(line -> line.matches(".* (\\d+)/\\1")));
        List<String> words = new ArrayList<>(List.of("import", list.toString()));
        words.addAll(identity());
        assertThat(terminal.start(words.toArray(String[]::new)).await(SOON)).isEqualTo(Exit.DONE);
        return server;
    }

    private List<String> identity() {
        return List.of(
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
    }

    private Command client(String... more) throws Exception {
        return terminal.start(Stream.of(List.of("client"), identity(), List.of(more))
                .flatMap(List::stream)
                .toArray(String[]::new));
    }

    private Optional<StatusReport> report() {
        return terminal.report();
    }

    private static List<TileLine> of(StatusReport report, int window) {
        return report.tiles().stream().filter(tile -> tile.window() == window).toList();
    }

    private static WindowLine window(StatusReport report, int number) {
        return report.windows().get(number - 1);
    }

    /** True where that window's tiles are all live, and their pictures on the monitor that the window says it is on. */
    private static boolean shows(StatusReport report, int number) {
        WindowLine at = window(report, number);
        List<TileLine> tiles = of(report, number);
        return !at.away()
                && tiles.size() == EACH
                && tiles.stream()
                        .allMatch(tile -> tile.live()
                                && tile.width() > 0
                                && tile.x() >= at.x()
                                && tile.x() + tile.width() <= at.x() + at.width()
                                && tile.y() >= at.y()
                                && tile.y() + tile.height() <= at.y() + at.height());
    }

    private StatusReport once(String what, Predicate<StatusReport> holds) throws Exception {
        terminal.waitFor(
                what + "; status " + report(),
                SOON,
                () -> report().filter(holds).isPresent());
        return report().orElseThrow();
    }

    private static boolean allShow(StatusReport report) {
        return report.windows().size() == MONITORS && Stream.of(1, 2, 3, 4).allMatch(number -> shows(report, number));
    }

    /** "2: DUMMY1 at 640 shows 1201 1202": what must come back. */
    private static List<String> asKept(StatusReport report) {
        return report.windows().stream()
                .map(each ->
                        each.number() + ": " + each.home() + " on " + each.monitor() + " at " + each.x() + " shows "
                                + of(report, each.number()).stream()
                                        .map(tile -> tile.number() + "=" + tile.camera())
                                        .toList())
                .toList();
    }

    @Test
    void fourWindowsFollowTheirMonitorsAndComeBackAfterAPowerCut() throws Exception {
        VirtualMonitors monitors = open(MONITORS);
        Command server = city();
        Command client = client("--monitors", "4", "--tiles", Integer.toString(CAMERAS));
        StatusReport whole = once("four windows", MonitorsComeAndGoTest::allShow);
        assertThat(whole.windows())
                .extracting(WindowLine::home)
                .containsExactly("DUMMY0", "DUMMY1", "DUMMY2", "DUMMY3");

        monitors.unplug("DUMMY1");
        StatusReport three = once(
                "tiles at rest",
                report -> window(report, 2).away()
                        && of(report, 2).stream().allMatch(tile -> tile.state().equals("PAUSED")));
        for (int number : new int[] {1, 3, 4}) {
            assertThat(shows(three, number))
                    .as("window " + number + " in " + three)
                    .isTrue();
        }
        assertThat(asKept(three).get(0)).isEqualTo(asKept(whole).get(0));

        // back in another order: what was second is last
        monitors.plug("DUMMY2", MODE, WIDTH, 0);
        monitors.plug("DUMMY3", MODE, 2 * WIDTH, 0);
        monitors.plug("DUMMY1", MODE, 3 * WIDTH, 0);
        StatusReport turned = once(
                "another order", report -> allShow(report) && window(report, 2).x() == 3 * WIDTH);
        assertThat(turned.windows())
                .extracting(WindowLine::monitor)
                .containsExactly("DUMMY0", "DUMMY1", "DUMMY2", "DUMMY3");
        assertThat(turned.windows()).extracting(WindowLine::x).containsExactly(0, 3 * WIDTH, WIDTH, 2 * WIDTH);

        // one shrinks; its window and all its tiles go along
        monitors.offer("DUMMY1", 320, 240);
        monitors.plug("DUMMY1", "320x240", 3 * WIDTH, 0);
        StatusReport small = once(
                "a small one", report -> allShow(report) && window(report, 2).width() == 320);
        assertThat(of(small, 2)).allSatisfy(tile -> assertThat(tile.width()).isLessThanOrEqualTo(320));

        // the main window's own monitor goes and comes
        monitors.unplug("DUMMY0");
        once(
                "the main window elsewhere",
                report -> !window(report, 1).monitor().equals("DUMMY0")
                        && shows(report, 1)
                        && window(report, 1).home().equals("DUMMY0"));
        monitors.plug("DUMMY0", MODE, 0, 0);
        monitors.plug("DUMMY1", MODE, 3 * WIDTH, 0);
        List<String> kept = asKept(once(
                "all back",
                report -> allShow(report)
                        && window(report, 1).monitor().equals("DUMMY0")
                        && window(report, 2).width() == WIDTH));

        // what was changed last is kept half a second later, and grants by then too
        Thread.sleep(2000);
        client.process().destroyForcibly().waitFor();
        server.process().destroyForcibly().waitFor();
        serve(Integer.parseInt(address.substring(address.lastIndexOf(':') + 1))).awaitOut("listens", SOON);
        Command again = client();
        assertThat(asKept(once("the wall of before", MonitorsComeAndGoTest::allShow)))
                .isEqualTo(kept);
        assertThat(again.end(SOON)).as(again::err).isEqualTo(143);
    }

    private static String geometry(VirtualMonitors monitors, Command client) throws Exception {
        String pid = Long.toString(client.process().pid());
        String found = monitors.run(List.of("xdotool", "search", "--onlyvisible", "--pid", pid));
        List<String> windows =
                found.lines().filter(line -> line.matches("[0-9]+")).toList();
        return windows.isEmpty() ? "" : monitors.run(List.of("xdotool", "getwindowgeometry", windows.getFirst()));
    }

    @Test
    void aKioskWaitsForItsMonitorAndFillsItAgain() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/xdotool")), "needs xdotool; ./wall test brings it");
        VirtualMonitors monitors = open(2);
        Command client = terminal.start(
                "client", "--server", "http://127.0.0.1:9", "--kiosk", "--monitor", "DUMMY1", "--lang", "en");
        String full = "(?s).*Position: 640,0 .*Geometry: 640x360.*";
        terminal.waitFor("full screen", SOON, () -> geometry(monitors, client).matches(full));
        monitors.unplug("DUMMY1");
        terminal.waitFor(
                "nothing on the other monitor",
                SOON,
                () -> geometry(monitors, client).isEmpty());
        monitors.plug("DUMMY1", MODE, WIDTH, 0);
        terminal.waitFor(
                "full screen again", SOON, () -> geometry(monitors, client).matches(full));
        assertThat(client.end(SOON)).isEqualTo(143);
    }
}

package vn.toancanh.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.app.Exit;
import vn.toancanh.app.status.StatusReport;
import vn.toancanh.app.testing.Command;
import vn.toancanh.app.testing.Terminal;

/** A wall over several monitors, on a screen that the launcher opens itself. */
@Tag("slow")
class ManyMonitorsTest {
    private static final Duration FIRST = Duration.ofMinutes(8);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    /** What the window manager puts over the main window, pixels at most. */
    private static final int TITLE = 40;

    @TempDir
    Path folder;

    private Terminal terminal = new Terminal(Path.of("."));

    @AfterEach
    void endWhateverIsLeft() {
        terminal.close();
    }

    /** Runs a command under the launcher's own virtual screen of so many monitors. */
    private Command onMonitors(int monitors, String... words) throws IOException {
        return onMonitors(monitors, "status=0; \"$@\" || status=$?; exit $status", words);
    }

    /** The same, with a script of its own that gets the command as its words. */
    private Command onMonitors(int monitors, String body, String[] words) throws IOException {
        assumeTrue(
                List.of("Xorg", "xrandr", "openbox").stream()
                        .allMatch(program -> Files.isExecutable(Path.of("/usr/bin", program))),
                "needs Xorg; ./wall test brings it");
        Path here = Path.of("").toAbsolutePath();
        String script = "here='" + here + "'; language=en; log_folder='" + folder + "';"
                + "for part in say packages screen; do . \"$here/installers/launch/$part.sh\"; done;"
                + "unset DISPLAY; trap close_screen EXIT; open_screen " + monitors + ";" + body;
        List<String> line = new ArrayList<>(List.of("/bin/sh", "-euc", script, "wall"));
        line.addAll(Terminal.wall(words));
        terminal = new Terminal(folder);
        terminal.set("WALL_SCREEN", WIDTH + "x" + HEIGHT);
        terminal.set("TMPDIR", folder.toString());
        return terminal.run(line);
    }

    @Test
    void everyMonitorHasAWindowOfItsOwnWithItsShareOfTheTiles() throws Exception {
        int monitors = 3;
        int each = 4;
        Path shots = folder.resolve("shots");
        Command demo = onMonitors(
                monitors,
                "demo",
                "--monitors",
                Integer.toString(monitors),
                "--tiles",
                Integer.toString(monitors * each),
                "--cameras",
                Integer.toString(monitors * each),
                "--seconds",
                "3600",
                "--snapshot",
                shots.toString(),
                "--lang",
                "en");
        terminal.waitFor(
                "a picture",
                FIRST,
                () -> readable(shots.resolve("wall-1.png")) || !demo.process().isAlive());
        terminal.waitFor(
                "a picture of the last window", SOON, () -> readable(shots.resolve("wall-" + monitors + ".png")));

        // Written once all are live; on a busy machine one may be late for a moment afterwards.
        terminal.waitFor("all live", SOON, () -> terminal.live() == (long) monitors * each);
        StatusReport report = terminal.shown();
        assertThat(report.tiles()).allSatisfy(tile -> {
            assertThat(tile.number()).as("as its window shows it").isBetween(1, each);
            assertThat(tile.window()).isEqualTo(1 + tile.x() / WIDTH);
        });
        Map<Integer, Long> tiles = report.tiles().stream()
                .collect(Collectors.groupingBy(tile -> tile.x() / WIDTH, TreeMap::new, Collectors.counting()));
        assertThat(tiles)
                .hasSize(monitors)
                .allSatisfy((monitor, count) ->
                        assertThat(count).as("tiles on monitor " + monitor).isEqualTo(each));
        for (int window = 1; window <= monitors; window++) {
            BufferedImage picture =
                    ImageIO.read(shots.resolve("wall-" + window + ".png").toFile());
            assertThat(picture.getWidth()).isEqualTo(WIDTH);
            assertThat(picture.getHeight()).isBetween(HEIGHT - TITLE, HEIGHT);
            for (double light : quarters(picture)) {
                assertThat(light).as("contrast of a tile of window " + window).isGreaterThan(8);
            }
        }
        assertThat(demo.err()).contains("(" + monitors + " monitor(s)").doesNotContain("This machine has only");
        demo.process()
                .descendants()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow()
                .destroy();
        demo.await(SOON);
    }

    @Test
    void aMonitorThatIsNotThereIsOneLineThatNamesThoseThereAre() throws Exception {
        Command client = onMonitors(2, "client", "--server", "http://127.0.0.1:9", "--monitor", "3", "--lang", "en");
        assertThat(client.await(SOON)).isEqualTo(Exit.USAGE);
        assertThat(client.err().lines().filter(line -> !line.contains("virtual screen")))
                .containsExactly(
                        "There is no monitor 3. There are: 1 (DUMMY0, 1280×720, primary), 2 (DUMMY1, 1280×720).");
    }

    @Test
    void anUnattendedWallFillsTheMonitorItIsGiven() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/xdotool")), "needs xdotool; ./wall test brings it");
        String look = """
                "$@" & client=$!
                tries=0
                until [ "$tries" -ge 100 ]; do
                    window=$(xdotool search --onlyvisible --pid $client 2>/dev/null | head -n 1)
                    seen=$(xdotool getwindowgeometry "$window" 2>/dev/null || true)
                    case $seen in
                        *'Position: 1280,0 '*'Geometry: 1280x720'*) break ;;
                    esac
                    tries=$((tries + 1))
                    sleep 0.3
                done
                echo "$seen"
                kill $client
                wait $client || true
                """;
        Command client = onMonitors(2, look, new String[] {
            "client", "--server", "http://127.0.0.1:9", "--kiosk", "--monitor", "2", "--lang", "en"
        });
        client.await(SOON);
        assertThat(client.out()).contains("Position: 1280,0 ").contains("Geometry: 1280x720");
    }

    private static boolean readable(Path file) {
        try {
            return Files.exists(file) && ImageIO.read(file.toFile()) != null;
        } catch (IOException half) {
            return false;
        }
    }

    /** How much the light of each of the four tiles of a picture varies about their middles, 0 to 127. */
    private static List<Double> quarters(BufferedImage picture) {
        List<Double> all = new ArrayList<>();
        for (int quarter = 0; quarter < 4; quarter++) {
            int left = WIDTH / 2 * (quarter % 2) + WIDTH / 8;
            int top = (HEIGHT - TITLE) / 2 * (quarter / 2) + HEIGHT / 8;
            double sum = 0;
            double squares = 0;
            int count = 0;
            for (int y = top; y < top + HEIGHT / 4; y += 4) {
                for (int x = left; x < left + WIDTH / 4; x += 4) {
                    int rgb = picture.getRGB(x, y);
                    double light = ((rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255)) / 3.0;
                    sum += light;
                    squares += light * light;
                    count++;
                }
            }
            all.add(Math.sqrt(squares / count - sum / count * (sum / count)));
        }
        return all;
    }
}

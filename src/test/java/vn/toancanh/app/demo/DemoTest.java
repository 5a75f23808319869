package vn.toancanh.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.app.testing.Command;
import vn.toancanh.app.testing.Terminal;

/** The whole thing as processes: 36 different scenes come alive, a killed worker's tiles come back, nothing stays behind. */
@Tag("slow")
class DemoTest {
    private static final int TILES = 36;
    private static final Duration FIRST = Duration.ofMinutes(8);
    private static final Duration AGAIN = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private Terminal terminal = new Terminal(Path.of("."));

    @Test
    void aCityComesAliveSurvivesAWorkersDeathAndLeavesNothingBehind() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "needs a display; ./wall test brings one");
        terminal = new Terminal(folder);
        Command demo = terminal.start(
                "demo",
                "--cameras",
                Integer.toString(TILES),
                "--seconds",
                "3600",
                "--snapshot",
                folder.resolve("shots").toString(),
                "--lang",
                "en");

        terminal.waitFor("every tile live", FIRST, () -> live(demo) == TILES);
        assertThat(terminal.runtime(".secret")).as("password files").isEmpty();
        Path picture = folder.resolve("shots/wall-1.png");
        terminal.waitFor("a picture", AGAIN, () -> Files.exists(picture) && Scenes.readable(picture));
        assertThat(Scenes.closestPair(picture))
                .as("difference of the two likest tiles")
                .isGreaterThan(5);

        long victim = terminal.shown().workers().get(0).pid();
        ProcessHandle.of(victim).orElseThrow().destroyForcibly();
        terminal.waitFor(
                "another worker in its place",
                AGAIN,
                () -> terminal.report()
                        .filter(report -> report.workers().stream().noneMatch(worker -> worker.pid() == victim))
                        .isPresent());
        terminal.waitFor("every tile live again", AGAIN, () -> live(demo) == TILES);

        List<ProcessHandle> family = demo.process().descendants().toList();
        assertThat(family).hasSizeGreaterThanOrEqualTo(3);
        demo.end(AGAIN);
        terminal.waitFor("all processes gone", AGAIN, () -> family.stream().noneMatch(ProcessHandle::isAlive));
        // the tests' own way to log writes there too, and a last request may be noted after the result
        List<String> lines = demo.out()
                .lines()
                .filter(line -> !line.matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} .*"))
                .toList();
        // On a busy machine one may be late at that very moment.
        assertThat(lines.getLast())
                .matches("\\{\"tiles\":36,\"live\":3[3-6],.*")
                .contains("\"restarts\":1");
        assertThat(terminal.runtime(".sock")).isEmpty();
    }

    @AfterEach
    void endWhateverIsLeft() {
        terminal.close();
    }

    private long live(Command demo) {
        assertThat(demo.process().isAlive())
                .as(() -> "the demo runs; it said " + demo.err())
                .isTrue();
        return terminal.live();
    }

    /** Tells the tiles of a picture of a 6x6 wall apart by their middles, where no text stands. */
    private static final class Scenes {
        private static final int SIDE = 6;
        private static final int COLUMNS = 12;
        private static final int ROWS = 8;
        /** Bars above and below the wall, pixels. */
        private static final int TOP = 40;

        private static final int BOTTOM = 25;

        static boolean readable(Path file) {
            try {
                return ImageIO.read(file.toFile()) != null;
            } catch (IOException half) {
                return false;
            }
        }

        /** Mean difference of the two tiles that are most alike, 0 to 255. */
        static double closestPair(Path file) throws IOException {
            BufferedImage image = ImageIO.read(file.toFile());
            double[][] tiles = new double[SIDE * SIDE][];
            for (int i = 0; i < tiles.length; i++) {
                tiles[i] = summary(image, i % SIDE, i / SIDE);
            }
            double closest = 255;
            for (int i = 0; i < tiles.length; i++) {
                for (int j = 0; j < i; j++) {
                    double sum = 0;
                    for (int k = 0; k < tiles[i].length; k++) {
                        sum += Math.abs(tiles[i][k] - tiles[j][k]);
                    }
                    closest = Math.min(closest, sum / tiles[i].length);
                }
            }
            return closest;
        }

        private static double[] summary(BufferedImage image, int column, int row) {
            double width = image.getWidth() / (double) SIDE;
            double height = (image.getHeight() - TOP - BOTTOM) / (double) SIDE;
            double[] values = new double[COLUMNS * ROWS * 3];
            for (int y = 0; y < ROWS; y++) {
                for (int x = 0; x < COLUMNS; x++) {
                    int left = (int) (column * width + width * (0.2 + 0.6 * x / COLUMNS));
                    int top = (int) (TOP + row * height + height * (0.25 + 0.5 * y / ROWS));
                    mean(
                            image,
                            left,
                            top,
                            (int) (width * 0.6 / COLUMNS),
                            (int) (height * 0.5 / ROWS),
                            values,
                            (y * COLUMNS + x) * 3);
                }
            }
            return values;
        }

        private static void mean(BufferedImage image, int left, int top, int width, int height, double[] into, int at) {
            for (int y = top; y < top + height; y++) {
                for (int x = left; x < left + width; x++) {
                    int rgb = image.getRGB(x, y);
                    into[at] += (rgb >> 16 & 255) / (double) (width * height);
                    into[at + 1] += (rgb >> 8 & 255) / (double) (width * height);
                    into[at + 2] += (rgb & 255) / (double) (width * height);
                }
            }
        }
    }
}

package vn.toancanh.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.app.status.StatusReport;
import vn.toancanh.app.status.StatusSocket;

/** The whole thing as processes: 36 different scenes come alive, a killed worker's tiles come back, nothing stays behind. */
@Tag("slow")
class DemoTest {
    private static final int TILES = 36;
    private static final Duration FIRST = Duration.ofMinutes(8);
    private static final Duration AGAIN = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private @Nullable Process demo;

    @Test
    void aCityComesAliveSurvivesAWorkersDeathAndLeavesNothingBehind() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "needs a display; ./wall test brings one");
        Path said = folder.resolve("out.txt");
        Process running = start(said);
        demo = running;

        waitFor("every tile live", FIRST, () -> live(running) == TILES);
        assertThat(secrets()).as("password files").isEmpty();
        Path picture = folder.resolve("shots/wall-1.png");
        waitFor("a picture", AGAIN, () -> Files.exists(picture) && Scenes.readable(picture));
        assertThat(Scenes.closestPair(picture))
                .as("difference of the two likest tiles")
                .isGreaterThan(5);

        StatusReport before = report().orElseThrow();
        long victim = before.workers().get(0).pid();
        ProcessHandle.of(victim).orElseThrow().destroyForcibly();
        waitFor(
                "another worker in its place",
                AGAIN,
                () -> report().stream()
                        .flatMap(report -> report.workers().stream())
                        .noneMatch(worker -> worker.pid() == victim));
        waitFor("every tile live again", AGAIN, () -> live(running) == TILES);

        List<ProcessHandle> family = running.descendants().toList();
        assertThat(family).hasSizeGreaterThanOrEqualTo(3);
        running.destroy();
        assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
        waitFor("all processes gone", AGAIN, () -> family.stream().noneMatch(ProcessHandle::isAlive));
        // the tests' own way to log writes there too, and a last request may be noted after the result
        List<String> lines = Files.readAllLines(said).stream()
                .filter(line -> !line.matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} .*"))
                .toList();
        assertThat(lines.getLast()).startsWith("{\"tiles\":36,\"live\":36,").contains("\"restarts\":1");
        assertThat(sockets()).isEmpty();
    }

    @AfterEach
    void endWhateverIsLeft() {
        if (demo != null) {
            demo.descendants().forEach(ProcessHandle::destroyForcibly);
            demo.destroyForcibly();
        }
    }

    private Process start(Path said) throws IOException {
        List<String> words = List.of(
                "demo",
                "--cameras",
                Integer.toString(TILES),
                "--seconds",
                "3600",
                "--snapshot",
                folder.resolve("shots").toString(),
                "--lang",
                "en");
        ProcessBuilder builder = new ProcessBuilder(ChildJvm.asThisOne().wallCommand(words))
                .redirectOutput(said.toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        builder.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        builder.environment().put("XDG_RUNTIME_DIR", folder.resolve("run").toString());
        // coded once, kept for the next run
        builder.environment()
                .put(
                        "XDG_CACHE_HOME",
                        Path.of("target/test-cache").toAbsolutePath().toString());
        return builder.start();
    }

    private long live(Process running) {
        assertThat(running.isAlive())
                .as(() -> "the demo runs; it said " + errors())
                .isTrue();
        return report().map(StatusReport::live).orElse(0L);
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve("err.txt"));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private Optional<StatusReport> report() {
        return sockets().stream().findFirst().flatMap(StatusSocket::read);
    }

    private List<Path> sockets() {
        return runtime(".sock");
    }

    private List<Path> secrets() {
        return runtime(".secret");
    }

    private List<Path> runtime(String ending) {
        Path runtime = folder.resolve("run/toan-canh");
        if (!Files.isDirectory(runtime)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(runtime)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static void waitFor(String what, Duration longest, BooleanSupplier condition) throws InterruptedException {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - begun).as("waiting for " + what).isLessThan(longest.toNanos());
            Thread.sleep(300);
        }
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

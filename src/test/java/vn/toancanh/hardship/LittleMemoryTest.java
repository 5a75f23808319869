package vn.toancanh.hardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.toancanh.app.status.StatusReport;
import vn.toancanh.app.status.StatusReport.TileLine;

/**
 * The demo's tiles where shared memory is small, as in a container: its pictures go elsewhere, and where there is no
 * room at all the tiles say so. A page that cannot be had would be a bus error, which kills.
 */
@Tag("slow")
@ExtendWith(Apart.class)
class LittleMemoryTest {
    private static final int TILES = 36;
    /** Fewer and larger ones: each has a megabyte and a half of pictures. */
    private static final int FEW = 12;

    private static final Duration LONG = Duration.ofMinutes(8);
    private static final Path SHARED = Path.of("/dev/shm");

    private static Commands.Running demo(Commands commands, int tiles) throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "needs a display; ./wall test brings one");
        String count = Integer.toString(tiles);
        return commands.wall("demo", "--cameras", count, "--tiles", count, "--lang", "en");
    }

    /** Shared memory, the runtime folder and the temporary folder, each on a disk of its own of that size. */
    private static void places(Commands commands, String shared, String runtime, String temporary) throws Exception {
        Apart.mount(SHARED, "-t", "tmpfs", "-o", "size=" + shared, "none");
        Path run = Apart.disk("run", runtime);
        commands.set("XDG_RUNTIME_DIR", run);
        // the demo hands its surroundings on to its client, and that to its workers
        commands.set("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + Apart.disk("tmp", temporary));
    }

    private static long used(Path disk) {
        return disk.toFile().getTotalSpace() - disk.toFile().getUsableSpace();
    }

    private static void nobodyFell(Commands.Running demo, StatusReport report) {
        assertThat(demo.process().isAlive()).as(demo.said()).isTrue();
        assertThat(report.workers())
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(worker -> assertThat(worker.restarts()).isZero());
    }

    @Test
    void sharedMemoryOf64MegabytesIsEnough() throws Exception {
        try (Commands commands = new Commands(Apart.folder())) {
            places(commands, "64m", "64m", "64m");
            Commands.Running demo = demo(commands, TILES);
            commands.until(demo, "every tile live", LONG, () -> commands.live() == TILES);
            nobodyFell(demo, commands.shown());
            assertThat(used(SHARED)).as("pictures in shared memory").isGreaterThan(10 << 20);
            demo.end();
            commands.until(demo, "that it is given back", LONG, () -> used(SHARED) < 1 << 20);
        }
    }

    @Test
    void whatDoesNotFitThereGoesElsewhere() throws Exception {
        try (Commands commands = new Commands(Apart.folder())) {
            places(commands, "4m", "64m", "64m");
            Commands.Running demo = demo(commands, FEW);
            commands.until(demo, "every tile live", LONG, () -> commands.live() == FEW);
            nobodyFell(demo, commands.shown());
            assertThat(used(Apart.folder().resolve("run")))
                    .as("pictures in the runtime folder")
                    .isGreaterThan(10 << 20);
            demo.end();
        }
    }

    @Test
    void whereThereIsNoRoomAtAllTheTilesSaySoAndComeBackOnceThereIs() throws Exception {
        try (Commands commands = new Commands(Apart.folder())) {
            places(commands, "64m", "1m", "4m");
            Apart.fill(SHARED, 4 << 20);
            Commands.Running demo = demo(commands, FEW);
            commands.until(
                    demo,
                    "every tile to be live, for there was room, or to say that there is none",
                    LONG,
                    () -> commands.report().filter(LittleMemoryTest::settled).isPresent());
            nobodyFell(demo, commands.shown());
            Apart.makeRoom(SHARED);
            commands.until(demo, "every tile live", LONG, () -> commands.live() == FEW);
            nobodyFell(demo, commands.shown());
            demo.end();
        }
        assertThat(faults()).as("fatal errors of a JVM").isEmpty();
    }

    private static boolean settled(StatusReport report) {
        return report.tiles().size() == FEW && states(report).equals(Set.of("LIVE ", "RECONNECTING NO_RESOURCES"));
    }

    private static Set<String> states(StatusReport report) {
        return report.tiles().stream().map(LittleMemoryTest::state).collect(Collectors.toSet());
    }

    private static String state(TileLine tile) {
        return tile.state() + " " + tile.cause();
    }

    private static List<Path> faults() throws Exception {
        try (var files = Files.list(Path.of(""))) {
            return files.filter(file -> file.getFileName().toString().startsWith("hs_err_"))
                    .toList();
        }
    }
}

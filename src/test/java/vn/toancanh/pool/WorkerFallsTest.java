package vn.toancanh.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.base.Clock;
import vn.toancanh.simulator.CodedLoops;
import vn.toancanh.simulator.Simulator;
import vn.toancanh.simulator.SimulatorOptions;

/** Real workers stopped, killed and felled by signals while tiles play, whose owners open again at once. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
@EnabledOnOs(OS.LINUX)
class WorkerFallsTest {
    private static final int CAMERAS = 8;
    /** The aim is 3 s, which the drill holds; on a machine that tests beside, less than waiting for a hung call takes. */
    private static final Duration LIMIT = Duration.ofSeconds(9);

    @TempDir
    Path logs;

    private Simulator simulator;
    private RealPool pool;
    private List<ReopenedTile> tiles;

    @BeforeAll
    void serve() throws Exception {
        simulator = Simulator.start(SimulatorOptions.of(CAMERAS, CodedLoops.FOLDER));
        simulator.whenReady().get(4, TimeUnit.MINUTES);
    }

    @AfterAll
    void stopServing() {
        simulator.close();
    }

    @BeforeEach
    void open() {
        pool = new RealPool(logs);
        tiles = ReopenedTile.ofAll(simulator, pool);
        // The second spare one is started once the first is ready, which nobody tells of.
        Patience.until("a spare worker", () -> workers() == 4);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", "KILL", "SEGV"})
    void tilesOfAFallenWorkerAreBackSoonAndTheOthersNeverLeave(String signal) throws IOException {
        WorkerFacts hit = pool.pool.workers().getFirst();
        assertThat(hit.streams()).isEqualTo(CAMERAS / 2);
        long from = Clock.SYSTEM.nanos();
        new ProcessBuilder("kill", "-" + signal, Long.toString(hit.pid())).start();
        Patience.until("the fall is told", () -> ReopenedTile.fallen(tiles) == CAMERAS / 2);
        Patience.until("all play again", () -> tiles.stream().allMatch(ReopenedTile::plays));
        Duration taken = Duration.ofNanos(Clock.SYSTEM.nanos() - from);
        System.out.println("SIG" + signal + ": all " + CAMERAS + " tiles back after " + taken.toMillis() + " ms");
        assertThat(taken).isLessThan(LIMIT);
        assertThat(ReopenedTile.fallen(tiles))
                .as("tiles that were told of a fall")
                .isEqualTo(CAMERAS / 2);
        assertThat(Patience.lives(hit.pid())).isFalse();
        Patience.until(
                "each has its half again",
                () -> pool.pool.workers().stream()
                        .map(WorkerFacts::streams)
                        .toList()
                        .equals(List.of(4, 4)));
    }

    private static long workers() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .filter(child -> {
                    try {
                        return Files.readString(Path.of("/proc", Long.toString(child.pid()), "cmdline"))
                                .contains("DecoderMain");
                    } catch (IOException gone) {
                        return false;
                    }
                })
                .count();
    }
}

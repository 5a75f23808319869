package vn.toancanh.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toancanh.base.Clock;
import vn.toancanh.live.LiveParts;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.LiveWall;
import vn.toancanh.live.StreamGrants;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Codec;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.model.StreamGrant;
import vn.toancanh.model.StreamSource;
import vn.toancanh.simulator.CodedLoops;
import vn.toancanh.simulator.Fault;
import vn.toancanh.simulator.Simulator;
import vn.toancanh.simulator.SimulatorOptions;

/** A wall with real libVLC on a camera whose sensor hangs: whoever looks closer is not told that it is live. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class StandingOnScreenTest {
    /** Long enough for key frames of each coding to pass. */
    private static final long A_WHILE = 4000;

    private final Queue<Phase> said = new ConcurrentLinkedQueue<>();
    private Simulator simulator;
    private RealPool pool;
    /** Set by what each test shows. */
    @SuppressWarnings("NullAway.Init")
    private LiveWall wall;

    @SuppressWarnings("NullAway.Init")
    private CameraEntry camera;

    @BeforeAll
    void open(@TempDir Path logs) throws Exception {
        simulator = Simulator.start(SimulatorOptions.of(4, CodedLoops.FOLDER));
        simulator.whenReady().get(4, TimeUnit.MINUTES);
        pool = new RealPool(logs);
    }

    @AfterEach
    void clear() {
        onDesk(wall::close);
        simulator.clear(camera.camera().id());
        said.clear();
    }

    @AfterAll
    void close() {
        pool.close();
        simulator.close();
    }

    private void onDesk(Runnable work) {
        CompletableFuture.runAsync(work, pool.desk).join();
    }

    private StreamGrants.Answer grant(StreamGrants.Wish wish) {
        StreamSource source = camera.sources().stream()
                .filter(each -> each.role() == wish.role())
                .findFirst()
                .orElseThrow();
        StreamGrant grant = new StreamGrant(
                "g",
                wish.camera(),
                wish.role(),
                source.uri(),
                source.user(),
                source.password(),
                List.of(),
                Instant.MAX,
                Instant.MAX);
        return new StreamGrants.Answer(wish, grant, null);
    }

    /** A wall of one tile that shows the camera. */
    private void show(CameraEntry entry) {
        camera = entry;
        StreamGrants grants = new StreamGrants() {
            @Override
            public void ask(List<Wish> wishes, Consumer<List<Answer>> answers) {
                pool.desk.execute(() -> answers.accept(
                        wishes.stream().map(StandingOnScreenTest.this::grant).toList()));
            }
        };
        onDesk(() -> {
            wall = new LiveWall(new LiveParts(
                    pool.desk,
                    Clock.SYSTEM,
                    grants,
                    pool.pool,
                    id -> Optional.of(entry.camera()),
                    new Random(1),
                    true));
            wall.onChange(new LiveWall.Listener() {
                @Override
                public void rearranged() {}

                @Override
                public void changed(LiveTile tile) {
                    said.add(tile.state().phase());
                }
            });
            CellContent content = new CellContent.OfCamera(entry.camera().id(), StreamChoice.AUTO);
            wall.rearrange(List.of(new LiveWall.Slot(content, -1)));
            wall.resize(0, new PixelSize(320, 180), false);
        });
    }

    private Phase phase() {
        return CompletableFuture.supplyAsync(
                        () -> wall.tiles().getFirst().state().phase(), pool.desk)
                .join();
    }

    private int width() {
        return CompletableFuture.supplyAsync(
                        () -> wall.tiles().getFirst().pictures().width(), pool.desk)
                .join();
    }

    private void resize(int width, int height) {
        onDesk(() -> wall.resize(0, new PixelSize(width, height), false));
        Patience.until("pictures of width " + width, () -> width() == width);
        Patience.pause(A_WHILE);
        assertThat(said).as("at %d", width).doesNotContain(Phase.LIVE, Phase.LATE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Codec.class,
            names = {"H264", "H265"})
    void whatStandsStandsInEverySizeAndDecoder(Codec codec) {
        show(simulator.cameras().get(codec == Codec.H265 ? 3 : 0));
        Patience.until("live", () -> phase() == Phase.LIVE);
        simulator.inject(camera.camera().id(), Fault.FREEZE);
        Patience.until("said to stand", () -> phase() == Phase.UNCHANGED);
        said.clear();

        resize(480, 270);
        resize(640, 360);
        resize(320, 180);
        pool.pids().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        Patience.until("its decoder fell", () -> said.contains(Phase.RECONNECTING));
        Patience.until("another brings pictures", () -> phase() == Phase.UNCHANGED);
        Patience.pause(A_WHILE);
        assertThat(said).doesNotContain(Phase.LIVE, Phase.LATE);

        simulator.clear(camera.camera().id());
        Patience.until("live again", () -> phase() == Phase.LIVE);
    }
}

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
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Clock;
import vn.toancanh.live.LiveParts;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.LiveWall;
import vn.toancanh.live.StreamGrants;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.CameraId;
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

/**
 * A wall with real libVLC on cameras whose sensors hang while they go on coding: whoever looks closer, or loses a decoder
 * meanwhile, is not told that they are live. All of them at once, H.264 and H.265, each in a size of its own.
 */
@Tag("slow")
@Timeout(300)
class StandingOnScreenTest {
    /** Two key frames of each coding pass, however the opening lay to the first. */
    private static final long A_WHILE = 5000;

    private static final List<PixelSize> SIZES =
            List.of(new PixelSize(320, 180), new PixelSize(640, 360), new PixelSize(426, 240), new PixelSize(480, 270));

    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private Simulator simulator;
    private RealPool pool;
    private LiveWall wall;
    private List<CameraEntry> cameras;

    @BeforeEach
    void open(@TempDir Path logs) throws Exception {
        simulator = Simulator.start(SimulatorOptions.of(4, CodedLoops.FOLDER));
        simulator.whenReady().get(4, TimeUnit.MINUTES);
        cameras = simulator.cameras();
        assertThat(cameras)
                .extracting(entry -> entry.camera().streams().getFirst().codec())
                .contains(Codec.H264, Codec.H265);
        pool = new RealPool(logs);
        wall = onDesk(() -> new LiveWall(
                new LiveParts(pool.desk, Clock.SYSTEM, grants(), pool.pool, this::camera, new Random(1), true)));
    }

    @AfterEach
    void close() {
        onDesk(() -> {
            wall.close();
            return true;
        });
        pool.close();
        simulator.close();
    }

    private <T> T onDesk(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, pool.desk).join();
    }

    private Optional<Camera> camera(CameraId id) {
        return cameras.stream()
                .map(CameraEntry::camera)
                .filter(camera -> camera.id().equals(id))
                .findFirst();
    }

    private StreamGrants grants() {
        return (wishes, answers) -> pool.desk.execute(
                () -> answers.accept(wishes.stream().map(this::grant).toList()));
    }

    private StreamGrants.Answer grant(StreamGrants.Wish wish) {
        StreamSource source = cameras.stream()
                .filter(entry -> entry.camera().id().equals(wish.camera()))
                .flatMap(entry -> entry.sources().stream())
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

    private void note(LiveTile tile) {
        Phase phase = tile.state().phase();
        said.add((phase.live() ? "!" : "") + tile.index() + " " + phase + " at "
                + tile.pictures().width());
    }

    private void show() {
        onDesk(() -> {
            wall.onChange(new LiveWall.Listener() {
                @Override
                public void rearranged() {}

                @Override
                public void changed(LiveTile tile) {
                    note(tile);
                }
            });
            wall.rearrange(cameras.stream()
                    .map(entry -> new CellContent.OfCamera(entry.camera().id(), StreamChoice.SUB))
                    .map(content -> new LiveWall.Slot(content, -1))
                    .toList());
            return resize(0);
        });
    }

    /** Each tile to the next of the sizes, each to another. */
    private boolean resize(int turn) {
        for (int i = 0; i < cameras.size(); i++) {
            wall.resize(i, size(i, turn), false);
        }
        return true;
    }

    private static PixelSize size(int tile, int turn) {
        return SIZES.get((tile + turn) % SIZES.size());
    }

    private boolean all(Phase phase) {
        return onDesk(() -> wall.tiles().stream().allMatch(tile -> tile.state().phase() == phase));
    }

    private boolean haveSizes(int turn) {
        return onDesk(() -> wall.tiles().stream()
                .allMatch(tile ->
                        tile.pictures().width() == size(tile.index(), turn).width()));
    }

    /** What the tiles said that counts as live. */
    private List<String> live() {
        return said.stream().filter(each -> each.startsWith("!")).toList();
    }

    @Test
    void whatStandsStandsInEverySizeAndDecoder() {
        show();
        Patience.until("all are live", () -> all(Phase.LIVE));
        cameras.forEach(entry -> simulator.inject(entry.camera().id(), Fault.FREEZE));
        Patience.until("all are said to stand", () -> all(Phase.UNCHANGED));
        said.clear();
        for (int turn = 1; turn <= SIZES.size(); turn++) {
            int now = turn;
            onDesk(() -> resize(now));
            Patience.until("pictures of the new sizes", () -> haveSizes(now));
            Patience.pause(A_WHILE);
            assertThat(live()).as("turn %d", turn).isEmpty();
        }
        pool.pids().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        Patience.until("a decoder fell", () -> said.stream().anyMatch(each -> each.contains("RECONNECTING")));
        Patience.until("others bring pictures", () -> all(Phase.UNCHANGED));
        Patience.pause(A_WHILE);
        assertThat(live()).as("after the decoders fell").isEmpty();
        cameras.forEach(entry -> simulator.clear(entry.camera().id()));
        Patience.until("all are live again", () -> all(Phase.LIVE));
    }

    /** A camera is opened anew when it has been silent for five seconds; this is before. */
    private void fallSilent(Runnable meanwhile, long silentMillis) {
        cameras.forEach(entry -> simulator.inject(entry.camera().id(), Fault.SILENCE));
        long begin = System.nanoTime();
        meanwhile.run();
        Patience.pause(Math.max(1, silentMillis - (System.nanoTime() - begin) / 1_000_000));
        said.clear();
    }

    private List<String> liveAtOnce() {
        return said.stream().filter(each -> each.contains(" LIVE ")).toList();
    }

    @Test
    void whatHasGoneSilentIsNotLiveInAnotherSize() {
        show();
        Patience.until("all are live", () -> all(Phase.LIVE));
        fallSilent(() -> Patience.until("all are said to stand", () -> all(Phase.FROZEN)), 3400);
        onDesk(() -> resize(1));
        Patience.until("pictures of the new sizes", () -> haveSizes(1));
        Patience.pause(700);
        assertThat(liveAtOnce()).isEmpty();
        cameras.forEach(entry -> simulator.clear(entry.camera().id()));
        Patience.until("all are live again", () -> all(Phase.LIVE));
    }

    @Test
    void whatHasGoneSilentUnseenIsNotLiveWhenItIsSeenAgain() {
        show();
        Patience.until("all are live", () -> all(Phase.LIVE));
        onDesk(() -> see(false));
        Patience.until("all rest", () -> all(Phase.PAUSED));
        fallSilent(() -> {}, 3200);
        onDesk(() -> see(true));
        Patience.until("it is said that they stand", () -> all(Phase.FROZEN));
        assertThat(liveAtOnce()).isEmpty();
    }

    private boolean see(boolean seen) {
        for (int i = 0; i < cameras.size(); i++) {
            wall.see(i, seen);
        }
        return true;
    }
}

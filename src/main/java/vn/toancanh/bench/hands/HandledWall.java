package vn.toancanh.bench.hands;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import vn.toancanh.base.Clock;
import vn.toancanh.bench.BenchCity;
import vn.toancanh.bench.ClientStatus;
import vn.toancanh.bench.FrameBuffer;
import vn.toancanh.bench.Ground;
import vn.toancanh.bench.MeasuredClient;
import vn.toancanh.bench.StatusFeed;
import vn.toancanh.bench.VirtualScreen;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.CameraId;
import vn.toancanh.server.streams.StreamPolicy;
import vn.toancanh.simulator.Fault;
import vn.toancanh.simulator.Simulator;

/**
 * A city whose cameras break, the client on a virtual screen, hands at it, and who holds what its tiles say against the pixels. Made, run and
 * closed on MAIN.
 */
final class HandledWall implements AutoCloseable {
    /**
     * How the wall was when nothing had been wrong for a while.
     *
     * @param notLive tiles that do not count as live
     * @param dark tiles that are kept dark, since their streams were in too many crashes
     */
    record Rest(int notLive, int dark) {}

    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SETTLE = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofMillis(50);
    private static final int LONGEST_PAUSE_MS = 2500;
    /** While the whole wall goes without pictures hands are quick, lest it be over. */
    private static final int LONGEST_HASTE_MS = 700;

    private static final String KEPT_DARK = "FAILED";

    private final Clock clock;
    private final Random random;
    private final int tiles;
    private final Deque<AutoCloseable> closing = new ArrayDeque<>();
    private final BenchCity city;
    private final MeasuredClient client;
    private final BrokenCameras broken;
    private final LatePaths paths;
    private final Mishaps mishaps;
    private final OperatorHands hands;
    private final TruthWatch truth;
    private final SenderLag lag;
    private volatile ClientStatus latest;

    /**
     * Waits until the wall is live.
     *
     * @param way by which its streams come; those through the relay through one that is a process of its own
     */
    HandledWall(Ground ground, int tiles, StreamPolicy.Way way, Random random)
            throws IOException, InterruptedException {
        this.clock = ground.clock();
        this.random = random;
        this.tiles = tiles;
        try {
            Detours detours = new Detours(clock);
            closing.push(detours);
            city = BenchCity.besideRelay(ground, CamerasOfRun.needed(tiles), way, entry -> told(entry, detours));
            closing.push(city);
            CamerasOfRun cameras = CamerasOfRun.of(city.numbers(), tiles);
            VirtualScreen screen = new VirtualScreen(WIDTH, HEIGHT);
            closing.push(screen);
            FrameBuffer pixels = screen.frameBuffer();
            closing.push(pixels);
            Fingers fingers = new Fingers(screen.display());
            closing.push(fingers);
            client = new MeasuredClient(
                    ground, city, screen.display(), tiles, List.of("--tiles", Integer.toString(tiles)));
            closing.push(client);
            client.awaitLive(clock, PATIENCE);
            if (way == StreamPolicy.Way.RELAY && city.relay().isEmpty()) {
                throw new IOException("there is no relay to be stopped");
            }
            TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
            latest = client.status().orElseThrow(() -> new IOException("the client does not answer"));
            Diary diary = new Diary();
            broken = new BrokenCameras(hammer(city.simulator()), clock, diary);
            List<Integer> detoured =
                    cameras.all().stream().filter(CamerasOfRun::detoured).toList();
            paths = new LatePaths(detoured, cameras, detours::delay, broken, diary, clock, random);
            mishaps = new Mishaps(cameras, broken, paths, HandledWall::send, diary, clock, random);
            OperatorHands.Reach reach = new OperatorHands.Reach(client, fingers, () -> latest);
            hands = new OperatorHands(reach, cameras, broken, diary, clock, random);
            lag = new SenderLag(() -> CompletableFuture.allOf(city.simulator().figures(), detours.turn()), clock);
            truth = new TruthWatch(pixels, broken, lag, Set.copyOf(cameras.all()), diary, clock, ground.err());
            closing.push(new StatusFeed(client.socket(), clock, this::take));
            hands.begin();
        } catch (IOException | InterruptedException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private static CameraEntry told(CameraEntry entry, Detours detours) {
        Integer number = entry.camera().number();
        return number != null && CamerasOfRun.detoured(number) ? detours.around(entry) : entry;
    }

    private static void send(String signal, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
    }

    private static BrokenCameras.Hammer hammer(Simulator simulator) {
        Map<Integer, CameraId> ids = new HashMap<>();
        for (CameraEntry entry : simulator.cameras()) {
            Integer number = entry.camera().number();
            if (number != null) {
                ids.put(number, entry.camera().id());
            }
        }
        return new BrokenCameras.Hammer() {
            @Override
            public void hit(int camera, Fault fault) {
                simulator.inject(of(camera), fault);
            }

            @Override
            public void heal(int camera) {
                simulator.clear(of(camera));
            }

            private CameraId of(int camera) {
                return Optional.ofNullable(ids.get(camera)).orElseThrow();
            }
        };
    }

    private void take(ClientStatus status) {
        truth.take(status);
        latest = status;
    }

    /** Breaks and handles for that long. */
    void go(Duration time) throws IOException, InterruptedException {
        long until = clock.nanos() + time.toNanos();
        long next = clock.nanos();
        while (clock.nanos() - until < 0) {
            assertRunning();
            lag.ask();
            mishaps.step(latest, relay());
            if (clock.nanos() - next >= 0) {
                if (mishaps.fellsNow()) {
                    hands.inAndOut();
                } else {
                    hands.act();
                }
                int pause = mishaps.ofAllNow() ? LONGEST_HASTE_MS : LONGEST_PAUSE_MS;
                next = clock.nanos() + random.nextInt(pause) * 1_000_000L;
            }
            TimeUnit.NANOSECONDS.sleep(STEP.toNanos());
        }
    }

    private OptionalLong relay() {
        return city.relay().map(each -> OptionalLong.of(each.pid())).orElse(OptionalLong.empty());
    }

    /** Makes all whole, brings the first page, and waits until every tile of it is live, for that long at most. */
    Rest comeToRest(Duration patience) throws IOException, InterruptedException {
        mishaps.end();
        for (int i = 0; i < 3; i++) {
            hands.back();
        }
        hands.page(1);
        TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
        long until = clock.nanos() + patience.toNanos();
        while (clock.nanos() - until < 0 && count(latest, true) < tiles) {
            assertRunning();
            TimeUnit.NANOSECONDS.sleep(STEP.toNanos());
        }
        ClientStatus last = latest;
        int dark = count(last, false);
        return new Rest(Math.max(0, tiles - count(last, true) - dark), dark);
    }

    /** Tiles that are live, or that are kept dark. */
    private static int count(ClientStatus status, boolean live) {
        return (int) status.tiles().stream()
                .filter(tile -> live ? tile.live() : tile.state().equals(KEPT_DARK))
                .count();
    }

    private void assertRunning() throws IOException {
        if (!client.running()) {
            List<String> said = client.said();
            throw new IOException("the client has ended; it said: "
                    + String.join(" | ", said.subList(Math.max(0, said.size() - 20), said.size())));
        }
    }

    OperatorHands hands() {
        return hands;
    }

    BrokenCameras broken() {
        return broken;
    }

    LatePaths paths() {
        return paths;
    }

    Mishaps mishaps() {
        return mishaps;
    }

    TruthWatch truth() {
        return truth;
    }

    SenderLag lag() {
        return lag;
    }

    @Override
    public void close() throws IOException {
        while (!closing.isEmpty()) {
            try {
                closing.pop().close();
            } catch (IOException | RuntimeException failed) {
                throw failed;
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}

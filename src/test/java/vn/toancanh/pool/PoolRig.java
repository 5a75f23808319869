package vn.toancanh.pool;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.control.Order;
import vn.toancanh.control.Word;
import vn.toancanh.frames.StripFolder;
import vn.toancanh.live.PlayRequest;
import vn.toancanh.live.Player;
import vn.toancanh.live.StreamStatistics;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.MediaTransport;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamGrant;
import vn.toancanh.model.StreamRole;

/** A pool with fakes on all sides whose owners open again at once what a worker's fall took from them. */
final class PoolRig {
    static final Word.Delivery DELIVERY = new Word.Delivery(MediaTransport.UDP, 15, 14.5, 240L, true, false, false, 0);
    static final Duration BEAT = Duration.ofMillis(250);

    /** One camera's tile. */
    final class Tile implements Player.Listener {
        final int camera;
        Player player;
        int falls;
        boolean quarantined;
        boolean wasQuarantined;
        Failure.@Nullable Kind end;

        Tile(int camera) {
            this.camera = camera;
            this.player = open();
        }

        private Player open() {
            StreamGrant grant = new StreamGrant(
                    "g",
                    new CameraId("c" + camera),
                    StreamRole.SUB,
                    URI.create("rtsp://cameras/" + camera),
                    null,
                    null,
                    List.of(),
                    Instant.MAX,
                    Instant.MAX);
            return pool.open(new PlayRequest(1, "camera " + camera, grant, new PixelSize(64, 36)), this);
        }

        @Override
        public void statistics(StreamStatistics statistics) {}

        @Override
        public void quarantined(boolean told) {
            quarantined = told;
            wasQuarantined |= told;
        }

        @Override
        public void failed(Failure failure) {
            quarantined = false;
            if (failure.kind() == Failure.Kind.WORKER) {
                falls++;
                player.close();
                player = open();
            } else {
                end = failure.kind();
            }
        }
    }

    final ManualClock clock = new ManualClock();
    final ManualLane lane = new ManualLane(clock);
    final FakeWorkers workers = new FakeWorkers();
    final DecoderPool pool;
    final Map<Integer, Tile> tiles = new HashMap<>();
    private final Map<FakeWorkers.Fake, Integer> counted = new HashMap<>();
    /** Orders upon which a worker dies. */
    Predicate<Order.Open> poison = open -> false;

    PoolRig(Path shared, PoolOptions options) {
        this(shared, options, Duration.ZERO);
    }

    PoolRig(Path shared, PoolOptions options, Duration sparesAfter) {
        pool = new DecoderPool(lane, lane, clock, new StripFolder(List.of(shared)), workers, options, new Random(1));
        pool.warmUp(sparesAfter);
        lane.runReady();
        live(Duration.ofMillis(500));
    }

    void play(int from, int to) {
        for (int camera = from; camera <= to; camera++) {
            tiles.put(camera, new Tile(camera));
            lane.runReady();
        }
        live(BEAT);
    }

    Tile tile(int camera) {
        return Objects.requireNonNull(tiles.get(camera));
    }

    /** Time passes; workers greet, answer and decode, but for those that are silent. */
    void live(Duration by) {
        for (long passed = 0; passed < by.toMillis(); passed += BEAT.toMillis()) {
            List.copyOf(workers.all).stream()
                    .filter(fake -> !fake.killed && !fake.silent)
                    .forEach(this::speak);
            lane.advance(BEAT);
        }
    }

    private void speak(FakeWorkers.Fake fake) {
        int beats = counted.merge(fake, 1, Integer::sum);
        if (beats == 1) {
            fake.hello();
        } else if (fake.opened().stream().anyMatch(open -> poison.test(open) && plays(fake, open.id()))) {
            fake.die();
        } else {
            fake.ears.heard(new Word.Pong(beats, 0, 0));
            fake.ears.heard(statistics(fake, 1000, beats));
        }
        lane.runReady();
    }

    static Word.Statistics statistics(FakeWorkers.Fake fake, long memoryKb, int decoded) {
        List<Word.Stream> streams = fake.opened().stream()
                .filter(open -> plays(fake, open.id()))
                .map(open -> new Word.Stream(open.id(), "H264", 640, 360, 400, 10, decoded, 0, 0, 1, 0, DELIVERY))
                .toList();
        return new Word.Statistics(1, memoryKb, 0, streams);
    }

    static boolean plays(FakeWorkers.Fake fake, int id) {
        return !fake.orders.contains(new Order.Close(id));
    }

    /** The living worker that plays a camera. */
    FakeWorkers.Fake workerOf(int camera) {
        return workers.all.reversed().stream()
                .filter(fake -> !fake.killed)
                .filter(fake -> fake.opened().stream()
                        .anyMatch(open -> open.uri().endsWith("/" + camera) && plays(fake, open.id())))
                .findFirst()
                .orElseThrow();
    }

    /** How many processes live. */
    long living() {
        return workers.all.stream().filter(fake -> !fake.killed).count();
    }
}

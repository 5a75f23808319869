package vn.toancanh.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import vn.toancanh.base.Clock;
import vn.toancanh.server.streams.StreamPolicy;

/**
 * A city, a virtual screen, and the client on it with every tile live, watched from two sides: by what the client says of
 * itself and by the pixels it shows. Made, read and closed on MAIN.
 */
final class WatchedWall implements AutoCloseable {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SETTLE = Duration.ofSeconds(5);
    /** Three looks a picture of a stream of 15 a second. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final BenchCity city;
    private final VirtualScreen screen;
    private final FrameBuffer pixels;
    private final MeasuredClient client;
    private final Clock clock;
    private final PrintStream err;
    private final Map<Integer, TileRecord> records = new LinkedHashMap<>();
    private final Map<Integer, Integer> places = new TreeMap<>();
    private final WallProbe probe;
    private final StatusFeed feed;
    private volatile ClientStatus latest;
    private volatile long stallMsMax;

    /**
     * Waits until the wall is live.
     *
     * @param way by which its streams come
     * @throws IOException where not every tile comes to be live
     */
    WatchedWall(Ground ground, int tiles, StreamPolicy.Way way) throws IOException, InterruptedException {
        clock = ground.clock();
        err = ground.err();
        city = BenchCity.whole(ground, tiles, way);
        screen = new VirtualScreen(WIDTH, HEIGHT);
        pixels = screen.frameBuffer();
        client = new MeasuredClient(ground, city, screen.display(), tiles);
        List<WallProbe.Spot> spots = begin(tiles);
        for (int i = 0; i < spots.size(); i++) {
            records.put(spots.get(i).camera(), new TileRecord());
            places.put(spots.get(i).camera(), i);
        }
        latest = client.status().orElseThrow(() -> new IOException("the client does not answer"));
        probe = new WallProbe(pixels, spots, clock, LOOK_EVERY);
        feed = new StatusFeed(client.socket(), clock, this::take);
    }

    private List<WallProbe.Spot> begin(int tiles) throws IOException, InterruptedException {
        try {
            client.awaitLive(clock, PATIENCE);
            TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
            List<WallProbe.Spot> spots = client.awaitLive(clock, PATIENCE);
            if (spots.stream().mapToInt(WallProbe.Spot::camera).distinct().count() != tiles) {
                throw new IOException("each tile was to show a camera of its own");
            }
            return spots;
        } catch (IOException | InterruptedException failed) {
            client.close();
            screen.close();
            city.close();
            throw failed;
        }
    }

    private void take(ClientStatus status) {
        for (ClientStatus.Tile tile : status.tiles()) {
            TileRecord record = records.get(tile.camera());
            Integer place = places.get(tile.camera());
            if (record == null || place == null) {
                continue;
            }
            if (tile.spot().width() > 0) {
                probe.place(place, tile.spot());
            }
            WallProbe.Move move = probe.lastMove(place);
            record.moved(move.nanos(), move.ageNanos());
            record.spoilt(probe.lastSpoiltNanos(place));
            int lied = record.lies();
            boolean alarm = record.said(status.nanos(), tile.state());
            if (record.lies() > lied) {
                tell(tile, record, status.nanos(), "is a lie");
            }
            if (alarm) {
                tell(tile, record, status.nanos(), "has no cause");
            }
        }
        stallMsMax = Math.max(stallMsMax, status.stallMs());
        latest = status;
    }

    private void tell(ClientStatus.Tile tile, TileRecord record, long nanos, String what) {
        err.println("drill: camera " + tile.camera() + ": what it says " + what + ": " + tile.state() + " " + tile.why()
                + "; before: " + record.diary(nanos));
    }

    BenchCity city() {
        return city;
    }

    MeasuredClient client() {
        return client;
    }

    /** Each tile's record by its camera's number, in the order of the wall. */
    Map<Integer, TileRecord> records() {
        return records;
    }

    /** The newest report. */
    ClientStatus latest() {
        return latest;
    }

    /** The longest stall of the thread that paints, since {@link #forgetStalls()}, milliseconds. */
    long stallMsMax() {
        return stallMsMax;
    }

    /** How long the pixels were not looked at, at most, milliseconds. */
    long blindMsMax() {
        return probe.blindNanosMax() / 1_000_000;
    }

    void forgetStalls() {
        stallMsMax = 0;
    }

    /** The same of those tiles only that are whole and live. */
    Map<Integer, Integer> missedOfCalm() {
        Map<Integer, Integer> missed = missed();
        long now = clock.nanos();
        records.forEach((camera, record) -> {
            if (!record.calm(now, FaultThrow.STEADY)) {
                missed.remove(camera);
            }
        });
        return missed;
    }

    /** Pictures that tiles did not show between two that they did, by camera. */
    Map<Integer, Integer> missed() {
        Map<Integer, Integer> missed = new TreeMap<>();
        places.forEach((camera, place) -> missed.put(camera, probe.missed(place)));
        return missed;
    }

    /** When pictures were left out of late. */
    Losses losses() {
        return probe.losses();
    }

    /** Pictures that tiles may have shown while nobody looked, by camera. */
    Map<Integer, Integer> unseen() {
        Map<Integer, Integer> unseen = new TreeMap<>();
        places.forEach((camera, place) -> unseen.put(camera, probe.unseen(place)));
        return unseen;
    }

    /** @throws IOException where the client has ended */
    void assertRunning() throws IOException {
        if (!client.running()) {
            List<String> said = client.said();
            throw new IOException("the client has ended; it said: "
                    + String.join(" | ", said.subList(Math.max(0, said.size() - 20), said.size())));
        }
    }

    /** All cameras on the wall. */
    List<Integer> cameras() {
        return new ArrayList<>(records.keySet());
    }

    /** Ends the client; the city stays, with what the client left in its folder. */
    void endClient() {
        feed.close();
        probe.close();
        client.close();
    }

    @Override
    public void close() throws IOException {
        endClient();
        pixels.close();
        screen.close();
        city.close();
    }
}

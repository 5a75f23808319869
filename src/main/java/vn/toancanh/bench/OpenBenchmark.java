package vn.toancanh.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Clock;
import vn.toancanh.model.StreamRole;
import vn.toancanh.simulator.strip.Schedule;

/**
 * {@code open}: from the wish for a camera to its first picture on the screen, beside all other tiles: cold, from a stream that
 * is received already, and a whole wall of these at once; and how long ffplay and mpv take for the same streams.
 */
final class OpenBenchmark implements Benchmark {
    private static final int PEER_WIDTH = 640;
    private static final int PEER_HEIGHT = 360;
    private static final Duration SETTLE = Duration.ofSeconds(6);
    private static final long MOST_AFTER_KEY = 100;
    private static final long MOST_WARM = 60;
    private static final long MOST_WHOLE_WALL = 1500;
    private static final Duration LONGEST = Duration.ofSeconds(12);
    /** A stream that is received has a key frame by then. */
    private static final Duration FILLED = Duration.ofMillis(2600);
    /** So long before a key frame everybody is asked, so that waiting for one is the same for all. */
    private static final Duration BEFORE_KEY = Duration.ofSeconds(1);

    @Override
    public String name() {
        return "open";
    }

    @Override
    public List<Option> options() {
        return List.of(Option.whole("--tiles", 36, 1, 99), Option.whole("--times", 10, 1, 1000));
    }

    @Override
    public int run(Ground ground, Arguments given) throws Exception {
        int tiles = given.get("--tiles");
        int times = given.get("--times");
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bench", name());
        figures.put("tiles", tiles);
        figures.put("times", times);
        figures.put("unseen", 0);
        try (BenchCity city = new BenchCity(ground, 2 * tiles + times)) {
            ours(ground, city, tiles, times, figures);
            peers(ground, city, times, figures);
            compare(figures);
        }
        Targets targets = new Targets();
        targets.atMost("unseen", number(figures, "unseen"), 0);
        targets.atMost("afterKeyFrameMsP95", number(figures, "afterKeyFrameMsP95"), MOST_AFTER_KEY);
        targets.atMost("warmMsP95", number(figures, "warmMsP95"), MOST_WARM);
        targets.atMost("allLiveMs", number(figures, "allLiveMs"), MOST_WHOLE_WALL);
        figures.put("missed", targets.missed());
        ground.out().println(new JsonMapper().writeValueAsString(figures));
        return targets.missed().isEmpty() ? 0 : 1;
    }

    /** Rounded up: what is over by a little is over. */
    private static long number(Map<String, Object> figures, String name) {
        return (long) Math.ceil(((Number) figures.getOrDefault(name, Long.MAX_VALUE)).doubleValue());
    }

    /** What took longer than anybody waited for counts with that wait, and is told. */
    private static long seenAt(OptionalLong seen, long asked, Map<String, Object> figures) {
        if (seen.isEmpty()) {
            figures.merge("unseen", 1, (some, one) -> (Integer) some + (Integer) one);
        }
        return seen.orElse(asked + LONGEST.toNanos());
    }

    private static void ours(Ground ground, BenchCity city, int tiles, int times, Map<String, Object> figures)
            throws IOException, InterruptedException {
        try (ShownWall wall = new ShownWall(ground, city, tiles)) {
            List<Integer> numbers = city.numbers();
            List<Integer> others = numbers.subList(2 * tiles, 2 * tiles + times);
            cold(ground, wall.client(), wall.watch(), others, tiles, figures);
            warm(ground, wall.client(), wall.watch(), others, tiles, figures);
            wholeWall(ground, wall.client(), wall.watch(), numbers.subList(tiles, 2 * tiles), figures);
        }
    }

    private static void cold(
            Ground ground,
            MeasuredClient client,
            CameraWatch watch,
            List<Integer> others,
            int tiles,
            Map<String, Object> figures)
            throws IOException, InterruptedException {
        Clock clock = ground.clock();
        Percentiles cold = new Percentiles();
        Percentiles afterKey = new Percentiles();
        for (int camera : others) {
            awaitBeforeKey(clock, camera);
            long asked = clock.nanos();
            client.ask("put " + tiles + " " + camera);
            OptionalLong seen = watch.awaitAll(List.of(camera), LONGEST);
            long at = seenAt(seen, asked, figures);
            cold.add((at - asked) / 1e6);
            afterKey.add((at - (seen.isPresent() ? keyBefore(camera, watch.firstCount(camera)) : asked)) / 1e6);
        }
        ground.err().println("bench: cold " + cold.at(0.5) + " ms, after the key frame " + afterKey.at(0.5) + " ms");
        figures.put("coldMsP50", LiveBenchmark.rounded(cold.at(0.5)));
        figures.put("afterKeyFrameMsP50", LiveBenchmark.rounded(afterKey.at(0.5)));
        figures.put("afterKeyFrameMsP95", LiveBenchmark.rounded(afterKey.at(0.95)));
        figures.put("coldOpened", cold.count());
    }

    private static void warm(
            Ground ground,
            MeasuredClient client,
            CameraWatch watch,
            List<Integer> cameras,
            int tiles,
            Map<String, Object> figures)
            throws IOException, InterruptedException {
        Clock clock = ground.clock();
        Random random = new Random(1);
        Percentiles warm = new Percentiles();
        for (int camera : cameras) {
            client.ask("clear " + tiles);
            client.ask("cool");
            client.ask("expect " + camera);
            TimeUnit.NANOSECONDS.sleep(FILLED.toNanos() + random.nextInt(2_000_000_000));
            watch.forget(List.of(camera));
            long asked = clock.nanos();
            client.ask("put " + tiles + " " + camera);
            warm.add((seenAt(watch.awaitAll(List.of(camera), LONGEST), asked, figures) - asked) / 1e6);
        }
        ground.err().println("bench: warm " + warm.at(0.5) + " ms, slowest " + warm.at(1));
        figures.put("warmMsP50", LiveBenchmark.rounded(warm.at(0.5)));
        figures.put("warmMsP95", LiveBenchmark.rounded(warm.at(0.95)));
        figures.put("warmOpened", warm.count());
    }

    private static void wholeWall(
            Ground ground, MeasuredClient client, CameraWatch watch, List<Integer> next, Map<String, Object> figures)
            throws IOException, InterruptedException {
        client.ask("cool");
        client.ask("expect " + words(next));
        TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
        watch.forget(next);
        long asked = ground.clock().nanos();
        client.ask("show " + words(next));
        OptionalLong all = watch.awaitAll(next, LONGEST);
        double millis = (seenAt(all, asked, figures) - asked) / 1e6;
        ground.err().println("bench: a whole wall " + millis + " ms");
        figures.put("allLiveMs", LiveBenchmark.rounded(millis));
    }

    private static void peers(Ground ground, BenchCity city, int times, Map<String, Object> figures)
            throws IOException, InterruptedException {
        List<Peer> peers = List.of(new Peer("ffplay", PeerProcesses::ffplay), new Peer("mpv", PeerProcesses::mpv));
        for (Peer peer : peers) {
            Percentiles all = new Percentiles();
            for (int i = 0; i < times; i++) {
                peer.open(ground.clock(), city.numbers().get(i), city.stream(i)).ifPresent(all::add);
            }
            ground.err().println("bench: " + peer.name + " " + all.at(0.5) + " ms");
            figures.put(peer.name + "MsP50", all.count() == 0 ? -1 : LiveBenchmark.rounded(all.at(0.5)));
        }
    }

    private static void compare(Map<String, Object> figures) {
        double ours = ((Number) figures.getOrDefault("coldMsP50", 0)).doubleValue();
        for (String[] pair : new String[][] {{"ffplayMsP50", "ratioToFfplay"}, {"mpvMsP50", "ratioToMpv"}}) {
            double theirs = ((Number) figures.getOrDefault(pair[0], 0)).doubleValue();
            figures.put(pair[1], theirs > 0 ? LiveBenchmark.rounded(ours / theirs) : -1);
        }
    }

    /** Another maker's player. */
    private record Peer(String name, Starter starter) {
        /** Starts it. */
        interface Starter {
            PeerProcesses start(URI stream, String display, int width, int height) throws IOException;
        }

        /** Milliseconds from its start to its first picture, on a screen of its own; empty where none came. */
        java.util.Optional<Double> open(Clock clock, int camera, URI stream) throws IOException, InterruptedException {
            List<WallProbe.Spot> place = List.of(new WallProbe.Spot(camera, 0, 0, PEER_WIDTH, PEER_HEIGHT));
            try (VirtualScreen screen = new VirtualScreen(PEER_WIDTH, PEER_HEIGHT);
                    FrameBuffer pixels = screen.frameBuffer();
                    CameraWatch watch = new CameraWatch(pixels, place, clock)) {
                awaitBeforeKey(clock, camera);
                long asked = clock.nanos();
                try (PeerProcesses player = starter.start(stream, screen.display(), PEER_WIDTH, PEER_HEIGHT)) {
                    OptionalLong seen = watch.awaitAll(List.of(camera), LONGEST);
                    return seen.isPresent() && !player.handles().isEmpty()
                            ? java.util.Optional.of((seen.getAsLong() - asked) / 1e6)
                            : java.util.Optional.empty();
                }
            }
        }
    }

    private static void awaitBeforeKey(Clock clock, int camera) throws InterruptedException {
        int interval = Schedule.keyInterval(StreamRole.SUB);
        long count = Schedule.STANDARD.countAt(camera, StreamRole.SUB, clock.nanos() + BEFORE_KEY.toNanos());
        long key = (Math.floorDiv(count, (long) interval) + 1) * interval;
        long at = Schedule.STANDARD.dueNanos(camera, StreamRole.SUB, key) - BEFORE_KEY.toNanos();
        TimeUnit.NANOSECONDS.sleep(Math.max(0, at - clock.nanos()));
    }

    /** When the key frame at or before that picture was due. */
    private static long keyBefore(int camera, long count) {
        int interval = Schedule.keyInterval(StreamRole.SUB);
        return Schedule.STANDARD.dueNanos(camera, StreamRole.SUB, Math.floorDiv(count, (long) interval) * interval);
    }

    static String words(List<Integer> numbers) {
        List<String> words = new ArrayList<>();
        numbers.forEach(number -> words.add(number.toString()));
        return String.join(" ", words);
    }
}

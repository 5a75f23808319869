package vn.toancanh.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.layouts.CameraNumbers;
import vn.toancanh.layouts.LayoutWriter;
import vn.toancanh.layouts.WallText;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallEdits;
import vn.toancanh.wall.WallState;

/**
 * {@code layout}: a plan for a wall of four monitors; pictures that cameras lose which stay on a wall while a file is applied by
 * {@code ./wall layout apply}, beside what they lose while the file is only planned; and from the start of a client that was killed
 * until its wall stands again, pictures aside.
 */
final class LayoutBenchmark implements Benchmark {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration SETTLE = Duration.ofSeconds(6);
    private static final Duration WINDOW = Duration.ofSeconds(5);
    /** A client tells for two seconds how long its painting was held up. */
    private static final Duration HALF = Duration.ofMillis(1500);

    private static final long PLAN_TARGET_US = 5000;
    private static final long RESTORE_TARGET_MS = 3000;

    @Override
    public String name() {
        return "layout";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.whole("--tiles", 36, 1, 100),
                Option.whole("--shared", 30, 1, 100),
                Option.whole("--times", 3, 1, 1000),
                Option.whole("--plans", 1000, 1, 100_000));
    }

    @Override
    public int run(Ground ground, Arguments given) throws Exception {
        int tiles = given.get("--tiles");
        int shared = Math.min(given.get("--shared"), tiles);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bench", name());
        Targets targets = new Targets();
        PlanTiming plans = new PlanTiming();
        plans.measure(ground.clock(), given.get("--plans"));
        targets.atMost("planMs", Math.round(plans.into(figures) * 1000), PLAN_TARGET_US);
        ground.err().println("bench: " + figures);
        figures.put("tiles", tiles);
        figures.put("shared", shared);
        figures.put("times", given.get("--times"));
        try (BenchCity city = new BenchCity(ground, 2 * tiles - shared)) {
            int lost = new Seat(ground, city, tiles, shared).measure(given.get("--times"), figures);
            targets.atMost("framesLostByShared", lost, 0);
            targets.atMost("restoreMs", restore(ground, city, tiles, given.get("--times"), figures), RESTORE_TARGET_MS);
        }
        figures.put("missed", targets.missed());
        ground.out().println(new JsonMapper().writeValueAsString(figures));
        return targets.status();
    }

    /**
     * What became of pictures of cameras that stay.
     *
     * @param lost not shown
     * @param unseen may have been shown while this process did not look
     * @param blindMs for how long it did not look at most
     * @param stallMs for how long nothing was painted at most
     */
    private record Loss(int lost, int unseen, long blindMs, long stallMs) {
        static final Loss NONE = new Loss(0, 0, 0, 0);

        Loss and(Loss other) {
            return new Loss(
                    lost + other.lost,
                    unseen + other.unseen,
                    Math.max(blindMs, other.blindMs),
                    Math.max(stallMs, other.stallMs));
        }
    }

    /** The client that shows two layouts in turn. */
    private record Seat(Ground ground, BenchCity city, int tiles, int shared) {
        /** Pictures that the cameras that stay lost in all. */
        int measure(int times, Map<String, Object> figures) throws IOException, InterruptedException {
            List<Integer> one = city.numbers().subList(0, tiles);
            List<Integer> staying = one.subList(tiles - shared, tiles);
            List<Integer> other = new ArrayList<>(
                    city.numbers().subList(tiles - shared, city.numbers().size()));
            Collections.shuffle(other, new Random(1));
            Path first = file("mot.yaml", one);
            Path second = file("hai.yaml", other);
            Loss planned = Loss.NONE;
            Loss applied = Loss.NONE;
            Percentiles took = new Percentiles();
            try (ShownWall wall = new ShownWall(ground, city, tiles)) {
                for (int i = 0; i < times; i++) {
                    layout(wall.client(), "apply", first);
                    TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
                    planned = planned.and(lossWhile(wall, staying, "plan", second, new Percentiles()));
                    Loss loss = lossWhile(wall, staying, "apply", second, took);
                    ground.err().println("bench: pictures of cameras that stay " + loss);
                    applied = applied.and(loss);
                }
                wall.client().kill();
            }
            figures.put("framesLostByShared", applied.lost());
            figures.put("framesUnseen", applied.unseen());
            figures.put("blindMsMax", applied.blindMs());
            figures.put("stallMsMax", applied.stallMs());
            figures.put("framesLostWhilePlanned", planned.lost());
            figures.put("stallMsMaxWhilePlanned", planned.stallMs());
            figures.put("commandMsP50", LiveBenchmark.rounded(took.at(0.5)));
            return applied.lost();
        }

        private Loss lossWhile(ShownWall wall, List<Integer> staying, String verb, Path file, Percentiles took)
                throws IOException, InterruptedException {
            long begun = ground.clock().nanos();
            wall.watch().restart();
            layout(wall.client(), verb, file);
            took.add((ground.clock().nanos() - begun) / 1e6);
            TimeUnit.NANOSECONDS.sleep(HALF.toNanos());
            long stalled = wall.client().status().map(ClientStatus::stallMs).orElse(0L);
            TimeUnit.NANOSECONDS.sleep(WINDOW.minus(HALF).toNanos());
            CameraWatch watch = wall.watch();
            return new Loss(watch.missed(staying), watch.unseen(staying), watch.blindNanosMax() / 1_000_000, stalled);
        }

        private static void layout(MeasuredClient client, String verb, Path file)
                throws IOException, InterruptedException {
            int status = client.command(List.of("layout", verb, file.toString()));
            if (status != 0) {
                throw new IOException("layout " + verb + " ended with " + status);
            }
        }

        private Path file(String name, List<Integer> cameras) throws IOException {
            List<CellContent> shown = cameras.stream()
                    .<CellContent>map(number -> new CellContent.OfCamera(CameraNumbers.id(number), StreamChoice.AUTO))
                    .toList();
            WallState wall = WallEdits.fill(WallState.empty(GridShape.fitting(tiles, 16 / 9.0)), 0, shown);
            return Files.writeString(
                    city.folder().resolve(name),
                    LayoutWriter.write(WallText.of(name, Layout.Scope.PRIVATE, List.of(wall.layout()))));
        }
    }

    /** The median from the start of the process until every tile that stood there stands there again, milliseconds. */
    private static long restore(Ground ground, BenchCity city, int tiles, int times, Map<String, Object> figures)
            throws IOException, InterruptedException {
        Percentiles took = new Percentiles();
        try (VirtualScreen screen = new VirtualScreen(1920, 1080)) {
            for (int i = 0; i < times; i++) {
                // No tiles are asked for: what comes is the wall of last time.
                try (MeasuredClient client = new MeasuredClient(ground, city, screen.display(), 0)) {
                    long placed = client.awaitPlaced(ground.clock(), PATIENCE, tiles);
                    took.add((double) placed);
                    ground.err().println("bench: " + tiles + " tiles are back after " + placed + " ms");
                    TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
                    client.kill();
                }
            }
        }
        long median = Math.round(took.at(0.5));
        figures.put("restoreTiles", tiles);
        figures.put("restoreMs", median);
        figures.put("restoreMsMost", Math.round(took.at(1)));
        return median;
    }
}

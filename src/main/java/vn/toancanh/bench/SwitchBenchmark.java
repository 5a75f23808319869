package vn.toancanh.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code switch}: from one layout to another that shares most of its cameras, all at other places: pictures that the shared
 * ones lose, and the time until every tile shows its camera, beside opening the same layout cold.
 */
final class SwitchBenchmark implements Benchmark {
    private static final Duration SETTLE = Duration.ofSeconds(6);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Duration WINDOW = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "switch";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.whole("--tiles", 36, 1, 100),
                Option.whole("--shared", 30, 1, 100),
                Option.whole("--times", 3, 1, 1000));
    }

    @Override
    public int run(Ground ground, Arguments given) throws Exception {
        int tiles = given.get("--tiles");
        int shared = Math.min(given.get("--shared"), tiles);
        try (BenchCity city = new BenchCity(ground, 2 * tiles - shared);
                ShownWall wall = new ShownWall(ground, city, tiles)) {
            Rehearsal rehearsal = new Rehearsal(ground, wall.client(), wall.watch(), city.numbers(), tiles, shared);
            Map<String, Object> figures = rehearsal.figures(name(), given.get("--times"));
            Targets targets = new Targets();
            targets.atMost("framesLostByShared", ((Integer) figures.getOrDefault("framesLostByShared", 1)), 0);
            targets.atMost("unseen", ((Integer) figures.getOrDefault("unseen", 1)), 0);
            figures.put("missed", targets.missed());
            ground.out().println(new JsonMapper().writeValueAsString(figures));
            return targets.missed().isEmpty() ? 0 : 1;
        }
    }

    private record Rehearsal(
            Ground ground, MeasuredClient client, CameraWatch watch, List<Integer> numbers, int tiles, int shared) {
        Map<String, Object> figures(String name, int times) throws IOException, InterruptedException {
            List<Integer> one = numbers.subList(0, tiles);
            List<Integer> staying = one.subList(tiles - shared, tiles);
            List<Integer> other = new ArrayList<>(numbers.subList(tiles - shared, numbers.size()));
            Collections.shuffle(other, new Random(1));
            List<Integer> coming =
                    other.stream().filter(camera -> !staying.contains(camera)).toList();
            watch.restart();
            TimeUnit.NANOSECONDS.sleep(WINDOW.toNanos());
            int usual = watch.missed(staying);
            Percentiles switched = new Percentiles();
            Percentiles cold = new Percentiles();
            int lost = 0;
            int unseen = 0;
            for (int i = 0; i < times; i++) {
                show(one);
                client.ask("cool");
                TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
                watch.restart();
                TimeUnit.NANOSECONDS.sleep(Duration.ofSeconds(1).toNanos());
                unseen += millis(other, coming, switched);
                TimeUnit.NANOSECONDS.sleep(
                        WINDOW.toNanos() - Duration.ofSeconds(1).toNanos());
                lost += watch.missed(staying);
                client.ask("show");
                client.ask("cool");
                TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
                unseen += millis(other, other, cold);
            }
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("bench", name);
            figures.put("tiles", tiles);
            figures.put("shared", shared);
            figures.put("times", times);
            figures.put("unseen", unseen);
            figures.put("framesLostByShared", lost);
            figures.put("framesLostWithoutSwitch", usual * times);
            figures.put("allLiveMs", LiveBenchmark.rounded(switched.at(0.5)));
            figures.put("coldAllLiveMs", LiveBenchmark.rounded(cold.at(0.5)));
            figures.put("ratioToCold", LiveBenchmark.rounded(switched.at(0.5) / cold.at(0.5)));
            return figures;
        }

        private void show(List<Integer> cameras) throws IOException {
            client.ask("show " + OpenBenchmark.words(cameras));
        }

        /** How many waits were given up; each counts as long as it lasted. */
        private int millis(List<Integer> layout, List<Integer> awaited, Percentiles into)
                throws IOException, InterruptedException {
            watch.forget(awaited);
            long asked = ground.clock().nanos();
            show(layout);
            OptionalLong all = watch.awaitAll(awaited, LONGEST);
            ground.err().println("bench: all there after " + (all.orElse(-1) - asked) / 1e6 + " ms");
            into.add((all.orElse(asked + LONGEST.toNanos()) - asked) / 1e6);
            return all.isPresent() ? 0 : 1;
        }
    }
}

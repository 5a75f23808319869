package vn.toancanh.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Clock;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.desk.PaletteDesk;

/**
 * {@code palette}: words are typed into the command palette letter by letter over the cameras of a city: how long from a keystroke
 * until its lines are known on DESK, by way of COMPUTE; painting them comes on top.
 */
final class PaletteBenchmark implements Benchmark {
    private static final long TARGET_MS = 16;

    /** As people type: numbers, places, streets without tone marks and as Telex keys, commands, and what is nowhere. */
    private static final List<String> TYPED = List.of(
            "12045",
            "40210",
            "nga tu so 1",
            "nga tu so 31999",
            "ngax tuw soos 77",
            "phuong 12",
            "phuowngf 126 nga",
            "giao thong",
            "chia o 6",
            "khong co o dau ca");

    @Override
    public String name() {
        return "palette";
    }

    @Override
    public List<Option> options() {
        return List.of(Option.whole("--cameras", 40_210, 1000, 200_000), Option.whole("--rounds", 20, 1, 1000));
    }

    @Override
    public int run(Ground ground, Arguments given) throws Exception {
        int cameras = given.get("--cameras");
        Percentiles all = new Percentiles();
        ThreadLane desk = new ThreadLane("DESK");
        ThreadLane compute = new ThreadLane("COMPUTE");
        try {
            PaletteDesk palette = PaletteCity.open(desk, compute, cameras);
            ground.err().println("bench: " + cameras + " cameras…");
            // Once for the machine to warm up, as it is after a minute at the desk.
            type(palette, desk, ground.clock(), new Percentiles());
            for (int round = 0; round < given.get("--rounds"); round++) {
                type(palette, desk, ground.clock(), all);
            }
        } finally {
            compute.close();
            desk.close();
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bench", name());
        figures.put("cameras", cameras);
        figures.put("keystrokes", all.count());
        figures.put("keystrokeMsP50", rounded(all.at(0.5)));
        figures.put("keystrokeMsP99", rounded(all.at(0.99)));
        figures.put("keystrokeMsMost", rounded(all.at(1)));
        Targets targets = new Targets();
        targets.atMost("keystrokeMsP99", Math.round(all.at(0.99) * 10), TARGET_MS * 10);
        figures.put("missed", targets.missed());
        ground.out().println(new JsonMapper().writeValueAsString(figures));
        return targets.missed().isEmpty() ? 0 : 1;
    }

    private static double rounded(double millis) {
        return Math.round(millis * 100) / 100.0;
    }

    private static void type(PaletteDesk palette, ThreadLane desk, Clock clock, Percentiles into) throws Exception {
        for (String words : TYPED) {
            for (int length = 1; length <= words.length(); length++) {
                String typed = words.substring(0, length);
                CompletableFuture<Long> listed = new CompletableFuture<>();
                long begun = clock.nanos();
                desk.execute(() -> palette.search(typed, listing -> listed.complete(clock.nanos())));
                into.add((listed.get() - begun) / 1e6);
            }
        }
    }
}

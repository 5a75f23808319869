package vn.toancanh.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.bench.fuzz.Fall;
import vn.toancanh.bench.fuzz.Fuzzing;
import vn.toancanh.bench.fuzz.Spoiled;
import vn.toancanh.bench.fuzz.Subject;
import vn.toancanh.bench.fuzz.Tally;

/**
 * {@code fuzz}: sessions with servers that are wrong in one way each, by the million, without a network; then coded pictures
 * that are wrong, in real decoder workers. Does the code ever throw, go round in circles or take more memory than it may?
 */
final class FuzzDrill implements Drill {
    private static final long TELL_NANOS = 10_000_000_000L;

    @Override
    public String name() {
        return "fuzz";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.whole("--cases", 1_000_000, 0, 1_000_000_000),
                Option.whole("--pictures", 20_000, 0, 10_000_000),
                Option.whole("--seed", 1, 0, Integer.MAX_VALUE),
                Option.whole("--first", 0, 0, 1_000_000_000));
    }

    @Override
    public int run(Ground ground, Arguments given) throws Exception {
        long begun = ground.clock().nanos();
        long cases = (long) given.number("--cases");
        long seed = (long) given.number("--seed");
        Fuzzing fuzzing = new Fuzzing(Subject.Maker.REHEARSAL, ground.clock(), Fuzzing.PATIENCE, seed);
        int threads = Runtime.getRuntime().availableProcessors();
        Tally tally = fuzzing.run((long) given.number("--first"), cases, threads, teller(ground, cases));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("drill", name());
        figures.put("seed", seed);
        figures.putAll(told(tally));
        figures.put("sessionSeconds", seconds(ground, begun));
        long pictures = (long) given.number("--pictures");
        List<String> decoderFalls = List.of();
        if (pictures > 0) {
            DecoderTrial trial = new DecoderTrial(ground, pictures, seed);
            decoderFalls = trial.run();
            figures.putAll(trial.figures());
            figures.put("falls", tally.falls() + decoderFalls.size());
        }
        figures.put("seconds", seconds(ground, begun));
        List<String> missed = missed(tally, decoderFalls, cases);
        figures.put("missed", missed);
        ground.out().println(new JsonMapper().writeValueAsString(figures));
        return missed.isEmpty() ? 0 : 1;
    }

    private static long seconds(Ground ground, long since) {
        return (ground.clock().nanos() - since) / 1_000_000_000L;
    }

    private static Consumer<Tally> teller(Ground ground, long cases) {
        long[] next = {ground.clock().nanos() + TELL_NANOS};
        return tally -> {
            if (ground.clock().nanos() - next[0] >= 0) {
                next[0] += TELL_NANOS;
                ground.err()
                        .println("drill: " + tally.cases() + " of " + cases + " cases, " + tally.falls() + " falls, "
                                + tally.capBreaches() + " breaches of caps");
            }
        };
    }

    private static Map<String, Object> told(Tally tally) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("cases", tally.cases());
        figures.put("falls", tally.falls());
        figures.put("capBreaches", tally.capBreaches());
        figures.put("played", tally.played());
        figures.put("units", tally.units());
        figures.put("mostStepBytes", tally.mostStepBytes());
        Map<String, Long> perKind = new LinkedHashMap<>();
        for (Map.Entry<Spoiled, Long> each : tally.perKind().entrySet()) {
            perKind.put(each.getKey().name(), each.getValue());
        }
        figures.put("perKind", perKind);
        List<String> found = new ArrayList<>();
        for (Fall fall : tally.found()) {
            found.add(fall.number() + " " + fall.spoiled() + " " + fall.kind() + ": " + fall.detail());
        }
        figures.put("found", found);
        return figures;
    }

    /** Names of the targets that were not met. */
    private static List<String> missed(Tally tally, List<String> decoderFalls, long cases) {
        Targets targets = new Targets();
        targets.atMost("cases", cases - tally.cases(), 0);
        targets.atMost("falls", tally.falls() + decoderFalls.size(), 0);
        targets.atMost("capBreaches", tally.capBreaches(), 0);
        return targets.missed();
    }
}

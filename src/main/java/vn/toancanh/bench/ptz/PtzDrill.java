package vn.toancanh.bench.ptz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Threads;
import vn.toancanh.bench.Arguments;
import vn.toancanh.bench.Drill;
import vn.toancanh.bench.Ground;
import vn.toancanh.bench.Option;
import vn.toancanh.bench.RunFolder;
import vn.toancanh.bench.Targets;
import vn.toancanh.simulator.head.HeadFault;

/**
 * {@code ptz}: heads are moved by clients at a server, and everything goes wrong with them, with the cables, and with the clients. Does
 * every head stand soon after it was let go of, is the last thing it accepts a stop, and is it said where nothing can reach it?
 */
public final class PtzDrill implements Drill {
    private static final int DESKS = 4;

    private final Set<HeadFault> planted;

    /** The drill as it is run. */
    public PtzDrill() {
        this(Set.of());
    }

    /** @param planted goes wrong with every head, so that one sees that the drill can fail */
    PtzDrill(Set<HeadFault> planted) {
        this.planted = Set.copyOf(planted);
    }

    @Override
    public String name() {
        return "ptz";
    }

    @Override
    public List<Option> options() {
        return List.of(Option.whole("--sequences", 1000, 1, 100_000), Option.whole("--seed", 1, 0, Integer.MAX_VALUE));
    }

    @Override
    public int run(Ground ground, Arguments given) throws Exception {
        int wanted = given.get("--sequences");
        Verdicts verdicts = new Verdicts();
        int desks = Math.min(DESKS, (wanted + Shift.HANDS - 1) / Shift.HANDS);
        ground.err().println("drill: a server, " + desks + " clients, and heads…");
        try (RunFolder folder = RunFolder.make("drill");
                DrilledCity city = DrilledCity.start(
                        ground.clock(), folder.path().resolve("server"), desks, desks * Shift.HANDS * Shift.SETS)) {
            List<CompletableFuture<Boolean>> shifts = new ArrayList<>();
            for (int i = 0; i < desks; i++) {
                Shift shift = new Shift(ground, folder.path(), city, i, planted, verdicts);
                int number = i;
                shifts.add(begin(i, () -> work(ground, shift, number, desks, given, verdicts)));
            }
            for (CompletableFuture<Boolean> shift : shifts) {
                shift.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException("a desk could not go on: " + failed.getCause(), failed);
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("drill", name());
        figures.put("seed", given.get("--seed"));
        Targets targets = new Targets();
        verdicts.judge(wanted, figures, targets);
        figures.put("missed", targets.missed());
        ground.out().println(new JsonMapper().writeValueAsString(figures));
        return targets.status();
    }

    /** What a desk does. */
    private interface Work {
        void go() throws Exception;
    }

    private static CompletableFuture<Boolean> begin(int desk, Work work) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Threads.daemon("drill-desk-" + desk, () -> {
                    try {
                        work.go();
                        done.complete(true);
                    } catch (Exception failed) {
                        done.completeExceptionally(failed);
                    }
                })
                .start();
        return done;
    }

    private static void work(Ground ground, Shift shift, int desk, int desks, Arguments given, Verdicts verdicts)
            throws IOException, InterruptedException {
        int wanted = given.get("--sequences");
        try (shift) {
            for (int round = 0; ; round++) {
                int first = (round * desks + desk) * Shift.HANDS;
                if (first >= wanted) {
                    return;
                }
                shift.go(round, given.get("--seed"), first, wanted - first);
                ground.err().println("drill: " + verdicts.count() + " of " + wanted + " sequences");
            }
        }
    }
}

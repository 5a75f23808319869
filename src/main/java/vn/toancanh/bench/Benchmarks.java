package vn.toancanh.bench;

import java.util.List;
import vn.toancanh.bench.server.ServerBenchmark;

/** The measurements there are. */
public final class Benchmarks {
    private Benchmarks() {}

    /** All of them, in the order they are listed to a person. */
    public static List<Benchmark> all() {
        return List.of(
                new LiveBenchmark(),
                new LatencyBenchmark(),
                new OpenBenchmark(),
                new SwitchBenchmark(),
                new ServerBenchmark(),
                new RelayBenchmark(),
                new OfflineBenchmark(),
                new RestoreBenchmark(),
                new PaletteBenchmark(),
                new LayoutBenchmark(),
                new PtzBenchmark());
    }
}

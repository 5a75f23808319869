package vn.toancanh.bench.server;

import java.util.Map;
import java.util.Objects;
import vn.toancanh.bench.RelayBenchmark;
import vn.toancanh.bench.Targets;

/** What a server is to be, in figures. */
final class ServerFigures {
    private ServerFigures() {}

    /**
     * Holds figures against what the server is to be.
     *
     * @param streams played by the relay
     */
    static Targets judge(Map<String, Object> figures, int streams) {
        Targets targets = new Targets();
        targets.atMost(
                "relayCpuPercent",
                tenths(figures.getOrDefault("relayCpuPercent", 0)),
                RelayBenchmark.mostCpuPercent(streams) * 10);
        targets.atLeast("pictures", tenths(figures.getOrDefault("pictures", 0)), streams);
        targets.atMost("viewersCut", tenths(figures.getOrDefault("viewersCut", 0)), 0);
        Map.of(
                        "syncMs", 2000,
                        "deltaMs", 50,
                        "unchangedMsP99", 2,
                        "grantMsP99", 20,
                        "eventMsP99", 250,
                        "steadyCpuPercent", 20)
                .forEach((name, most) ->
                        targets.atMost(name, tenths(Objects.requireNonNull(figures.get(name))), most * 10L));
        return targets;
    }

    private static long tenths(Object figure) {
        return Math.round(((Number) figure).doubleValue() * 10);
    }
}

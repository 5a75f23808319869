package vn.toancanh.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Footprints over time, of which the first part is warming up and does not count. */
final class SoakFigures {
    /** Share of the time that is warming up. */
    private static final double WARM_UP = 0.25;

    private record Sample(double hours, Footprint taken) {}

    private final double planned;
    private final List<Sample> samples = new ArrayList<>();

    /** @param planned hours of the whole run */
    SoakFigures(double planned) {
        this.planned = planned;
    }

    /** @param hours since the run began, not falling from call to call */
    void add(double hours, Footprint taken) {
        samples.add(new Sample(hours, taken));
    }

    private List<Sample> warm() {
        return samples.stream()
                .filter(sample -> sample.hours >= planned * WARM_UP)
                .toList();
    }

    double memorySlopeMbPerHour() {
        return memory().slopePerHour();
    }

    double threadsGrowth() {
        Trend trend = new Trend();
        warm().forEach(sample -> trend.add(sample.hours, sample.taken.threads()));
        return trend.growth();
    }

    double handlesGrowth() {
        Trend trend = new Trend();
        warm().forEach(sample -> trend.add(sample.hours, sample.taken.handles()));
        return trend.growth();
    }

    private Trend memory() {
        Trend trend = new Trend();
        warm().forEach(sample -> trend.add(sample.hours, sample.taken.memoryMb()));
        return trend;
    }

    Map<String, Object> all() {
        List<Sample> warm = warm();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("samples", samples.size());
        figures.put("warmSamples", warm.size());
        figures.put("memorySlopeMbPerHour", rounded(memorySlopeMbPerHour()));
        figures.put("threadsGrowth", rounded(threadsGrowth()));
        figures.put("handlesGrowth", rounded(handlesGrowth()));
        if (!warm.isEmpty()) {
            figures.put("first", words(warm.getFirst()));
            figures.put("last", words(warm.getLast()));
        }
        return figures;
    }

    private static Map<String, Object> words(Sample sample) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("minutes", rounded(sample.hours * 60));
        words.put("memoryMb", rounded(sample.taken.memoryMb()));
        words.put("threads", sample.taken.threads());
        words.put("handles", sample.taken.handles());
        return words;
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}

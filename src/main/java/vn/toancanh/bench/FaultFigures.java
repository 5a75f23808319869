package vn.toancanh.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import vn.toancanh.simulator.Fault;

/** What came of the faults a drill threw, as it is printed. */
final class FaultFigures {
    private final List<FaultThrow> thrown;
    private final long neverBegan;

    FaultFigures(List<FaultThrow> thrown) {
        this.neverBegan = thrown.stream().filter(each -> !each.happened()).count();
        this.thrown = thrown.stream().filter(FaultThrow::happened).toList();
    }

    /**
     * All faults together; milliseconds. Only those count for detection under which a tile may not stay LIVE; one that was
     * not detected counts with the time it was kept up.
     */
    Map<String, Object> all() {
        Map<String, Object> figures = new LinkedHashMap<>();
        Percentiles detect = detection(ofTerms(false));
        figures.put("thrown", thrown.size());
        figures.put("neverBegan", neverBegan);
        figures.put("detectMsP50", millis(detect, 0.5));
        figures.put("detectMsMax", detectMsMax());
        figures.put("unchangedMsMax", unchangedMsMax());
        figures.put("undetected", undetected());
        figures.put("recoverMsP95", millis(gather(thrown, FaultThrow::recoverMillis), 0.95));
        figures.put("unrecovered", unrecovered());
        return figures;
    }

    long detectMsMax() {
        return millis(detection(ofTerms(false)), 1);
    }

    long unchangedMsMax() {
        return millis(detection(ofTerms(true)), 1);
    }

    /** Of which nothing was measured, because the camera went on as before. */
    long neverBegan() {
        return neverBegan;
    }

    long undetected() {
        return thrown.stream().filter(FaultThrow::undetected).count();
    }

    long unrecovered() {
        return thrown.stream().filter(FaultThrow::unrecovered).count();
    }

    /** The same, kind by kind. */
    Map<String, Object> each() {
        Map<String, Object> kinds = new LinkedHashMap<>();
        for (Fault fault : FaultTerms.THROWN) {
            List<FaultThrow> own =
                    thrown.stream().filter(each -> each.fault == fault).toList();
            if (!own.isEmpty()) {
                kinds.put(fault.word(), of(own));
            }
        }
        return kinds;
    }

    private static Map<String, Object> of(List<FaultThrow> own) {
        Map<String, Object> figures = new LinkedHashMap<>();
        Percentiles detect = gather(own, FaultThrow::detectMillis);
        Percentiles recover = gather(own, FaultThrow::recoverMillis);
        Map<String, Integer> answers = new TreeMap<>();
        own.forEach(each -> answers.merge(each.answer().isEmpty() ? "LIVE" : each.answer(), 1, Integer::sum));
        figures.put("thrown", own.size());
        figures.put("detectMsP50", millis(detect, 0.5));
        figures.put("detectMsMax", millis(detect, 1));
        figures.put("recoverMsP50", millis(recover, 0.5));
        figures.put("recoverMsMax", millis(recover, 1));
        figures.put("undetected", own.stream().filter(FaultThrow::undetected).count());
        figures.put("unrecovered", own.stream().filter(FaultThrow::unrecovered).count());
        figures.put("answers", answers);
        return figures;
    }

    private List<FaultThrow> ofTerms(boolean standsStill) {
        return thrown.stream()
                .filter(each -> each.terms().must() && each.terms().standsStill() == standsStill)
                .toList();
    }

    private static Percentiles detection(List<FaultThrow> those) {
        return gather(
                those,
                each -> each.undetected() ? OptionalLong.of(each.terms().held().toMillis()) : each.detectMillis());
    }

    private static Percentiles gather(List<FaultThrow> those, Function<FaultThrow, OptionalLong> value) {
        Percentiles all = new Percentiles();
        those.forEach(each -> value.apply(each).ifPresent(all::add));
        return all;
    }

    /** Whole milliseconds; 0 where nothing was measured. */
    static long millis(Percentiles values, double p) {
        return values.count() == 0 ? 0 : Math.round(values.at(p));
    }
}

package vn.toancanh.bench.ptz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.toancanh.bench.Targets;

/** All verdicts of a drill, and what they come to. Any thread. */
final class Verdicts {
    /** Within so long a head stands. */
    static final long STANDS_MS = 2500;

    /** Within so long it stands again where something was still on its way to it when the cable was plugged in. */
    static final long TWITCHES_MS = 2500;

    private final List<Verdict> all = new ArrayList<>();

    synchronized void add(Verdict one) {
        all.add(one);
    }

    synchronized int count() {
        return all.size();
    }

    /**
     * Tells and judges. Where hardly a head moved nothing was tried, which is no success.
     *
     * @param wanted how many sequences were to be tried
     */
    synchronized void judge(int wanted, Map<String, Object> figures, Targets targets) {
        long stands = all.stream()
                .filter(one -> !one.excused())
                .mapToLong(Verdict::standsMillis)
                .max()
                .orElse(0);
        long ended = all.stream().filter(Verdict::endedMoving).count();
        long moved = all.stream().filter(Verdict::moved).count();
        long unsaid = all.stream().filter(one -> !one.said()).count();
        figures.put("sequences", all.size());
        figures.put("moved", moved);
        figures.put("standsMsMax", stands);
        figures.put("standsMsMaxBy", slowest());
        long twitched = all.stream().mapToLong(Verdict::twitchedMillis).max().orElse(0);
        figures.put(
                "twitched", all.stream().filter(one -> one.twitchedMillis() > 0).count());
        figures.put("twitchedMsMax", twitched);
        figures.put("couldNotBeEnded", all.stream().filter(Verdict::excused).count());
        figures.put("unsaid", unsaid);
        figures.put("endedMoving", ended);
        targets.atLeast("sequences", all.size(), wanted);
        targets.atLeast("moved", moved * 4, wanted * 3L);
        targets.atMost("standsMsMax", stands, STANDS_MS);
        targets.atMost("twitchedMsMax", twitched, TWITCHES_MS);
        targets.atMost("unsaid", unsaid, 0);
        targets.atMost("endedMoving", ended, 0);
    }

    private Map<String, Long> slowest() {
        Map<String, Long> slowest = new TreeMap<>();
        all.stream()
                .filter(one -> !one.excused())
                .forEach(one -> slowest.merge(one.sequence().lettingGo().name(), one.standsMillis(), Math::max));
        return slowest;
    }
}

package vn.toancanh.bench.fuzz;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all cases came to. Any thread. */
public final class Tally {
    private static final int MOST_KEPT = 20;

    private final Map<Spoiled, Long> perKind = new EnumMap<>(Spoiled.class);
    private final List<Fall> found = new ArrayList<>();
    private long cases;
    private long falls;
    private long capBreaches;
    private long played;
    private long units;
    private long mostStepBytes;

    synchronized void add(Spoiled spoiled, boolean playing, long newUnits, long stepBytes, @Nullable Fall fall) {
        cases++;
        perKind.merge(spoiled, 1L, Long::sum);
        played += playing ? 1 : 0;
        units += newUnits;
        mostStepBytes = Math.max(mostStepBytes, stepBytes);
        if (fall != null) {
            if (fall.kind().breaksCap()) {
                capBreaches++;
            } else {
                falls++;
            }
            if (found.size() < MOST_KEPT) {
                found.add(fall);
            }
        }
    }

    /** Cases that are over. */
    public synchronized long cases() {
        return cases;
    }

    /** Cases in which a promise was broken, those about memory apart. */
    public synchronized long falls() {
        return falls;
    }

    /** Cases in which more memory was held or used than may be. */
    public synchronized long capBreaches() {
        return capBreaches;
    }

    /** Sessions that came to play. */
    public synchronized long played() {
        return played;
    }

    /** Access units that came out in spite of all. */
    public synchronized long units() {
        return units;
    }

    /** The most that one step used, bytes. */
    public synchronized long mostStepBytes() {
        return mostStepBytes;
    }

    public synchronized Map<Spoiled, Long> perKind() {
        return new EnumMap<>(perKind);
    }

    /** The first that were found. */
    public synchronized List<Fall> found() {
        return List.copyOf(found);
    }
}

package vn.toancanh.bench.hands;

import java.time.Duration;
import vn.toancanh.bench.FaultTerms;
import vn.toancanh.bench.TileRecord;
import vn.toancanh.simulator.Fault;

/**
 * What a tile may show under LIVE while something is, or was a moment ago, wrong with its camera.
 *
 * @param stands how long its picture may stand still
 * @param tellsAge false where the number in the pixels says nothing of when a picture was taken
 * @param stillSince since when all that comes is one picture, {@code Clock.nanos()}; 0 where that is not so
 */
record Allowance(Duration stands, boolean tellsAge, long stillSince) {
    private static final Duration FOREVER = Duration.ofDays(1);

    /** Of a camera with which nothing is wrong. */
    static final Allowance WHOLE = new Allowance(TileRecord.LIE_AFTER, true, 0);

    /** @param since when the fault was thrown, {@code Clock.nanos()} */
    static Allowance of(Fault fault, long since) {
        FaultTerms terms = FaultTerms.of(fault);
        if (terms.spoils() || fault == Fault.NOISY_NIGHT) {
            return new Allowance(FOREVER, false, 0);
        }
        return terms.standsStill() ? new Allowance(terms.within(), false, since) : WHOLE;
    }

    /** What is allowed now where the other was allowed a moment ago: the more of both. */
    Allowance after(Allowance before) {
        Duration longer = stands.compareTo(before.stands) > 0 ? stands : before.stands;
        return new Allowance(longer, tellsAge && before.tellsAge, stillSince);
    }

    /** How long its picture may stand still, nanoseconds. */
    long standsNanos() {
        return stands.toNanos();
    }
}

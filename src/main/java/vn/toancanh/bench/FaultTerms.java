package vn.toancanh.bench;

import java.time.Duration;
import java.util.List;
import vn.toancanh.simulator.Fault;

/**
 * What a tile owes its operator under a fault.
 *
 * @param must true: it may not go on saying LIVE; false: the stream may go on with new pictures, then LIVE is true
 * @param within how soon it must stop saying LIVE
 * @param held how long the fault is kept up at most, waiting for that
 */
public record FaultTerms(boolean must, Duration within, Duration held) {
    private static final FaultTerms STOPS = new FaultTerms(true, Duration.ofSeconds(3), Duration.ofSeconds(8));
    /** From when its pictures are as old as a picture may be; three seconds older than that they are after twelve. */
    private static final FaultTerms GROWS_OLD = new FaultTerms(true, Duration.ofSeconds(3), Duration.ofSeconds(12));

    private static final FaultTerms STANDS_STILL = new FaultTerms(true, Duration.ofSeconds(10), Duration.ofSeconds(20));
    private static final FaultTerms GOES_ON = new FaultTerms(false, Duration.ofSeconds(3), Duration.ofSeconds(7));

    private static final FaultTerms SPOILS = new FaultTerms(false, Duration.ofSeconds(3), Duration.ofSeconds(8));

    /** The faults a drill throws. */
    public static final List<Fault> THROWN = List.of(
            Fault.FREEZE,
            Fault.STUCK,
            Fault.BLACK,
            Fault.DROP,
            Fault.OFFLINE,
            Fault.SILENCE,
            Fault.CORRUPT,
            Fault.UNDECODABLE,
            Fault.TIME_JUMP,
            Fault.SLOW,
            Fault.THIN,
            Fault.WRONG_PASSWORD,
            Fault.STILL_NIGHT);

    /** What it owes under that one. */
    public static FaultTerms of(Fault fault) {
        return switch (fault) {
            case BLACK, UNDECODABLE, OFFLINE, SILENCE, SLOW, WRONG_PASSWORD -> STOPS;
            case FREEZE, STUCK, STILL_NIGHT -> STANDS_STILL;
            case THIN -> GROWS_OLD;
            case DROP, TIME_JUMP, NOISY_NIGHT -> GOES_ON;
            // What a decoder makes of wrong bytes is spoilt for all to see, but it is new.
            case CORRUPT -> SPOILS;
        };
    }

    /** True where the number in the pixels is spoilt with the picture, so that it tells nothing. */
    public boolean spoils() {
        return equals(SPOILS);
    }

    /** True where pictures come and move, each older than the one before, so that it begins with the first that is too old. */
    boolean growsOld() {
        return equals(GROWS_OLD);
    }

    /** True where pictures come that are all the same, which takes longer to be sure of. */
    public boolean standsStill() {
        return equals(STANDS_STILL);
    }
}

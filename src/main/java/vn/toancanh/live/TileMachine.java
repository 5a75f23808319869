package vn.toancanh.live;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state of one tile, which only moves along {@link TileState.Phase#successors()}. Lane: DESK. */
final class TileMachine {
    private static final Logger LOG = LoggerFactory.getLogger(TileMachine.class);

    private final boolean strict;
    private TileState state = TileState.EMPTY;

    /** @param strict true: an illegal step throws; false: it is logged and the tile shows FAILED, which is always legal */
    TileMachine(boolean strict) {
        this.strict = strict;
    }

    TileState state() {
        return state;
    }

    /**
     * Takes a step.
     *
     * @return true where the state is now another
     * @throws AssertionError naming both phases, if strict
     */
    boolean to(TileState next) {
        if (next.equals(state)) {
            return false;
        }
        TileState.Phase from = state.phase();
        if (next.phase() != from && !from.successors().contains(next.phase())) {
            String message = "tile may not go from " + from + " to " + next.phase();
            if (strict) {
                throw new AssertionError(message);
            }
            LOG.error(message);
            state = TileState.of(TileState.Phase.FAILED);
            return true;
        }
        state = next;
        return true;
    }

    /** True where a player is open whose pictures are, or were a moment ago, on show. */
    boolean plays() {
        return state.phase().playing();
    }

    /** An attempt that was waited for is made now; true where the state says so. */
    boolean triesNow() {
        Cause cause = state.cause();
        return state.phase() == TileState.Phase.RECONNECTING
                && cause != null
                && to(TileState.reconnecting(state.attempt(), 0, cause));
    }

    /** A tile that is paused stays so, maybe for another reason; true where it is another. */
    boolean restsOn(TileState rest) {
        return state.phase() == TileState.Phase.PAUSED && to(rest);
    }

    /** Takes a step that may need OPENING in between, as when a refused tile comes back. */
    boolean throughOpening(TileState next) {
        if (next.phase() != state.phase() && !state.phase().successors().contains(next.phase())) {
            to(TileState.OPENING);
        }
        return to(next);
    }

    /** Its stream is open and brings nothing to show, because of that, if of anything; true where that was not said before. */
    boolean waitsInVain(@Nullable Cause cause) {
        return cause != null
                && state.phase() == TileState.Phase.OPENING
                && to(TileState.of(TileState.Phase.OPENING, cause));
    }

    /**
     * Pictures come like that.
     *
     * @param good what it is where they are as they should be
     * @param ageNanos of the newest
     */
    void shows(StallWatch.Verdict pictures, TileState good, long ageNanos) {
        if (pictures == StallWatch.Verdict.LIVE || !state.phase().playing()) {
            throughOpening(good);
        }
        Verdicts.of(pictures, ageNanos).ifPresent(this::to);
    }
}

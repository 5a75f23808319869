package vn.toancanh.bench.hands;

import java.util.Optional;
import vn.toancanh.simulator.strip.Mark;

/**
 * One look at one tile: what it says, and what its pixels show at the same moment.
 *
 * @param nanos when, {@code Clock.nanos()}
 * @param camera whose picture it says it shows
 * @param state the word for its phase
 * @param mark what is written in the picture; empty where that cannot be read
 * @param takenNanos when that picture was taken, {@code Clock.nanos()}; of no meaning where it cannot be read
 * @param moved true where the pixels are others than at the look before, in the same place
 * @param paints how often the screen was seen to change until then, whichever tile did
 * @param allowed what is allowed under LIVE there now
 */
record Look(
        long nanos,
        int camera,
        String state,
        Optional<Mark> mark,
        long takenNanos,
        boolean moved,
        long paints,
        Allowance allowed) {}

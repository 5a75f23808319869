package vn.toancanh.simulator.head;

import java.util.Map;

/**
 * How the lens of a simulated head is set.
 *
 * @param focus 0 the nearest, 1 the farthest
 * @param moving the focus is told to move
 * @param irisDb attenuation; 0 is fully open
 * @param switched what was last told to each auxiliary, by its name
 */
public record LensLook(
        double focus,
        boolean moving,
        boolean autoFocus,
        double irisDb,
        boolean autoIris,
        Map<String, String> switched) {}

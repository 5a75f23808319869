package vn.toancanh.ptz.stick;

import vn.toancanh.ptz.HeadSpeed;

/**
 * How a stick stands, and what would come of it if it steered.
 *
 * @param mapping what it does now
 * @param speed what its axes would do, after centre, dead zone, curve and direction
 * @param rested true once each axis that steers was seen at rest, since the stick came or does that: before, it moves nothing
 */
public record StickReading(StickState state, StickMapping mapping, HeadSpeed speed, boolean rested) {
    /** The stick it is of. */
    public Stick stick() {
        return state.stick();
    }
}

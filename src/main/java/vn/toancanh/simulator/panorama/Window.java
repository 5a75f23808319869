package vn.toancanh.simulator.panorama;

import vn.toancanh.simulator.head.HeadOptics;
import vn.toancanh.simulator.head.HeadPosition;

/**
 * The part of the panorama that is seen.
 *
 * @param azimuth of its middle, degrees to the right of straight ahead, -180 to 180; beyond the one end the other goes on
 * @param elevation of its middle, degrees above the horizon
 * @param fov how much is seen from left to right, degrees
 */
public record Window(double azimuth, double elevation, double fov) {
    private static final double LEVEL = -4;

    /** What a head sees that looks there: pan all around, tilt from 36 degrees below the horizon to 28 above, the lens 12-fold. */
    public static Window of(HeadPosition at) {
        return new Window(HeadOptics.PAN * at.pan(), LEVEL + HeadOptics.TILT * at.tilt(), HeadOptics.fov(at.zoom()));
    }

    /** How far a direction lies to the right of the middle, the shorter way round: -180 to 180 degrees. */
    double aside(double direction) {
        double way = (direction - azimuth) % 360;
        return way >= 180 ? way - 360 : way < -180 ? way + 360 : way;
    }

    /** How many times as near as at its widest. */
    double nearness() {
        return HeadOptics.WIDEST / fov;
    }
}

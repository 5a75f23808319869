package vn.toancanh.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a camera stands and what it looks at.
 *
 * @param headingDeg direction of view at home, clockwise from true north, 0 (inclusive) to 360 (exclusive)
 * @param fovDeg horizontal field of view, more than 0, at most 360
 * @param rangeM how far it sees usefully, metres
 */
public record CameraPlace(
        GeoPoint point,
        @Nullable Double headingDeg,
        @Nullable Double fovDeg,
        @Nullable Double rangeM) {}

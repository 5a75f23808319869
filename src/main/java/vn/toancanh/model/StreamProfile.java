package vn.toancanh.model;

/**
 * One stream a camera offers.
 *
 * @param width pixels, 0 where unknown
 * @param height pixels, 0 where unknown
 * @param fps frames per second, 0 where unknown
 * @param bitrateKbps kilobits per second, 0 where unknown
 * @param gop frames between key frames, 0 where unknown
 */
public record StreamProfile(
        String id, StreamRole role, Codec codec, int width, int height, double fps, int bitrateKbps, int gop) {}

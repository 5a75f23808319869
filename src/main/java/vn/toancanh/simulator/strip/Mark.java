package vn.toancanh.simulator.strip;

import vn.toancanh.model.StreamRole;

/**
 * What a strip says: which picture of which camera this is.
 *
 * @param camera the operators' short number, 1 to 65535
 * @param role MAIN or SUB
 * @param frame number of the picture in its loop, 0 to 32767
 */
public record Mark(int camera, StreamRole role, int frame) {
    public Mark {
        if (camera < 1 || camera > 0xFFFF || frame < 0 || frame > 0x7FFF || role == StreamRole.THIRD) {
            throw new IllegalArgumentException("camera " + camera + " " + role + " frame " + frame);
        }
    }
}

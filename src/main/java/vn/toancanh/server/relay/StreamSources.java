package vn.toancanh.server.relay;

import java.util.Optional;
import vn.toancanh.model.StreamRole;
import vn.toancanh.rtsp.RtspTarget;

/** Where cameras are, with their own passwords. Beside the relay's thread; may block. */
@FunctionalInterface
public interface StreamSources {
    /** Empty where there is no such stream. */
    Optional<RtspTarget> find(String cameraId, StreamRole role);
}

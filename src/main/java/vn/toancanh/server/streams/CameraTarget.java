package vn.toancanh.server.streams;

import java.net.URI;
import java.util.Optional;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamTransport;
import vn.toancanh.rtsp.RtspTarget;
import vn.toancanh.rtsp.RtspTimings;
import vn.toancanh.rtsp.TransportPolicy;
import vn.toancanh.server.inventory.Inventory;

/** Where a relay finds a camera's stream. */
public final class CameraTarget {
    private CameraTarget() {}

    /** Empty where there is no such stream, or its address is none. */
    public static Optional<RtspTarget> of(Inventory inventory, String cameraId, StreamRole role) {
        return Optional.ofNullable(inventory.source(cameraId, role).source()).flatMap(CameraTarget::of);
    }

    static Optional<RtspTarget> of(Inventory.Source source) {
        try {
            return Optional.of(new RtspTarget(
                    URI.create(source.uri()),
                    source.username(),
                    source.password(),
                    source.tlsPins(),
                    policy(source),
                    RtspTimings.USUAL));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** What is tried for its media, in which order. */
    static TransportPolicy policy(Inventory.Source source) {
        return source.transport() == StreamTransport.UDP ? TransportPolicy.UDP_FIRST : TransportPolicy.TCP_FIRST;
    }
}

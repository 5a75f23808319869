package vn.toancanh.server.relay;

import java.time.Duration;
import vn.toancanh.model.StreamRole;

/** A stream that a session holds, by however many grants. */
public record HeldStream(String sessionId, String cameraId, StreamRole role) {
    /** A renewal that is late by less is none that anybody sees: neither the server nor a relay beside it cuts off before. */
    public static final Duration LATE = Duration.ofSeconds(10);

    /** The one that somebody was let in to. */
    public static HeldStream of(Admission admission) {
        return new HeldStream(admission.sessionId(), admission.cameraId(), admission.role());
    }
}

package vn.toancanh.server.relay.beside;

import java.net.URI;
import java.util.List;
import vn.toancanh.model.StreamRole;
import vn.toancanh.rtsp.TransportPolicy;

/** Grants as a server tells them. */
final class Told {
    private Told() {}

    static WireGrant grant(String id, String session, long endsNanos, long offlineNanos) {
        return new WireGrant(
                id,
                "tcs_" + id,
                session,
                "c-17",
                StreamRole.SUB,
                URI.create("rtsp://127.0.0.1:1/cam"),
                "admin",
                "mat-khau-" + id,
                List.of("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
                TransportPolicy.UDP_FIRST,
                endsNanos,
                offlineNanos);
    }

    /** The same for a camera there, over by so much sooner. */
    static WireGrant at(URI there, WireGrant like, long soonerNanos) {
        return new WireGrant(
                like.id(),
                like.token(),
                like.session(),
                like.camera(),
                like.role(),
                there,
                like.user(),
                like.password(),
                List.of(),
                TransportPolicy.TCP_ONLY,
                like.endsNanos() - soonerNanos,
                like.offlineNanos());
    }
}

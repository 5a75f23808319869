package vn.toancanh.server.relay.beside;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Secret;
import vn.toancanh.model.StreamRole;
import vn.toancanh.rtsp.RtspTarget;
import vn.toancanh.rtsp.RtspTimings;
import vn.toancanh.rtsp.TransportPolicy;
import vn.toancanh.server.relay.Admission;
import vn.toancanh.server.relay.Allowance;

/**
 * An {@link Allowance} as it crosses the socket, between processes of one machine, whose counter is the same for both.
 *
 * @param tlsPins the certificates that are accepted of the camera, see {@link RtspTarget#tlsPins()}
 */
record WireGrant(
        String id,
        String token,
        String session,
        String camera,
        StreamRole role,
        URI uri,
        @Nullable String user,
        @Nullable String password,
        List<String> tlsPins,
        TransportPolicy transports,
        long endsNanos,
        long offlineNanos) {
    WireGrant {
        Absent.refuse(id, token, session, camera, role, uri, tlsPins, transports);
        tlsPins = List.copyOf(tlsPins);
    }

    static WireGrant of(Allowance allowance) {
        Admission who = allowance.admission();
        RtspTarget target = allowance.target();
        Secret password = target.password();
        return new WireGrant(
                who.grantId(),
                who.token().reveal(),
                who.sessionId(),
                who.cameraId(),
                who.role(),
                target.uri(),
                target.user(),
                password == null ? null : password.reveal(),
                target.tlsPins(),
                target.transports(),
                allowance.endsNanos(),
                allowance.offlineNanos());
    }

    /** @throws IllegalArgumentException where the address is none of a camera */
    Allowance allowance() {
        return new Allowance(
                new Admission(id, Secret.of(token), session, camera, role),
                new RtspTarget(
                        uri,
                        user,
                        password == null ? null : Secret.of(password),
                        tlsPins,
                        transports,
                        RtspTimings.USUAL),
                endsNanos,
                offlineNanos);
    }

    /** Neither token nor password, wherever it is printed. */
    @Override
    public String toString() {
        return "WireGrant[" + id + " " + camera + " " + role + "]";
    }
}

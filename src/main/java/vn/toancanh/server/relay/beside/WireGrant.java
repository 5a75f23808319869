package vn.toancanh.server.relay.beside;

import java.net.URI;
import java.time.Instant;
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
 * An {@link Allowance} as it crosses the socket.
 *
 * @param tlsPins the certificates that are accepted of the camera, see {@link RtspTarget#tlsPins()}
 * @param expiresAt milliseconds since 1970
 * @param offlineUntil milliseconds since 1970
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
        long expiresAt,
        long offlineUntil) {
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
                allowance.expiresAt().toEpochMilli(),
                allowance.offlineUntil().toEpochMilli());
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
                Instant.ofEpochMilli(expiresAt),
                Instant.ofEpochMilli(offlineUntil));
    }

    /** Neither token nor password, wherever it is printed. */
    @Override
    public String toString() {
        return "WireGrant[" + id + " " + camera + " " + role + "]";
    }
}

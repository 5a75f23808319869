package vn.toancanh.model;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Secret;

/**
 * The right to play one stream for a while.
 *
 * @param uri rtsp or rtsps; never holds a user or a password
 * @param user name for the stream's server, null where it asks for none
 * @param password for the stream's server; held in memory only
 * @param tlsPins SHA-256 of accepted certificates, Base64; empty: verify against the system's trust
 * @param way how it leads to the camera, and by what
 * @param expiresAt when new connections with it are refused
 * @param renewAfter when to ask for the next one
 * @param offlineUntil until when, by the server's clock, it may be used while the server cannot be asked; null: not at all
 */
public record StreamGrant(
        String id,
        CameraId camera,
        StreamRole role,
        URI uri,
        @Nullable String user,
        @Nullable Secret password,
        List<String> tlsPins,
        Way way,
        Instant expiresAt,
        Instant renewAfter,
        @Nullable Instant offlineUntil) {
    /**
     * How a grant leads to the camera.
     *
     * @param relayed true: to a relay before it, which tells of itself and of the camera
     * @param transports by what media may come, {@code tcp} or {@code udp}, in the order in which they are to be tried; empty: as
     *     usual
     */
    public record Way(boolean relayed, List<String> transports) {
        /** Straight to the camera, and nothing is said of transports. */
        public static final Way STRAIGHT = new Way(false, List.of());

        public Way {
            transports = List.copyOf(transports);
        }
    }

    public StreamGrant {
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("a grant's address must not hold credentials");
        }
        tlsPins = List.copyOf(tlsPins);
    }

    /** One that leads straight to the camera. */
    public StreamGrant(
            String id,
            CameraId camera,
            StreamRole role,
            URI uri,
            @Nullable String user,
            @Nullable Secret password,
            List<String> tlsPins,
            Instant expiresAt,
            Instant renewAfter,
            @Nullable Instant offlineUntil) {
        this(id, camera, role, uri, user, password, tlsPins, Way.STRAIGHT, expiresAt, renewAfter, offlineUntil);
    }

    /** One that leads straight to the camera and is of no use without the server. */
    public StreamGrant(
            String id,
            CameraId camera,
            StreamRole role,
            URI uri,
            @Nullable String user,
            @Nullable Secret password,
            List<String> tlsPins,
            Instant expiresAt,
            Instant renewAfter) {
        this(id, camera, role, uri, user, password, tlsPins, expiresAt, renewAfter, null);
    }

    /**
     * True where it may be used while the server cannot be asked.
     *
     * @param serverNow the time by the server's clock
     */
    public boolean holdsWithoutServer(Instant serverNow) {
        return offlineUntil != null && serverNow.isBefore(offlineUntil);
    }

    /** The same for other times of this machine's clock. */
    public StreamGrant between(Instant renewNext, Instant expiresNext) {
        return new StreamGrant(
                id, camera, role, uri, user, password, tlsPins, way, expiresNext, renewNext, offlineUntil);
    }
}

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
 * @param expiresAt when new connections with it are refused
 * @param renewAfter when to ask for the next one
 */
public record StreamGrant(
        String id,
        CameraId camera,
        StreamRole role,
        URI uri,
        @Nullable String user,
        @Nullable Secret password,
        List<String> tlsPins,
        Instant expiresAt,
        Instant renewAfter) {
    public StreamGrant {
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("a grant's address must not hold credentials");
        }
        tlsPins = List.copyOf(tlsPins);
    }
}

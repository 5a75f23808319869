package vn.toancanh.rtsp;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.LoggableUri;
import vn.toancanh.base.Secret;

/**
 * A stream to be played.
 *
 * @param uri rtsp or rtsps, with a host and without user info; its query may hold tokens
 * @param user name for the server, null where it asks for none
 * @param password null where there is no user
 * @param tlsPins SHA-256 of accepted certificates, Base64; empty: the system's trust and the host's name
 */
public record RtspTarget(
        URI uri,
        @Nullable String user,
        @Nullable Secret password,
        List<String> tlsPins,
        TransportPolicy transports,
        RtspTimings timings) {
    public RtspTarget {
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("an address needs a host and must not hold credentials");
        }
        tlsPins = List.copyOf(tlsPins);
    }

    /** With TCP tried first. */
    public RtspTarget(
            URI uri, @Nullable String user, @Nullable Secret password, List<String> tlsPins, RtspTimings timings) {
        this(uri, user, password, tlsPins, TransportPolicy.TCP_FIRST, timings);
    }

    public RtspTarget(URI uri, @Nullable String user, @Nullable Secret password) {
        this(uri, user, password, List.of(), RtspTimings.USUAL);
    }

    /** The same by another transport. */
    public RtspTarget by(TransportPolicy other) {
        return new RtspTarget(uri, user, password, tlsPins, other, timings);
    }

    /** The same stream at another address. */
    RtspTarget at(URI other) {
        return new RtspTarget(other, user, password, tlsPins, transports, timings);
    }

    /** The address as it is asked for, token and all, its percent signs as they are. */
    String requestUri() {
        return uri.getRawPath() == null || uri.getRawPath().isEmpty()
                ? uri.resolve("/").toString() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                : uri.toString();
    }

    @Override
    public String toString() {
        return new LoggableUri(uri).toString();
    }
}

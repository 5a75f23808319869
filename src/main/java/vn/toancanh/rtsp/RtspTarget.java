package vn.toancanh.rtsp;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.LoggableUri;
import vn.toancanh.base.Secret;

/**
 * A stream to be played.
 *
 * @param uri rtsp, with a host and without user info; its query may hold tokens
 * @param user name for the server, null where it asks for none
 * @param password null where there is no user
 * @param tlsPins SHA-256 of accepted certificates, Base64; empty: the system's trust
 */
public record RtspTarget(
        URI uri, @Nullable String user, @Nullable Secret password, List<String> tlsPins, RtspTimings timings) {
    public RtspTarget {
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("an address needs a host and must not hold credentials");
        }
        tlsPins = List.copyOf(tlsPins);
    }

    public RtspTarget(URI uri, @Nullable String user, @Nullable Secret password) {
        this(uri, user, password, List.of(), RtspTimings.USUAL);
    }

    RtspTarget at(URI other) {
        return new RtspTarget(other, user, password, tlsPins, timings);
    }

    boolean tls() {
        return "rtsps".equalsIgnoreCase(uri.getScheme());
    }

    int port() {
        return uri.getPort() > 0 ? uri.getPort() : tls() ? 322 : 554;
    }

    /** The address as it is asked for, token and all. */
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

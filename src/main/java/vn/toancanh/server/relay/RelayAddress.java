package vn.toancanh.server.relay;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import vn.toancanh.model.StreamRole;

/**
 * Addresses of streams at the relay: {@code rtsp://host:port/live/CAMERA/ROLE}. They hold no right: that is shown by user and
 * password.
 *
 * @param encrypted true: {@code rtsps}
 * @param tlsPins of the certificate shown, where the system's trust does not do
 */
public record RelayAddress(boolean encrypted, int port, List<String> tlsPins) {
    private static final String FOLDER = "/live/";

    public RelayAddress {
        tlsPins = List.copyOf(tlsPins);
    }

    /**
     * The address of a stream.
     *
     * @param host name or address as the desk reaches this machine, IPv6 in brackets
     */
    public String of(String host, String cameraId, StreamRole role) {
        return (encrypted ? "rtsps://" : "rtsp://") + host + ":" + port + path(cameraId, role);
    }

    private static String path(String cameraId, StreamRole role) {
        return FOLDER + URLEncoder.encode(cameraId, StandardCharsets.UTF_8) + "/"
                + role.name().toLowerCase(Locale.ROOT);
    }

    /** True where a request's address is that stream's or its track's. */
    static boolean isOf(String uri, String cameraId, StreamRole role) {
        int scheme = uri.indexOf("://");
        int slash = scheme < 0 ? -1 : uri.indexOf('/', scheme + 3);
        if (slash < 0) {
            return false;
        }
        String path = uri.substring(slash);
        String own = path(cameraId, role);
        return path.startsWith(own)
                && (path.length() == own.length()
                        || path.substring(own.length()).equals("/")
                        || path.substring(own.length()).equals("/" + Dialogue.CONTROL));
    }
}

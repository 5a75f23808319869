package vn.toancanh.onvif;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import vn.toancanh.onvif.OnvifFailure.Kind;

/**
 * Where a stream of a device is. Its host is that by which the device was reached, for the reasons that {@link Addresses} has; the port
 * is what the device says, since RTSP has another than the one it was asked at.
 */
final class StreamAddresses {
    private static final int LONGEST = 2000;

    private StreamAddresses() {}

    /**
     * The address of a stream, without the user and password that some devices write into it.
     *
     * @throws OnvifException PROTOCOL where it is no address of a stream
     */
    static URI of(URI reached, String told) {
        URI there = read(told).orElseThrow(() -> OnvifFailure.of(Kind.PROTOCOL, "no address of a stream"));
        String port = there.getPort() < 0 ? "" : ":" + there.getPort();
        String path = there.getRawPath() == null || there.getRawPath().isEmpty() ? "/" : there.getRawPath();
        String query = there.getRawQuery() == null ? "" : "?" + there.getRawQuery();
        return URI.create(there.getScheme().toLowerCase(Locale.ROOT) + "://" + reached.getHost() + port + path + query);
    }

    /** True where the device says that it is elsewhere than where it was reached. */
    static boolean namesAnotherHost(URI reached, String told) {
        return read(told)
                .map(URI::getHost)
                .filter(host -> !host.equalsIgnoreCase(reached.getHost()))
                .isPresent();
    }

    private static Optional<URI> read(String told) {
        String text = told.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(escaped(text));
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("rtsp") || scheme.equals("rtsps")) && uri.getHost() != null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    /** Devices write blanks, bars and braces into their paths as they are. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (" |{}\"<>\\^`".indexOf(c) >= 0) {
                escaped.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}

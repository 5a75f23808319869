package vn.toancanh.server.inventory;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of a camera's address its password was given for: how it is spoken to, at which machine, at which port. A password is told
 * nowhere else, for who may change addresses need not be one who may know passwords.
 */
record Home(String scheme, String host, int port) {
    private static final int RTSP = 554;
    private static final int RTSPS = 322;

    static Home of(URI uri) {
        String scheme = lower(uri.getScheme());
        int usual = scheme.equals("rtsps") ? RTSPS : RTSP;
        return new Home(scheme, lower(uri.getHost()), uri.getPort() < 0 ? usual : uri.getPort());
    }

    /** Of an address as it is stored; empty where it is none. */
    static Optional<Home> of(@Nullable String uri) {
        try {
            return uri == null ? Optional.empty() : Optional.of(of(new URI(uri)));
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}

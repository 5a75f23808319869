package vn.toancanh.desk;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a central server's address as people type it. */
public final class ServerAddress {
    private static final Pattern SLASHES_AT_END = Pattern.compile("/+$");
    private static final Pattern THIS_MACHINE = Pattern.compile("(?i)localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private ServerAddress() {}

    /**
     * The address meant: without a scheme {@code https}, or {@code http} where the host is this machine; without slashes at
     * the end. Empty where it is no address of a server, or holds a user or a password.
     */
    public static Optional<URI> read(String typed) {
        String text = SLASHES_AT_END.matcher(typed.strip()).replaceAll("");
        if (text.isEmpty() || text.contains(" ") || text.endsWith(":")) {
            return Optional.empty();
        }
        if (!text.contains("://")) {
            text = (isLoopback(hostOf(text)) ? "http://" : "https://") + text;
        }
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("https") || scheme.equals("http");
            boolean plain = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            return web && plain && uri.getHost() != null && uri.getPort() <= 65_535
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    private static String hostOf(String text) {
        String authority = text.split("/", -1)[0];
        if (authority.startsWith("[")) {
            return authority.substring(0, authority.indexOf(']') + 1);
        }
        return authority.split(":", -1)[0];
    }

    private static boolean isLoopback(String host) {
        return THIS_MACHINE.matcher(host).matches();
    }
}

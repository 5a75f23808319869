package vn.toancanh.base;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** An address as it may be logged or shown: without user info, without the values of its query. */
public record LoggableUri(URI uri) {
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(uri.getScheme()).append("://").append(uri.getHost());
        if (uri.getPort() >= 0) {
            text.append(':').append(uri.getPort());
        }
        if (uri.getRawPath() != null) {
            text.append(uri.getRawPath());
        }
        @Nullable String query = uri.getRawQuery();
        if (query != null) {
            text.append('?');
            String separator = "";
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                text.append(separator).append(equals < 0 ? "…" : pair.substring(0, equals) + "=…");
                separator = "&";
            }
        }
        return text.toString();
    }
}

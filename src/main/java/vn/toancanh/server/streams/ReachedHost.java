package vn.toancanh.server.streams;

import io.javalin.http.Context;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name by which a desk reached this server: by the same it reaches the relay beside it. */
final class ReachedHost {
    /** RFC 3986 section 3.2.2 in its usual forms; what else stands there may end in nobody's address but the caller's. */
    private static final Pattern HOST =
            Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9](?:[A-Za-z0-9._-]{0,252}))(?::[0-9]{1,5})?");

    private ReachedHost() {}

    static String of(Context context) {
        @Nullable String given = context.header("Host");
        String own = context.req().getLocalAddr();
        return of(given == null ? "" : given, own);
    }

    /** @param own address of this machine that the request came to, for where the header says nothing of use */
    static String of(String header, String own) {
        Matcher host = HOST.matcher(header.strip());
        if (host.matches()) {
            return host.group(1);
        }
        return own.contains(":") && !own.startsWith("[") ? "[" + own + "]" : own;
    }
}

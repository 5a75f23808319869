package vn.toancanh.server.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a program on this very machine from whoever comes through a proxy on it, or through the browser of somebody at it. A proxy that
 * tells neither whom it speaks for nor what was asked of it cannot be told apart; it must keep what it does not want to pass on to itself.
 */
final class LocalCaller {
    private static final Set<String> ADDRESSES =
            Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1", "[::1]", "[0:0:0:0:0:0:0:1]");
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    /** What proxies add of whom they speak for. */
    private static final List<String> FORWARDED =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    private LocalCaller() {}

    static boolean is(Context context) {
        return ADDRESSES.contains(context.req().getRemoteAddr())
                && namesUs(context.header("Host"))
                && FORWARDED.stream().allMatch(name -> context.header(name) == null);
    }

    /** A page of somebody else's whose name leads to this machine asks by that name. */
    private static boolean namesUs(@Nullable String host) {
        return host != null && NAMES.contains(host.toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", ""));
    }
}

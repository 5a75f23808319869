package vn.toancanh.rtsp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.toancanh.rtsp.message.Headers;

/**
 * Addresses of sessions and tracks as cameras mean them. RFC 2326 appendix C.1.1 asks for plain resolution against the
 * base, but what cameras answer to is the control text behind the base with one slash between; and a token in the query of
 * the address asked for has to stay in every request.
 */
final class ControlUri {
    private ControlUri() {}

    /** The base of a description: {@code Content-Base}, {@code Content-Location}, or else what was asked for. */
    static String base(String asked, Headers answer) {
        Optional<String> base = answer.first("Content-Base").filter(ControlUri::usable);
        if (base.isEmpty()) {
            base = answer.first("Content-Location").filter(ControlUri::usable);
        }
        return base.map(value -> absolute(value) ? value.strip() : asked).orElse(asked);
    }

    /** The address of what {@code control} names; the base itself where it is empty or {@code *}. */
    static String resolve(String asked, String base, String control) {
        String text = control.strip();
        if (text.isEmpty() || text.equals("*") || !usable(text)) {
            return withQueryOf(asked, base);
        }
        if (absolute(text)) {
            return withQueryOf(asked, text);
        }
        if (text.startsWith("/")) {
            int authority = base.indexOf("//") + 2;
            int path = base.indexOf('/', authority);
            return withQueryOf(asked, (path < 0 ? base : base.substring(0, path)) + text);
        }
        int query = base.endsWith("/") ? -1 : base.indexOf('?');
        return query < 0
                ? withQueryOf(asked, behind(base, text))
                : behind(base.substring(0, query), text) + base.substring(query);
    }

    /**
     * What to try in turn. Behind a base with a query some servers look for the control in front of the query, where the
     * query stays whole, and some at the very end.
     */
    static List<String> candidates(String asked, String base, String control) {
        String usual = resolve(asked, base, control);
        String text = control.strip();
        if (base.indexOf('?') < 0 || text.isEmpty() || text.equals("*") || text.startsWith("/") || absolute(text)) {
            return List.of(usual);
        }
        String atTheEnd = behind(base, text);
        return atTheEnd.equals(usual) || !usable(text) ? List.of(usual) : List.of(usual, atTheEnd);
    }

    private static String behind(String base, String text) {
        return base.endsWith("/") ? base + text : base + "/" + text;
    }

    private static String withQueryOf(String asked, String uri) {
        int query = asked.indexOf('?');
        return query < 0 || uri.indexOf('?') >= 0 ? uri : uri + asked.substring(query);
    }

    private static boolean absolute(String uri) {
        String lower = uri.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("rtsp://") || lower.startsWith("rtsps://");
    }

    private static boolean usable(String value) {
        String text = value.strip();
        return !text.isEmpty() && text.length() < 4096 && text.chars().noneMatch(c -> c <= ' ');
    }
}

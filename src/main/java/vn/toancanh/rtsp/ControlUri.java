package vn.toancanh.rtsp;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.toancanh.rtsp.message.Headers;

/**
 * Addresses of sessions and tracks as cameras mean them. RFC 2326 appendix C.1.1 asks for plain resolution against the
 * base, but what cameras answer to is the control text behind the base with one slash between. A token in the query of the
 * address asked for has to stay in every request. Host and port are those that we reached the server at, whatever it calls
 * itself: behind an address translator it does not know better. Percent signs are left as they are.
 */
final class ControlUri {
    private static final int MOST_LENGTH = 4096;

    private ControlUri() {}

    /** The base of a description: {@code Content-Base}, {@code Content-Location}, or else what was asked for. */
    static String base(String asked, Headers answer) {
        for (String name : List.of("Content-Base", "Content-Location")) {
            Optional<String> base =
                    answer.first(name).map(String::strip).filter(value -> usable(value) && absolute(value));
            if (base.isPresent()) {
                return base.get();
            }
        }
        return asked;
    }

    /**
     * What to try in turn for what {@code control} names, the base itself where it is empty or {@code *}. Behind a base with
     * a query some servers look for the control in front of the query, where the query stays whole, and some at the very
     * end; and some know themselves by the name they gave only.
     */
    static List<String> candidates(String asked, String base, String control) {
        List<String> theirs = forms(base, control.strip());
        Set<String> all = new LinkedHashSet<>();
        theirs.forEach(uri -> all.add(withQueryOf(asked, atOurHost(asked, uri))));
        theirs.forEach(uri -> all.add(withQueryOf(asked, uri)));
        return List.copyOf(all);
    }

    private static List<String> forms(String base, String control) {
        if (control.isEmpty() || control.equals("*") || !usable(control)) {
            return List.of(base);
        }
        if (absolute(control)) {
            return List.of(control);
        }
        int query = base.indexOf('?');
        String front = query < 0 ? base : base.substring(0, query);
        if (control.startsWith("?")) {
            return List.of(front + control);
        }
        if (control.startsWith("/")) {
            return List.of(base.substring(0, pathOf(base)) + control);
        }
        List<String> forms = new ArrayList<>();
        if (query >= 0 && !base.endsWith("/")) {
            forms.add(behind(front, control) + base.substring(query));
        }
        forms.add(behind(base, control));
        return forms;
    }

    private static String behind(String base, String text) {
        return base.endsWith("/") ? base + text : base + "/" + text;
    }

    private static String atOurHost(String asked, String uri) {
        String ours = asked.substring(0, pathOf(asked));
        String theirs = uri.substring(0, pathOf(uri));
        return ours.equalsIgnoreCase(theirs) ? uri : ours + uri.substring(theirs.length());
    }

    /** Where the path begins, or what else follows host and port. */
    private static int pathOf(String uri) {
        int at = uri.indexOf("//") + 2;
        while (at < uri.length() && uri.charAt(at) != '/' && uri.charAt(at) != '?') {
            at++;
        }
        return at;
    }

    /** An address with what the query of the one asked for holds besides: its token. */
    static String withQueryOf(String asked, String uri) {
        int ours = asked.indexOf('?');
        int theirs = uri.indexOf('?');
        if (ours < 0) {
            return uri;
        }
        String query = asked.substring(ours + 1);
        if (theirs < 0) {
            return uri + "?" + query;
        }
        String own = uri.substring(theirs + 1);
        StringBuilder whole = new StringBuilder(uri);
        if (!("&" + own + "&").contains("&" + query + "&")) {
            for (String pair : query.split("&", -1)) {
                String name = pair.indexOf('=') < 0 ? pair : pair.substring(0, pair.indexOf('=') + 1);
                if (!("&" + own).contains("&" + name)) {
                    whole.append('&').append(pair);
                }
            }
        }
        return whole.toString();
    }

    private static boolean absolute(String uri) {
        String lower = uri.toLowerCase(Locale.ROOT);
        return lower.startsWith("rtsp://") || lower.startsWith("rtsps://");
    }

    private static boolean usable(String text) {
        return !text.isEmpty() && text.length() < MOST_LENGTH && text.chars().noneMatch(c -> c <= ' ');
    }
}

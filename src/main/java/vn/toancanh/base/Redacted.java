package vn.toancanh.base;

import java.util.regex.Pattern;

/**
 * The net under {@link Secret} and {@link LoggableUri}, for all that is written to logs: masks what looks like a password, a
 * token or user info in an address, whoever wrote it. Any thread.
 */
public final class Redacted {
    private static final Pattern USER_INFO = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*://)[^/@\\s\"]+@");
    private static final Pattern HEADER = Pattern.compile(
            "(?i)\\b((?:bearer|basic)\\s+(?=\\S{6})|(?:proxy-)?authorization:\\s*\\w+\\s+|digest\\s+(?=\\w+=))[^\\r\\n]*");
    private static final Pattern FIELD = Pattern.compile(
            "(?i)(\"?(?:password|passwd|passphrase|secret|token|access_?token|refresh_?token|api_?key)\"?\\s*[=:]\\s*)(\"[^\"]*\"|[^\\s,;&\"}]+)");

    private Redacted() {}

    /** The text with everything that looks secret masked. */
    public static String of(String text) {
        String masked = USER_INFO.matcher(text).replaceAll("$1***@");
        masked = HEADER.matcher(masked).replaceAll("$1***");
        return FIELD.matcher(masked).replaceAll("$1***");
    }
}

package vn.toancanh.app.logging;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.regex.Pattern;

/**
 * The net under {@code Secret} and {@code LoggableUri}: masks what looks like a password, a token or user info in an address
 * in every log line, whoever wrote it.
 */
public final class Redaction extends MessageConverter {
    private static final Pattern USER_INFO = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*://)[^/@\\s\"]+@");
    private static final Pattern HEADER = Pattern.compile(
            "(?i)\\b((?:bearer|basic)\\s+(?=\\S{6})|(?:proxy-)?authorization:\\s*\\w+\\s+|digest\\s+(?=\\w+=))[^\\r\\n]*");
    private static final Pattern FIELD = Pattern.compile(
            "(?i)(\"?(?:password|passwd|passphrase|secret|token|access_?token|refresh_?token|api_?key)\"?\\s*[=:]\\s*)(\"[^\"]*\"|[^\\s,;&\"}]+)");

    @Override
    public String convert(ILoggingEvent event) {
        return redact(super.convert(event));
    }

    /** The text with everything that looks secret masked. */
    public static String redact(String text) {
        String masked = USER_INFO.matcher(text).replaceAll("$1***@");
        masked = HEADER.matcher(masked).replaceAll("$1***");
        return FIELD.matcher(masked).replaceAll("$1***");
    }
}

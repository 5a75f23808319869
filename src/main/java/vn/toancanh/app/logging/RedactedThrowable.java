package vn.toancanh.app.logging;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.regex.Pattern;
import vn.toancanh.base.Redacted;

/**
 * Stack traces through the same net: messages of foreign exceptions quote what they were given, which may have ends of lines too. What follows
 * one is set in, so that it looks like no line of the log.
 */
public final class RedactedThrowable extends ThrowableProxyConverter {
    private static final Pattern STRAY = Pattern.compile("(?<=\\n)(?!\t|Caused by: |Wrapped by: |\\z)");

    @Override
    protected String throwableProxyToString(IThrowableProxy proxy) {
        return STRAY.matcher(Redacted.of(super.throwableProxyToString(proxy)).replaceAll("\\r(?!\\n)", "\\\\r"))
                .replaceAll("\t");
    }
}

package vn.toancanh.app.logging;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import vn.toancanh.base.Redacted;

/** Stack traces through the same net: messages of foreign exceptions quote what they were given. */
public final class RedactedThrowable extends ThrowableProxyConverter {
    @Override
    protected String throwableProxyToString(IThrowableProxy proxy) {
        return Redacted.of(super.throwableProxyToString(proxy));
    }
}

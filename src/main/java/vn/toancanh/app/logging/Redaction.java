package vn.toancanh.app.logging;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import vn.toancanh.base.Redacted;

/** Every log line of the client through the net of {@link Redacted}. */
public final class Redaction extends MessageConverter {
    @Override
    public String convert(ILoggingEvent event) {
        return Redacted.of(super.convert(event));
    }
}

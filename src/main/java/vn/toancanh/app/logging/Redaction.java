package vn.toancanh.app.logging;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import vn.toancanh.base.OneLine;
import vn.toancanh.base.Redacted;

/** Every message through the net of {@link Redacted}, and as one line of the log, whatever strangers have put into it. */
public final class Redaction extends MessageConverter {
    @Override
    public String convert(ILoggingEvent event) {
        return OneLine.of(Redacted.of(super.convert(event)));
    }
}

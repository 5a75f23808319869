package vn.toancanh.app.logging;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.PatternLayoutEncoderBase;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Redacted;

/**
 * One JSON object a line, for programs that gather logs: {@code time} (RFC 3339), {@code level}, {@code thread}, {@code logger},
 * {@code message}, {@code error} (a stack trace) and what else a line names. Every text goes through the net of {@link Redacted}. It takes the
 * pattern that stands in the configuration for the other encoder, and has no use for it.
 */
public final class JsonLines extends PatternLayoutEncoderBase<ILoggingEvent> {
    private static final byte[] NOTHING = {};

    private final ThrowableProxyConverter traces = new ThrowableProxyConverter();

    @Override
    public void start() {
        traces.start();
        super.start();
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", event.getInstant().toString());
        line.put("level", event.getLevel().toString());
        line.put("thread", event.getThreadName());
        line.put("logger", event.getLoggerName());
        line.put("message", Redacted.of(String.valueOf(event.getFormattedMessage())));
        @Nullable List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) {
            pairs.forEach(pair -> line.putIfAbsent(pair.key, plain(pair.value)));
        }
        if (event.getThrowableProxy() != null) {
            line.put("error", Redacted.of(traces.convert(event)));
        }
        return (JsonMapper.shared().writeValueAsString(line) + '\n').getBytes(StandardCharsets.UTF_8);
    }

    private static Object plain(@Nullable Object value) {
        return value instanceof Number || value instanceof Boolean ? value : Redacted.of(String.valueOf(value));
    }
}

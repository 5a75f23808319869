package vn.toancanh.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What strangers send is one line of the log, whatever is in it, and no line of their own. */
class RedactionTest {
    @Test
    void whatAnExceptionQuotesLooksLikeNoLineOfTheLog() {
        RedactedThrowable converter = new RedactedThrowable();
        converter.start();
        IllegalStateException fault = new IllegalStateException(
                "no camera a\n2026-11-27T00:00:00.000Z INFO [x] signed in\rb", new IOException("c\nd"));
        String trace = converter.convert(event("x", fault));
        assertThat(trace)
                .contains(
                        "no camera a\n\t2026-11-27T00:00:00.000Z",
                        "signed in\\rb",
                        "\nCaused by: java.io.IOException: c\n\td")
                .contains("\n\tat ");
        assertThat(trace.lines().skip(1)).allMatch(line -> line.startsWith("\t") || line.startsWith("Caused by: "));
    }

    private static LoggingEvent event(String message, @Nullable Throwable fault, Object... values) {
        return new LoggingEvent("x", new LoggerContext().getLogger("t"), Level.INFO, message, fault, values);
    }

    @Test
    void foreignTextMakesNoLineOfItsOwn() {
        LoggingEvent event = event(
                "GET /info?{} 200",
                null,
                "a\n2026-11-27T00:00:00.000Z INFO [x] signed in\rtoken=tca_" + "A".repeat(30));
        assertThat(new Redaction().convert(event))
                .isEqualTo("GET /info?a\\u000a2026-11-27T00:00:00.000Z INFO [x] signed in\\u000dtoken=*** 200");
    }
}

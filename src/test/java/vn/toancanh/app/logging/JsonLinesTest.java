package vn.toancanh.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLinesTest {
    private final LoggerContext context = new LoggerContext();

    private LoggingEvent event(String message, @Nullable Throwable thrown, Object... args) {
        LoggingEvent event =
                new LoggingEvent("x", context.getLogger("vn.toancanh.server"), Level.WARN, message, thrown, args);
        event.setThreadName("luồng-1");
        event.setInstant(Instant.parse("2026-11-21T06:00:00.123Z"));
        return event;
    }

    private String line(LoggingEvent event) {
        JsonLines lines = new JsonLines();
        lines.setContext(context);
        lines.start();
        return new String(lines.encode(event), StandardCharsets.UTF_8);
    }

    @Test
    void aLineIsOneObjectWhateverIsInIt() {
        LoggingEvent event = event("dòng 1\ndòng \"2\" {}", null, "\u0000\u2028");
        event.addKeyValuePair(new KeyValuePair("status", 503));
        event.addKeyValuePair(new KeyValuePair("message", "không đè lên"));
        String line = line(event);
        assertThat(line).endsWith("}\n");
        assertThat(line.strip().lines()).hasSize(1);
        JsonNode json = JsonMapper.shared().readTree(line);
        assertThat(json.path("time").asString()).isEqualTo("2026-11-21T06:00:00.123Z");
        assertThat(json.path("level").asString()).isEqualTo("WARN");
        assertThat(json.path("thread").asString()).isEqualTo("luồng-1");
        assertThat(json.path("logger").asString()).isEqualTo("vn.toancanh.server");
        assertThat(json.path("message").asString()).startsWith("dòng 1\ndòng \"2\"");
        assertThat(json.path("status").asInt()).isEqualTo(503);
        assertThat(json.has("error")).isFalse();
    }

    @Test
    void secretsAreMaskedInEveryPart() {
        LoggingEvent event = event(
                "mở rtsp://u:bi-mat-1@h/a password={}",
                new IllegalStateException("Authorization: Bearer bi-mat-2 token=bi-mat-3"),
                "bi-mat-4");
        event.addKeyValuePair(new KeyValuePair("url", "rtsp://u:bi-mat-5@h/"));
        String line = line(event);
        assertThat(line).doesNotContain("bi-mat").contains("***", "IllegalStateException");
        assertThat(JsonMapper.shared().readTree(line).path("error").asString()).contains("\tat ");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theOptionDecidesHowTheProductsOwnLogIsWritten(boolean json, @TempDir Path folder) throws Exception {
        context.putProperty("toancanh.log.folder", folder.toString());
        context.putProperty("toancanh.log.name", "server");
        context.setMDCAdapter(new LogbackMDCAdapter());
        if (json) {
            context.putProperty("toancanh.log.encoder", JsonLines.class.getName());
        }
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(JsonLinesTest.class.getResource("/logback.xml"));
        context.getLogger("vn.toancanh.x").warn("xin chào");
        context.stop();
        String written = Files.readString(folder.resolve("server.log"));
        assertThat(written).contains("xin chào");
        assertThat(written.startsWith("{")).isEqualTo(json);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }
}

package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class WorkerLogTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Logger log =
            new WorkerLog.Line("vn.toancanh.decoder.Feed", new PrintStream(bytes, true, StandardCharsets.UTF_8));

    @Test
    void noSecretGetsThroughInALineNorInATrace() {
        Exception foreign = new IOException(
                "refused rtsp://viewer:hunter2@10.0.0.7/main",
                new IllegalStateException("Authorization: Digest response=\"hunter2\""));
        log.warn(
                "opening {} with {}", "rtsp://viewer:hunter2@10.0.0.7/main?token=hunter2", "password=hunter2", foreign);

        assertThat(written())
                .doesNotContain("hunter2")
                .contains("WARN", "Feed", "rtsp://***@10.0.0.7/main", "IOException", "Caused by", "IllegalState");
    }

    @Test
    void whatIsNoSecretStaysReadable() {
        log.info("camera {} lost {} packets", 17, 3);
        assertThat(written()).endsWith("Feed camera 17 lost 3 packets" + System.lineSeparator());
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

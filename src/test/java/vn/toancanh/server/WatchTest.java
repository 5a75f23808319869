package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a monitor gets to see, and who does not. */
@Tag("slow")
class WatchTest {
    /** The text format of Prometheus, version 0.0.4: a comment, or a name with labels and a number. */
    private static final Pattern LINE = Pattern.compile(
            "# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{([a-z_]+=\"[^\"\\\\]*\",?)+})? ([0-9.E+-]+|\\+Inf|NaN)");

    @TempDir
    Path data;

    private ServerFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = ServerFixture.start(data);
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 12));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    /** One request line and headers as they stand, since the client of the tests sets some of them itself. */
    private String raw(String headers) throws IOException {
        try (var socket = new Socket(
                InetAddress.getLoopbackAddress(), fixture.server.baseUri().getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("GET /api/v1/metrics HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void numbersComeInTheFormatOfPrometheusWithoutNames() throws InterruptedException {
        Desk viewer = fixture.desk("viewer");
        viewer.get("/cameras?q=bi-mat-tim-kiem");
        viewer.get("/cameras/c-1");
        viewer.get("/khong-co/bi-mat");
        viewer.send("PATCH", "/layouts", "{}");
        viewer.post("/stream-sessions", "{\"streams\":[{\"cameraId\":\"c-7\",\"role\":\"sub\"}]}");
        Desk.Answer answer = fixture.anonymous.get("/metrics");
        // The note of the grant is written when it is answered.
        for (int tries = 0; tries < 200 && !answer.body().contains("toancanh_audit_notes_waiting 0"); tries++) {
            TimeUnit.MILLISECONDS.sleep(50);
            answer = fixture.anonymous.get("/metrics");
        }
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).startsWith("text/plain; version=0.0.4");
        assertThat(answer.body().lines()).allMatch(line -> LINE.matcher(line).matches());
        assertThat(answer.body())
                .contains(
                        "toancanh_cameras{state=\"unknown\"} 12",
                        "toancanh_stream_sessions 1",
                        "toancanh_relay_playing 0",
                        "toancanh_audit_notes_waiting 0",
                        "toancanh_database_writable 1",
                        "toancanh_http_requests_total{method=\"GET\",route=\"/api/v1/cameras/{id}\",status=\"2xx\"} 1",
                        "toancanh_http_requests_total{method=\"POST\",route=\"/api/v1/sessions\",status=\"2xx\"} 1",
                        "toancanh_http_request_duration_seconds_bucket{route=\"/api/v1/cameras\",le=\"+Inf\"} 1")
                .doesNotContain("bi-mat", "viewer", "c-1", "c-7", "tca_");
    }

    @Test
    void labelsDoNotGrowWithWhatIsAskedFor() {
        Desk viewer = fixture.desk("viewer");
        for (int i = 0; i < 60; i++) {
            viewer.get("/cameras/c-" + i);
            viewer.get("/x" + i);
            viewer.send("M" + i, "/layouts", null);
        }
        Set<String> labels = new TreeSet<>();
        fixture.anonymous
                .get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("toancanh_http_requests"))
                .forEach(labels::add);
        assertThat(labels).hasSizeLessThan(12);
        assertThat(labels).anyMatch(line -> line.endsWith(" 60.0") || line.endsWith(" 60"));
    }

    @Test
    void whoComesThroughAProxyOrByAnotherNameNeedsTheRight() throws IOException {
        assertThat(raw("Host: 127.0.0.1:9090\r\n")).startsWith("HTTP/1.1 200");
        assertThat(raw("Host: localhost\r\n")).startsWith("HTTP/1.1 200");
        for (String headers : List.of(
                "Host: ke-xau.example\r\n",
                "Host: 127.0.0.1.ke-xau.example\r\n",
                "Host: 127.0.0.1\r\nX-Forwarded-For: 10.0.0.9\r\n",
                "Host: 127.0.0.1\r\nForwarded: for=10.0.0.9\r\n",
                "Host: 127.0.0.1\r\nVia: 1.1 proxy\r\n",
                "Host: 127.0.0.1\r\nX-Real-IP: 10.0.0.9\r\n")) {
            assertThat(raw(headers)).as(headers).startsWith("HTTP/1.1 401").doesNotContain("toancanh_");
            for (String role : List.of("viewer", "operator")) {
                String bearer = "Authorization: Bearer " + fixture.desk(role).token() + "\r\n";
                assertThat(raw(headers + bearer)).as(headers).startsWith("HTTP/1.1 403");
            }
        }
        String bearer = "Authorization: Bearer " + fixture.desk("administrator").token() + "\r\n";
        assertThat(raw("Host: camera.example\r\n" + bearer)).startsWith("HTTP/1.1 200");
    }

    @Test
    void anybodyMayAskWhetherItIsReadyAndLearnsNothingElse() {
        Desk.Answer ready = fixture.anonymous.get("/ready", "X-Forwarded-For", "10.0.0.9");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.body()).isEqualTo("{\"status\":\"ok\"}");
    }
}

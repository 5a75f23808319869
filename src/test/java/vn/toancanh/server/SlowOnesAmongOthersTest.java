package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One who sends or reads slowly uses up his own part of the server's memory: everybody else works on beside him. */
@Tag("slow")
@Timeout(180)
class SlowOnesAmongOthersTest {
    /** Far less than anybody waits for room. */
    private static final Duration SOON = Duration.ofSeconds(3);

    private static final int KIB = 1 << 10;

    private static final int MANY = 48_000;

    @TempDir
    Path folder;

    private LittleServer server;
    private String visitor;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        server = new LittleServer(folder);
        server.found("goc");
        visitor = server.letIn("khach", "viewer");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private static void soon(int status, Callable<HttpResponse<String>> request) throws Exception {
        long begun = System.nanoTime();
        HttpResponse<String> answer = request.call();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as(answer.uri().getPath())
                .isLessThan(SOON);
    }

    /** Of some 250 KiB, with as many values as fit. */
    private static String record() {
        return "{\"id\":\"" + UUID.randomUUID()
                + "\",\"kind\":\"patrol\",\"title\":\"T\",\"siteId\":\"goc\",\"cameraIds\":[],"
                + "\"beganAt\":\"2026-11-20T23:00:00Z\",\"endedAt\":\"2026-11-20T23:00:00Z\","
                + "\"signedAt\":\"2026-11-20T23:00:00Z\",\"content\":{\"steps\":["
                + "{},".repeat(MANY) + "{}],\"more\":[\"" + "x".repeat(50 * KIB) + "\",\""
                + "x".repeat(50 * KIB) + "\"]}}";
    }

    private static String layout() {
        return "{\"name\":\"L\",\"scope\":\"private\",\"grid\":{\"columns\":1,\"rows\":1},"
                + "\"cells\":[],\"more\":[\"" + "x".repeat(50 * KIB) + "\",\"" + "x".repeat(50 * KIB) + "\"]}";
    }

    /** What may not wait for whoever sends or reads slowly. */
    private void othersWorkOn() throws Exception {
        // No such head; what matters is that somebody looked.
        soon(
                404,
                () -> server.ask(
                        "POST", "/cameras/c-1/ptz/commands", "{\"lockId\":\"l-1\",\"seq\":1,\"kind\":\"stop\"}"));
        soon(401, () -> server.send("", "POST", "/sessions", "{\"username\":\"ai\",\"password\":\"khong-biet\"}"));
        soon(201, () -> server.ask("POST", "/layouts", layout()));
        soon(200, () -> server.ask("GET", "/records?limit=1", ""));
    }

    @Test
    void signInsThatNeverCome() throws Exception {
        for (int i = 0; i < 70; i++) {
            server.begin("", "POST", "/sessions", "application/json", i % 2 == 0 ? 1 << 20 : 4 * KIB);
        }
        othersWorkOn();
    }

    @Test
    void largeBodiesThatNeverCome() throws Exception {
        for (int i = 0; i < 70; i++) {
            server.begin(visitor, "POST", "/records", "application/json", 1 << 20);
        }
        othersWorkOn();
    }

    @Test
    void answersToLargeBodiesThatAreNotRead() throws Exception {
        String large = record();
        assertThat(server.send(visitor, "POST", "/records", large).statusCode()).isEqualTo(201);
        byte[] again = large.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 24; i++) {
            LittleServer.sends(
                    server.begin(visitor, "POST", "/records", "application/json", again.length), again, again.length);
        }
        Thread.sleep(SOON);
        othersWorkOn();
    }

    @Test
    void pagesThatAreNotRead() throws Exception {
        assertThat(server.send(visitor, "POST", "/records", record()).statusCode())
                .isEqualTo(201);
        for (int i = 0; i < 120; i++) {
            server.readsNothing(visitor, "/records");
        }
        Thread.sleep(SOON);
        othersWorkOn();
    }
}

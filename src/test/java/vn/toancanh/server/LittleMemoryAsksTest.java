package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Whoever may do little asks for much, in the form that takes most memory: a server with little of it lives through that. */
@Tag("slow")
@Timeout(180)
class LittleMemoryAsksTest {
    private static final List<String> LITTLE_MEMORY = List.of("-Xmx160m");

    /** The most values that a body may have, near enough. */
    private static final String DENSE = "[" + "{},".repeat(49_000) + "{}]";

    @TempDir
    Path folder;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private SmallServer server;
    private String token;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        server = new SmallServer(folder, LITTLE_MEMORY);
        token = JsonMapper.shared()
                .readTree(ask("POST", "/sessions", "{\"username\":\"admin\",\"password\":\"" + server.password + "\"}")
                        .body())
                .path("accessToken")
                .asString();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpRequest request(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.uri + "/api/v1" + path))
                .timeout(Duration.ofSeconds(60))
                .setHeader("Content-Type", "application/json")
                .setHeader("Idempotency-Key", UUID.randomUUID().toString())
                .setHeader("If-Match", "\"0\"")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    private HttpResponse<String> ask(String method, String path, String body) throws IOException, InterruptedException {
        return http.send(request(method, path, body), HttpResponse.BodyHandlers.ofString());
    }

    private void lives() throws IOException, InterruptedException {
        assertThat(server.process.isAlive()).as("the server lives").isTrue();
        assertThat(ask("GET", "/health", "").statusCode()).isEqualTo(200);
    }

    @Test
    void pagesOfRecords() throws Exception {
        assertThat(ask("POST", "/sites", "{\"id\":\"goc\",\"name\":\"Gốc\"}").statusCode())
                .isEqualTo(201);
        for (int i = 0; i < 40; i++) {
            HttpResponse<String> kept = ask(
                    "POST",
                    "/records",
                    "{\"id\":\"" + UUID.randomUUID()
                            + "\",\"kind\":\"patrol\",\"title\":\"T\",\"siteId\":\"goc\",\"cameraIds\":[],"
                            + "\"beganAt\":\"2026-11-20T23:00:00Z\",\"endedAt\":\"2026-11-20T23:00:00Z\","
                            + "\"signedAt\":\"2026-11-20T23:00:00Z\",\"content\":{\"steps\":" + DENSE + "}}");
            assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        }
        List<CompletableFuture<HttpResponse<String>>> pages = IntStream.range(0, 24)
                .mapToObj(i ->
                        http.sendAsync(request("GET", "/records?limit=200", ""), HttpResponse.BodyHandlers.ofString()))
                .toList();
        for (CompletableFuture<HttpResponse<String>> page : pages) {
            assertThat(page.join().statusCode()).isIn(200, 503);
        }
        lives();
    }

    @Test
    void moreValuesThanAnyBodyHasAreRefused() throws Exception {
        HttpResponse<String> refused = ask("PUT", "/me/preferences", "{\"x\":[" + "1,".repeat(100_000) + "1]}");
        assertThat(refused.statusCode()).isIn(400, 413);
        HttpResponse<String> record = ask("POST", "/records", "{\"x\":[" + "1,".repeat(100_000) + "1]}");
        assertThat(record.statusCode()).isEqualTo(400);
        assertThat(record.body()).contains("too many");
        lives();
    }

    private void wall(int screens) throws IOException, InterruptedException {
        String all = IntStream.rangeClosed(1, screens)
                .mapToObj("{\"id\":\"s%1$d\",\"number\":%1$d,\"x\":0,\"y\":%1$d,\"w\":1,\"h\":1}"::formatted)
                .collect(Collectors.joining(","));
        HttpResponse<String> described = ask("PUT", "/walls/t", "{\"name\":\"T\",\"screens\":[" + all + "]}");
        assertThat(described.statusCode()).as(described.body()).isIn(200, 201);
    }

    @Test
    void commandsToAWall() throws Exception {
        wall(1);
        String args = "{\"text\":\"x\",\"more\":[" + "{},".repeat(30_000) + "{}]}";
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            answers.add(ask(
                            "POST",
                            "/walls/t/commands",
                            "{\"op\":\"message\",\"target\":{},\"ttlS\":3600,\"args\":" + args + "}")
                    .statusCode());
        }
        assertThat(answers.subList(0, 16))
                .as("those of one account that may wait")
                .containsOnly(202);
        assertThat(answers.subList(16, 200)).containsOnly(503);
        assertThat(ask("GET", "/walls/t/state", "").body()).doesNotContain("more");
        lives();
    }

    @Test
    void layoutsOnAWallOfManyScreens() throws Exception {
        wall(64);
        HttpResponse<String> kept = ask(
                "POST",
                "/layouts",
                "{\"name\":\"L\",\"grid\":{\"columns\":1,\"rows\":1},\"cells\":[{\"x\":0,\"y\":0,\"w\":1,\"h\":1,"
                        + "\"content\":{\"type\":\"note\",\"more\":" + DENSE + "}}]}");
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        String apply = "{\"op\":\"applyLayout\",\"target\":{%s},\"ttlS\":3600,\"args\":{\"layoutId\":\""
                + JsonMapper.shared().readTree(kept.body()).path("id").asString() + "\"}}";
        assertThat(ask("POST", "/walls/t/commands", apply.formatted("")).statusCode())
                .isEqualTo(202);
        List<CompletableFuture<HttpResponse<String>>> reports = IntStream.rangeClosed(1, 16)
                .mapToObj(i -> http.sendAsync(
                        request("PUT", "/walls/t/screens/s" + i, "{\"clientId\":\"n\"}"),
                        HttpResponse.BodyHandlers.ofString()))
                .toList();
        for (CompletableFuture<HttpResponse<String>> report : reports) {
            assertThat(report.join().statusCode()).isIn(200, 503);
        }
        lives();
        for (int i = 0; i < 300; i++) {
            HttpResponse<String> told = ask("POST", "/walls/t/commands", apply.formatted("\"screenIds\":[\"s1\"]"));
            assertThat(told.statusCode()).as(told.body()).isEqualTo(202);
            String id = JsonMapper.shared().readTree(told.body()).path("id").asString();
            String done =
                    "{\"clientId\":\"n\",\"results\":[{\"commandId\":\"" + id + "\",\"outcome\":\"done\"}]}";
            assertThat(ask("PUT", "/walls/t/screens/s1", done).statusCode()).isEqualTo(200);
        }
        assertThat(ask("GET", "/walls/t/state", "").body()).doesNotContain("cells");
        lives();
    }

    @Test
    void bodiesThatNeverEnd() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            byte[] head = ("POST /api/v1/records HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                            + "\r\nContent-Type: application/json\r\nContent-Length: 1048576\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            byte[] most = ("{\"x\":[" + "{},".repeat(340_000)).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 64; i++) {
                Socket socket = new Socket(server.uri.getHost(), server.uri.getPort());
                slow.add(socket);
                socket.getOutputStream().write(head);
                // What finds no room is not read, and would hold us up.
                socket.getOutputStream().write(most, 0, 60_000);
            }
            for (int i = 0; i < 16; i++) {
                slow.get(i).getOutputStream().write(most, 60_000, most.length - 60_000);
            }
            lives();
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }
}

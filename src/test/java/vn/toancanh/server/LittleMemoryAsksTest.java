package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
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

/** Whoever may do little asks for much, in the form that takes most memory: a server with little of it lives through that. */
@Tag("slow")
@Timeout(180)
class LittleMemoryAsksTest {
    /** The most values that a body may have, near enough. */
    private static final String DENSE = "[" + "{},".repeat(49_000) + "{}]";

    private static final int PICTURE = 2 << 20;

    /** Of one pixel; what follows its end is nobody's matter. */
    private static final byte[] PNG = Arrays.copyOf(
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
            PICTURE);

    @TempDir
    Path folder;

    private LittleServer server;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        server = new LittleServer(folder);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private String alarm(String token) throws IOException, InterruptedException {
        HttpResponse<String> raised = server.send(
                token, "POST", "/alarms", "{\"type\":\"t\",\"priority\":1,\"siteId\":\"goc\",\"title\":\"T\"}");
        assertThat(raised.statusCode()).as(raised.body()).isEqualTo(201);
        return LittleServer.json(raised).path("id").asString();
    }

    @Test
    void pagesOfRecords() throws Exception {
        server.found("goc");
        for (int i = 0; i < 40; i++) {
            HttpResponse<String> kept = server.ask(
                    "POST",
                    "/records",
                    "{\"id\":\"" + UUID.randomUUID()
                            + "\",\"kind\":\"patrol\",\"title\":\"T\",\"siteId\":\"goc\",\"cameraIds\":[],"
                            + "\"beganAt\":\"2026-11-20T23:00:00Z\",\"endedAt\":\"2026-11-20T23:00:00Z\","
                            + "\"signedAt\":\"2026-11-20T23:00:00Z\",\"content\":{\"steps\":" + DENSE + "}}");
            assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        }
        List<CompletableFuture<HttpResponse<String>>> pages = IntStream.range(0, 24)
                .mapToObj(i -> server.http()
                        .sendAsync(
                                server.request(server.admin, "GET", "/records?limit=200", ""),
                                HttpResponse.BodyHandlers.ofString()))
                .toList();
        for (CompletableFuture<HttpResponse<String>> page : pages) {
            assertThat(page.join().statusCode()).isIn(200, 503);
        }
        server.lives();
    }

    @Test
    void moreValuesThanAnyBodyHasAreRefused() throws Exception {
        HttpResponse<String> refused = server.ask("PUT", "/me/preferences", "{\"x\":[" + "1,".repeat(100_000) + "1]}");
        assertThat(refused.statusCode()).isIn(400, 413);
        HttpResponse<String> record = server.ask("POST", "/records", "{\"x\":[" + "1,".repeat(100_000) + "1]}");
        assertThat(record.statusCode()).isEqualTo(400);
        assertThat(record.body()).contains("too many");
        server.lives();
    }

    private void wall(int screens) throws IOException, InterruptedException {
        String all = IntStream.rangeClosed(1, screens)
                .mapToObj("{\"id\":\"s%1$d\",\"number\":%1$d,\"x\":0,\"y\":%1$d,\"w\":1,\"h\":1}"::formatted)
                .collect(Collectors.joining(","));
        HttpResponse<String> described = server.ask("PUT", "/walls/t", "{\"name\":\"T\",\"screens\":[" + all + "]}");
        assertThat(described.statusCode()).as(described.body()).isIn(200, 201);
    }

    @Test
    void commandsToAWall() throws Exception {
        wall(1);
        String args = "{\"text\":\"x\",\"more\":[" + "{},".repeat(30_000) + "{}]}";
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            answers.add(server.ask(
                            "POST",
                            "/walls/t/commands",
                            "{\"op\":\"message\",\"target\":{},\"ttlS\":3600,\"args\":" + args + "}")
                    .statusCode());
        }
        assertThat(answers.subList(0, 16))
                .as("those of one account that may wait")
                .containsOnly(202);
        assertThat(answers.subList(16, 200)).containsOnly(503);
        assertThat(server.ask("GET", "/walls/t/state", "").body()).doesNotContain("more");
        server.lives();
    }

    @Test
    void layoutsOnAWallOfManyScreens() throws Exception {
        wall(64);
        HttpResponse<String> kept = server.ask(
                "POST",
                "/layouts",
                "{\"name\":\"L\",\"grid\":{\"columns\":1,\"rows\":1},\"cells\":[{\"x\":0,\"y\":0,\"w\":1,\"h\":1,"
                        + "\"content\":{\"type\":\"note\",\"more\":" + DENSE + "}}]}");
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        String apply = "{\"op\":\"applyLayout\",\"target\":{%s},\"ttlS\":3600,\"args\":{\"layoutId\":\""
                + LittleServer.json(kept).path("id").asString() + "\"}}";
        assertThat(server.ask("POST", "/walls/t/commands", apply.formatted("")).statusCode())
                .isEqualTo(202);
        List<CompletableFuture<HttpResponse<String>>> reports = IntStream.rangeClosed(1, 16)
                .mapToObj(i -> server.http()
                        .sendAsync(
                                server.request(server.admin, "PUT", "/walls/t/screens/s" + i, "{\"clientId\":\"n\"}"),
                                HttpResponse.BodyHandlers.ofString()))
                .toList();
        for (CompletableFuture<HttpResponse<String>> report : reports) {
            assertThat(report.join().statusCode()).isIn(200, 503);
        }
        server.lives();
        for (int i = 0; i < 300; i++) {
            HttpResponse<String> told =
                    server.ask("POST", "/walls/t/commands", apply.formatted("\"screenIds\":[\"s1\"]"));
            assertThat(told.statusCode()).as(told.body()).isEqualTo(202);
            String id = LittleServer.json(told).path("id").asString();
            String done = "{\"clientId\":\"n\",\"results\":[{\"commandId\":\"" + id + "\",\"outcome\":\"done\"}]}";
            assertThat(server.ask("PUT", "/walls/t/screens/s1", done).statusCode())
                    .isEqualTo(200);
        }
        assertThat(server.ask("GET", "/walls/t/state", "").body()).doesNotContain("cells");
        server.lives();
    }

    @Test
    void bodiesThatNeverEnd() throws Exception {
        byte[] most = ("{\"x\":[" + "{},".repeat(340_000)).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 64; i++) {
            Socket socket = server.begin(server.admin, "POST", "/records", "application/json", 1 << 20);
            LittleServer.sends(socket, most, i < 16 ? most.length : 60_000);
        }
        server.livesOn();
    }

    @Test
    void importsThatNeverEnd() throws Exception {
        String camera =
                "{\"number\":1,\"name\":\"" + "x".repeat(60) + "\",\"tags\":[" + "\"t\",".repeat(20) + "\"t\"]},";
        byte[] most = ("{\"cameras\":[" + camera.repeat(30_000)).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 12; i++) {
            LittleServer.sends(
                    server.begin(server.admin, "POST", "/imports", "application/json", 60 << 20), most, most.length);
        }
        server.livesOn();
    }

    @Test
    void picturesThatNeverEnd() throws Exception {
        server.found("goc");
        HttpResponse<String> made = server.ask("POST", "/webhooks", "{\"name\":\"AI\",\"perMinute\":600}");
        String device = LittleServer.json(made).path("token").asString();
        String path = "/alarms/" + alarm(device) + "/snapshot";
        for (int i = 0; i < 160; i++) {
            LittleServer.sends(server.begin(device, "PUT", path, "image/png", PICTURE), PNG, PICTURE - 100_000);
        }
        server.livesOn();
    }

    @Test
    void answersThatNobodyReads() throws Exception {
        server.found("goc");
        String picture = "/alarms/" + alarm(server.admin) + "/snapshot";
        HttpRequest sent = HttpRequest.newBuilder(
                        server.request(server.admin, "PUT", picture, ""), (name, value) -> true)
                .setHeader("Content-Type", "image/png")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(PNG))
                .build();
        HttpResponse<String> pictured = server.send(sent);
        assertThat(pictured.statusCode()).as(pictured.body()).isEqualTo(204);
        String cells = IntStream.range(0, 4)
                .mapToObj(x -> "{\"x\":" + x + ",\"y\":0,\"w\":1,\"h\":1,\"content\":{\"type\":\"t\",\"more\":\""
                        + "x".repeat(60_000) + "\"}}")
                .collect(Collectors.joining(","));
        HttpResponse<String> layout = server.ask(
                "POST",
                "/layouts",
                "{\"name\":\"L\",\"scope\":\"global\",\"grid\":{\"columns\":4,\"rows\":1},\"cells\":[" + cells + "]}");
        assertThat(layout.statusCode()).as(layout.body()).isEqualTo(201);
        for (int i = 0; i < 600; i++) {
            server.readsNothing("", "/openapi.yaml");
        }
        for (int i = 0; i < 100; i++) {
            server.readsNothing(server.admin, picture);
        }
        String path = "/layouts/" + LittleServer.json(layout).path("id").asString();
        for (int i = 0; i < 400; i++) {
            server.readsNothing(server.admin, path);
        }
        server.livesOn();
    }
}

package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.toancanh.base.ManualClock;

/** MediaMTX as the relay: grants lead to it, and what it asks is answered, in the words of its documentation. */
@Tag("slow")
class MediaMtxTest {
    @TempDir
    Path data;

    private final ManualClock clock = new ManualClock();
    private ServerFixture fixture;
    private Desk desk;

    @BeforeEach
    void start() throws IOException {
        fixture = ServerFixture.start(ServerOptions.at(data).withClock(clock));
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 3));
        relayAt("rtsp://relay.example:8554");
        desk = fixture.desk("viewer");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private void relayAt(String url) {
        Desk administrator = fixture.desk("administrator");
        assertThat(administrator
                        .put("/stream-policy", "{\"relayUrl\":\"" + url + "\"}")
                        .status())
                .isEqualTo(200);
    }

    private JsonNode grant(int camera) {
        return desk.post("/stream-sessions", "{\"streams\":[{\"cameraId\":\"c-" + camera + "\",\"role\":\"sub\"}]}")
                .json()
                .path("items")
                .path(0);
    }

    /** A question as MediaMTX 1 writes it: all fields, those without a value empty, {@code id} a UUID or null. */
    private static ObjectNode question(String user, String password, String path) {
        ObjectNode question = JsonMapper.shared().createObjectNode();
        question.put("ip", "10.1.9.7");
        question.put("user", user);
        question.put("password", password);
        // It names the password as the token too, where it was given no other.
        question.put("token", password);
        question.put("action", "read");
        question.put("path", path);
        question.put("protocol", "rtsp");
        question.put("id", "0b5e8c66-5f0e-4a0e-8a65-0f9f9e3f51aa");
        question.put("query", "");
        question.put("userAgent", "toan-canh");
        return question;
    }

    private int answer(JsonNode question) {
        return fixture.anonymous.post("/mediamtx/auth", question.toString()).status();
    }

    @Test
    void grantsLeadThereAndCannotBeTakenBackWhileTheyPlay() {
        JsonNode grant = grant(1);
        assertThat(grant.path("url").asString()).isEqualTo("rtsp://relay.example:8554/c-1/sub");
        assertThat(grant.path("access").asString()).isEqualTo("relay");
        assertThat(grant.path("revocable").asBoolean(true)).isFalse();
        assertThat(grant.toString()).doesNotContain("mat-khau", "10.0.0.1");
    }

    @Test
    void aViewerIsAskedForItsTokenAndThenLetIn() {
        JsonNode grant = grant(1);
        String user = grant.path("username").asString();
        String token = grant.path("password").asString();
        ObjectNode first = question("", "", "c-1/sub");
        first.putNull("id");
        assertThat(answer(first)).isEqualTo(401);
        assertThat(answer(question(user, token, "c-1/sub"))).isEqualTo(204);
        ObjectNode byToken = question(user, "", "c-1/sub");
        byToken.put("token", token);
        assertThat(answer(byToken)).isEqualTo(204);
    }

    @Test
    void everythingElseIsRefusedAlike() {
        JsonNode grant = grant(1);
        String user = grant.path("username").asString();
        String token = grant.path("password").asString();
        assertThat(answer(question(user, token, "c-1/main"))).isEqualTo(401);
        assertThat(answer(question(user, token, "c-2/sub"))).isEqualTo(401);
        assertThat(answer(question(user, token, "/c-1/sub"))).isEqualTo(401);
        assertThat(answer(question(user, token + "x", "c-1/sub"))).isEqualTo(401);
        assertThat(answer(question("g-x", token, "c-1/sub"))).isEqualTo(401);
        assertThat(answer(question("", token, "c-1/sub"))).isEqualTo(401);
        for (String action : List.of("publish", "playback", "api", "metrics", "pprof")) {
            ObjectNode other = question(user, token, "c-1/sub");
            other.put("action", action);
            assertThat(answer(other)).as(action).isEqualTo(401);
        }
        for (String protocol : List.of("rtmp", "hls", "webrtc", "srt")) {
            ObjectNode other = question(user, token, "c-1/sub");
            other.put("protocol", protocol);
            assertThat(answer(other)).as(protocol).isEqualTo(401);
        }
        assertThat(answer(JsonMapper.shared().createObjectNode())).isEqualTo(401);
        assertThat(fixture.anonymous.post("/mediamtx/auth", "[]").status()).isEqualTo(400);
        assertThat(fixture.anonymous
                        .post(
                                "/mediamtx/auth",
                                JsonMapper.shared().writeValueAsString(Map.of("user", "u".repeat(20_000))))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void whatHasEndedIsRefused() {
        JsonNode spent = grant(1);
        clock.advance(Duration.ofMinutes(5));
        desk = fixture.desk("viewer");
        JsonNode given = grant(2);
        assertThat(answer(question(
                        spent.path("username").asString(),
                        spent.path("password").asString(),
                        "c-1/sub")))
                .isEqualTo(401);
        ObjectNode right = question(
                given.path("username").asString(), given.path("password").asString(), "c-2/sub");
        assertThat(answer(right)).isEqualTo(204);
        desk.delete("/stream-sessions/" + given.path("sessionId").asString());
        assertThat(answer(right)).isEqualTo(401);
        JsonNode last = grant(3);
        ObjectNode lastRight =
                question(last.path("username").asString(), last.path("password").asString(), "c-3/sub");
        assertThat(answer(lastRight)).isEqualTo(204);
        desk.delete("/sessions/current");
        assertThat(answer(lastRight)).isEqualTo(401);
    }

    @Test
    void aBaseAddressMayHaveAPathAndWithoutOneNothingIsLetIn() {
        relayAt("rtsps://relay.example:8322/city/");
        JsonNode grant = grant(1);
        assertThat(grant.path("url").asString()).isEqualTo("rtsps://relay.example:8322/city/c-1/sub");
        String user = grant.path("username").asString();
        String token = grant.path("password").asString();
        assertThat(answer(question(user, token, "city/c-1/sub"))).isEqualTo(204);
        assertThat(answer(question(user, token, "c-1/sub"))).isEqualTo(401);
        fixture.desk("administrator").put("/stream-policy", "{}");
        assertThat(answer(question(user, token, "city/c-1/sub"))).isEqualTo(401);
        assertThat(answer(question(user, token, "c-1/sub"))).isEqualTo(401);
    }
}

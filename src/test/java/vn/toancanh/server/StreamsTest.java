package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.toancanh.base.ManualClock;
import vn.toancanh.server.streams.StreamPolicy;

@Tag("slow")
class StreamsTest {
    @TempDir
    Path data;

    private final ManualClock clock = new ManualClock();
    private ServerFixture fixture;
    private Desk desk;

    @BeforeEach
    void start() throws IOException {
        fixture = ServerFixture.start(ServerOptions.at(data).withClock(clock));
        fixture.server
                .inventory()
                .merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 130));
        fixture.server.streamPolicy().everywhere(StreamPolicy.Way.DIRECT);
        desk = fixture.desk("viewer");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private Desk.Answer ask(int first, int count, String role) {
        return desk.post(
                "/stream-sessions",
                IntStream.range(first, first + count)
                        .mapToObj(number -> "{\"cameraId\":\"c-" + number + "\",\"role\":\"" + role + "\"}")
                        .collect(Collectors.joining(",", "{\"streams\":[", "]}")));
    }

    @Test
    void aWholeWallIsGrantedAtOnceInOrder() {
        JsonNode items = ask(1, 128, "sub").json().path("items");
        assertThat(items).hasSize(128);
        JsonNode grant = items.path(41);
        assertThat(grant.path("cameraId").asString()).isEqualTo("c-42");
        assertThat(grant.path("url").asString())
                .isEqualTo("rtsp://10.0.0.42:554/sub")
                .doesNotContain("@");
        assertThat(grant.path("username").asString()).isEqualTo("viewer");
        assertThat(grant.path("password").asString()).isEqualTo("mat-khau-42");
        assertThat(grant.path("access").asString()).isEqualTo("direct");
        assertThat(grant.path("revocable").asBoolean(true)).isFalse();
        assertThat(ask(1, 129, "sub").status()).isEqualTo(400);
        assertThat(desk.post("/stream-sessions", "{\"streams\":[]}").status()).isEqualTo(400);
        assertThat(desk.post("/stream-sessions", "{\"streams\":[null]}").status())
                .isEqualTo(400);
    }

    @Test
    void whatIsNotThereIsAProblemBesideTheGrants() {
        JsonNode items = desk.post("/stream-sessions", """
                        {"streams":[{"cameraId":"c-1","role":"main"},{"cameraId":"x","role":"main"},
                        {"cameraId":"c-1","role":"third"},{"cameraId":"c-1","role":"panorama"}]}""").json().path("items");
        assertThat(items.path(0).path("problem").isMissingNode()).isTrue();
        assertThat(items.path(1).path("problem").path("code").asString()).isEqualTo("notFound");
        assertThat(items.path(2).path("problem").path("code").asString()).isEqualTo("noSuchStream");
        assertThat(items.path(3).path("problem").path("code").asString()).isEqualTo("noSuchStream");
    }

    @Test
    void eachWishOfAWallHasItsOwnAnswerWhateverItsNameIs() {
        JsonNode items = desk.post("/stream-sessions", """
                        {"streams":[{"cameraId":"c-2","role":"sub"},{"cameraId":"c-1\\u0000","role":"sub"},
                        {"cameraId":"c-1\\",\\"sub\\"],[\\"c-1","role":"sub"},{"cameraId":"$[0]","role":"sub"},
                        {"cameraId":"c-1","role":"main"},{"cameraId":"c-2","role":"sub"}]}""").json().path("items");
        assertThat(items).hasSize(6);
        for (int refused : List.of(1, 2, 3)) {
            assertThat(items.path(refused).path("problem").path("code").asString())
                    .as(items.path(refused).toString())
                    .isEqualTo("notFound");
        }
        assertThat(items.path(0).path("url").asString()).isEqualTo("rtsp://10.0.0.2:554/sub");
        assertThat(items.path(4).path("url").asString()).isEqualTo("rtsp://10.0.0.1:554/main");
        assertThat(items.path(5).path("url").asString()).isEqualTo("rtsp://10.0.0.2:554/sub");
        assertThat(items.path(5).path("sessionId").asString())
                .isNotEqualTo(items.path(0).path("sessionId").asString());
    }

    @Test
    void grantsAreRenewedByTheirHolderUntilTheyEnd() {
        String id =
                ask(1, 1, "main").json().path("items").path(0).path("sessionId").asString();
        clock.advance(Duration.ofMinutes(4));
        assertThat(desk.put("/stream-sessions/" + id, null).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(4));
        assertThat(desk.put("/stream-sessions/" + id, null)
                        .json()
                        .path("password")
                        .asString())
                .isEqualTo("mat-khau-1");
        Desk other = fixture.desk("operator");
        assertThat(other.put("/stream-sessions/" + id, null).status()).isEqualTo(410);
        assertThat(other.delete("/stream-sessions/" + id).status()).isEqualTo(204);
        assertThat(desk.put("/stream-sessions/" + id, null).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(6));
        desk = fixture.desk("viewer");
        assertThat(desk.put("/stream-sessions/" + id, null).status()).isEqualTo(410);
    }

    @Test
    void aGrantGivenBackIsGone() {
        String id =
                ask(1, 1, "main").json().path("items").path(0).path("sessionId").asString();
        assertThat(desk.delete("/stream-sessions/" + id).status()).isEqualTo(204);
        assertThat(desk.delete("/stream-sessions/" + id).status()).isEqualTo(204);
        assertThat(desk.put("/stream-sessions/" + id, null).status()).isEqualTo(410);
    }

    @Test
    void cameraPasswordsAreSealedOnDisk() throws IOException {
        fixture.server.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("mat-khau-");
            }
        }
        assertThat(Files.getPosixFilePermissions(data.resolve("secrets.key"))).hasSize(2);
    }
}

package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.server.Wards.grant;
import static vn.toancanh.server.Wards.roleBody;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is taken from somebody is gone at once: requests, grants to streams, and the stream of events. */
@Tag("slow")
@Timeout(120)
class RevocationTest {
    private Wards wards;
    private String id;
    private String role;
    private Desk desk;

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        // Heartbeats come too seldom to be what ends a stream here.
        wards = Wards.start(ServerOptions.at(data).withHeartbeat(Duration.ofSeconds(15)));
        role = wards.role("Phường", grant("operate", "hoan-kiem"), "");
        id = wards.user("an", role);
        desk = wards.signIn("an");
    }

    @AfterEach
    void stop() {
        wards.close();
    }

    private static String play(Desk desk, String camera) {
        return desk.post("/stream-sessions", "{\"streams\":[{\"cameraId\":\"" + camera + "\",\"role\":\"sub\"}]}")
                .json()
                .at("/items/0/sessionId")
                .asString("");
    }

    private int granted() {
        return wards.admin.get("/health").json().path("streamSessions").asInt();
    }

    private BufferedReader listen() throws IOException, InterruptedException {
        var response = desk.http()
                .send(desk.request("/events/stream").GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        BufferedReader events = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        awaited(events, "event: hello");
        return events;
    }

    private static void awaited(BufferedReader events, String line) throws IOException {
        @Nullable String read = events.readLine();
        while (read != null && !read.equals(line)) {
            read = events.readLine();
        }
        assertThat(read).as("what came before the stream ended").isEqualTo(line);
    }

    private void ends(ThrowingRunnable what) throws Exception {
        assertThat(play(desk, "c-1")).isNotEmpty();
        assertThat(granted()).isEqualTo(1);
        try (BufferedReader events = listen()) {
            long begun = System.nanoTime();
            what.run();
            awaited(events, "event: session.ended");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        }
        assertThat(desk.get("/sites").status()).isEqualTo(401);
        assertThat(granted()).isZero();
    }

    private interface ThrowingRunnable {
        void run() throws Exception;
    }

    private void change(String roleId, boolean enabled) {
        Desk.Answer answer = wards.admin.put(
                "/users/" + id,
                "{\"displayName\":\"An\",\"roleId\":\"%s\",\"enabled\":%s}".formatted(roleId, enabled),
                "If-Match",
                wards.etag("/users/" + id));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void disablingEndsEverythingAndSignsNobodyIn() throws Exception {
        ends(() -> change(role, false));
        assertThat(wards.fixture.anonymous.login("an", ServerFixture.PASSWORD).code())
                .isEqualTo("badCredentials");
        change(role, true);
        assertThat(wards.fixture.anonymous.login("an", ServerFixture.PASSWORD).status())
                .isEqualTo(201);
    }

    @Test
    void anotherPasswordFromTheAdministratorEndsEverything() throws Exception {
        ends(() -> wards.admin.put("/users/" + id + "/password", "{\"password\":\"mot-cai-khac\"}"));
        assertThat(wards.fixture.anonymous.login("an", "mot-cai-khac").status()).isEqualTo(201);
    }

    @Test
    void endingTheSessionsOfSomebodyEndsEverything() throws Exception {
        assertThat(wards.admin.get("/users/" + id + "/sessions").json().path("items"))
                .hasSize(1);
        ends(() -> wards.admin.delete("/users/" + id + "/sessions"));
    }

    @Test
    void deletingEndsEverything() throws Exception {
        ends(() -> wards.admin.delete("/users/" + id, "If-Match", "\"1\""));
    }

    @Test
    void anotherRoleTakesBackWhatItDoesNotReachAndLeavesTheRest() throws Exception {
        String stays = play(desk, "c-8");
        String goes = play(desk, "c-1");
        try (BufferedReader events = listen()) {
            change(wards.role("Ngã tư", grant("view", "trang-tien"), ""), true);
            awaited(events, "event: catalogue.changed");
        }
        assertThat(granted()).isEqualTo(1);
        assertThat(desk.put("/stream-sessions/" + goes, null).status()).isEqualTo(410);
        assertThat(desk.put("/stream-sessions/" + stays, null).status()).isEqualTo(200);
        assertThat(desk.get("/cameras/c-1").status()).isEqualTo(404);
        assertThat(desk.get("/cameras/c-8").status()).isEqualTo(200);
    }

    @Test
    void aRoleThatIsNarrowedTakesBackFromAllWhoHaveIt() {
        play(desk, "c-1");
        play(desk, "c-7");
        Desk.Answer narrowed = wards.admin.put(
                "/roles/" + role,
                roleBody(
                        "Phường",
                        grant("operate", "hoan-kiem")
                                + ",{\"level\":\"view\",\"tag\":\"an-ninh\",\"siteId\":\"trang-tien\",\"effect\":\"deny\"}",
                        ""),
                "If-Match",
                "\"1\"");
        assertThat(narrowed.status()).as(narrowed.body()).isEqualTo(200);
        assertThat(granted()).isEqualTo(1);
        assertThat(desk.get("/cameras/c-7").status()).isEqualTo(404);
        assertThat(desk.get("/cameras/c-1").status()).isEqualTo(200);
    }

    @Test
    void whatChangesElsewhereIsNotToldAndWhatMovesAwayIs() throws Exception {
        try (BufferedReader events = listen()) {
            wards.put(List.of(Wards.with(Wards.camera(102, Wards.OTHER), Wards.OTHER, List.of("noi-khac"))));
            wards.put(List.of(Wards.camera(1, Wards.OTHER)));
            long revision = wards.fixture.server.inventory().revision();
            awaited(events, "event: catalogue.changed");
            events.readLine();
            assertThat(events.readLine())
                    .as("the first that is told")
                    .isEqualTo("data: {\"revision\":" + revision + "}");
        }
    }

    @Test
    void aCameraThatMovesAwayTakesItsGrantsAlong() {
        play(desk, "c-1");
        play(desk, "c-2");
        wards.put(List.of(Wards.camera(1, Wards.OTHER)));
        assertThat(granted()).isEqualTo(1);
    }
}

package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What waits for a wall's screens: how much may, what replaces it, and that nobody locks others out of a wall by it. */
@Tag("slow")
@Timeout(120)
class WaitingCommandsTest {
    private static final String SCREEN = "{\"id\":\"s%1$d\",\"number\":%1$d,\"x\":0,\"y\":%1$d,\"w\":1,\"h\":1}";
    private static final String ON = "\"screenIds\":[\"s%d\"]";

    @TempDir
    Path data;

    private ServerFixture fixture;
    private Desk administrator;
    private Desk operator;

    @BeforeEach
    void start() throws IOException {
        fixture = ServerFixture.start(data);
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 2));
        administrator = fixture.desk("administrator");
        operator = fixture.desk("operator");
        String screens = IntStream.rangeClosed(1, 6).mapToObj(SCREEN::formatted).collect(Collectors.joining(","));
        assertThat(administrator
                        .put("/walls/truc", "{\"name\":\"T\",\"screens\":[" + screens + "]}", "If-Match", "\"0\"")
                        .status())
                .isEqualTo(200);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static Desk.Answer tell(Desk desk, String op, String target, String args) {
        return desk.post(
                "/walls/truc/commands",
                "{\"op\":\"%s\",\"target\":{%s},\"ttlS\":3600,\"args\":%s}".formatted(op, target, args),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private static String id(Desk.Answer told) {
        assertThat(told.status()).as(told.body()).isEqualTo(202);
        return told.json().path("id").asString();
    }

    private static String layout(String name, int characters) {
        return """
                {"name":"%s","grid":{"columns":1,"rows":1},"cells":[{"x":0,"y":0,"w":1,"h":1,"content":{"type":"note","texts":["%s"]}}]}""".formatted(name, ("x".repeat(1_000) + "\",\"").repeat(characters / 1_000));
    }

    private static String brought(String name, int characters) {
        return "{\"layout\":" + layout(name, characters) + "}";
    }

    private List<String> waiting() {
        List<String> ids = new ArrayList<>();
        operator.get("/walls/truc/state")
                .json()
                .path("pending")
                .forEach(each -> ids.add(each.path("id").asString()));
        return ids;
    }

    @Test
    void whoTellsTooMuchKeepsNobodyElseFromTelling() {
        for (int i = 0; i < 64; i++) {
            assertThat(tell(operator, "identify", ON.formatted(1), "{}").status())
                    .as("number %d", i)
                    .isEqualTo(i < 16 ? 202 : 503);
        }
        assertThat(tell(administrator, "blank", "", "{}").status()).isEqualTo(202);
        assertThat(tell(operator, "release", "", "{}").status()).isEqualTo(202);
        assertThat(waiting()).isEmpty();
        assertThat(tell(operator, "identify", ON.formatted(1), "{}").status()).isEqualTo(202);
    }

    @Test
    void largeLayoutsThatWaitKeepNobodyFromTellingTheWallWhatIsShort() {
        List<Integer> answers = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            for (int k = i + 1; k <= 6; k++) {
                // Each for another two screens, so that none takes the place of another.
                String two = "\"screenIds\":[\"s%d\",\"s%d\"]".formatted(i, k);
                answers.add(tell(operator, "applyLayout", two, brought("L" + i + k, 60_000))
                        .status());
            }
        }
        assertThat(answers.subList(0, 9)).containsOnly(202);
        assertThat(answers.subList(9, 15)).as("a quarter of 2 MiB is full").containsOnly(503);
        assertThat(tell(operator, "message", ON.formatted(1), "{\"text\":\"Họp\"}")
                        .status())
                .isEqualTo(202);
        assertThat(tell(administrator, "applyLayout", ON.formatted(1), brought("M", 60_000))
                        .status())
                .isEqualTo(202);
        assertThat(waiting()).hasSize(11);
        assertThat(tell(administrator, "clear", "", "{}").status()).isEqualTo(202);
        assertThat(waiting()).as("what is cleared is waited for no more").hasSize(2);
    }

    @Test
    void whatReplacesItEndsWhatWaitsForThoseScreensAlone() throws Exception {
        String one = id(tell(operator, "setCell", ON.formatted(1) + ",\"cell\":0", "{\"cameraId\":\"c-1\"}"));
        String both = id(tell(operator, "applyLayout", "\"screenIds\":[\"s1\",\"s2\"]", brought("L", 1_000)));
        String words = id(tell(operator, "message", ON.formatted(1), "{\"text\":\"Họp\"}"));
        assertThat(waiting()).as("what was to stand on the first").containsExactly(both, words);
        try (Hearing desk = new Hearing(operator, fixture.contract, "wall")) {
            String last = id(tell(administrator, "blank", ON.formatted(1), "{}"));
            assertThat(waiting()).as("the second still waits").containsExactly(both, words, last);
            desk.event("wall.command", "WallTold");
            desk.event("wall.changed", "WallChanged");
            String second = id(tell(administrator, "applyLayout", "", brought("M", 1_000)));
            assertThat(waiting()).containsExactly(words, second);
            JsonNode settled = desk.event("wall.command.failed", "WallSettled");
            assertThat(settled.path("id").asString()).isEqualTo(both);
            assertThat(settled.path("detail").asString()).isEqualTo("overtaken");
            assertThat(desk.event("wall.command.failed", "WallSettled")
                            .path("id")
                            .asString())
                    .isEqualTo(last);
        }
        assertThat(one).isNotIn(waiting());
    }

    @Test
    void whatIsTakenBackIsToldAndDoneByNoScreen() throws Exception {
        String blank = id(tell(operator, "blank", ON.formatted(2), "{}"));
        try (Hearing desk = new Hearing(operator, fixture.contract, "wall")) {
            tell(administrator, "release", "", "{}");
            JsonNode settled = desk.event("wall.command.failed", "WallSettled");
            assertThat(settled.path("id").asString()).isEqualTo(blank);
            assertThat(settled.path("screenId").asString()).isEqualTo("s2");
            assertThat(settled.path("detail").asString()).isEqualTo("takenBack");
        }
        assertThat(operator.put("/walls/truc/screens/s2", "{\"clientId\":\"n\"}")
                        .json()
                        .path("pending"))
                .isEmpty();
    }

    @Test
    void aDisplayIsToldTheLayoutsOfItsScreensAndOfThoseThatNobodyShows() {
        Desk other = fixture.desk("viewer");
        other.put("/walls/truc/screens/s3", "{\"clientId\":\"khac\"}");
        operator.put("/walls/truc/screens/s2", "{\"clientId\":\"n\"}");
        id(tell(administrator, "applyLayout", "\"screenIds\":[\"s1\",\"s2\",\"s3\"]", brought("L", 1_000)));
        // It has signed in again meanwhile.
        JsonNode layouts = fixture.desk("operator")
                .put("/walls/truc/screens/s1", "{\"clientId\":\"n\"}")
                .json()
                .at("/pending/0/args/layouts");
        assertThat(layouts.propertyNames()).containsExactlyInAnyOrder("s1", "s2");
        assertThat(layouts.path("s2")).isEqualTo(layouts.path("s1"));
        assertThat(layouts.at("/s1/name").asString()).isEqualTo("L");
        assertThat(other.put("/walls/truc/screens/s3", "{\"clientId\":\"khac\"}")
                        .json()
                        .at("/pending/0/args/layouts")
                        .propertyNames())
                .as("and what the others show is theirs")
                .containsExactly("s3");
    }

    @Test
    void whatACommandBringsIsBoundedHoweverManyScreensGetIt() {
        List<String> parts = new ArrayList<>();
        String same = "";
        for (int i = 1; i <= 3; i++) {
            Desk.Answer kept = operator.post("/layouts", layout("L" + i, 200_000));
            assertThat(kept.status()).as(kept.body()).isEqualTo(201);
            String id = kept.json().path("id").asString();
            parts.add("{\"screenId\":\"s%d\",\"layoutId\":\"%s\"}".formatted(i, id));
            same = id;
        }
        Desk.Answer scene =
                operator.post("/walls/truc/scenes", "{\"name\":\"C\",\"screens\":[" + String.join(",", parts) + "]}");
        String all = "{\"sceneId\":\"" + scene.json().path("id").asString() + "\"}";
        Desk.Answer refused = tell(operator, "applyScene", "", all);
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("tooLarge");
        assertThat(tell(operator, "applyScene", "\"screenIds\":[\"s1\",\"s2\"]", all)
                        .status())
                .isEqualTo(202);
        assertThat(operator.put("/walls/truc/screens/s1", "{\"clientId\":\"n\"}")
                        .json()
                        .at("/pending/0/args/layouts/s1/name")
                        .asString())
                .as("a layout that is kept, by its id")
                .isEqualTo("L1");
        assertThat(tell(operator, "applyLayout", "", "{\"layoutId\":\"" + same + "\"}")
                        .status())
                .as("one and the same for six")
                .isEqualTo(202);
    }
}

package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** When layouts are to stand on windows is known to whoever sees them and set by whoever may change them, nobody's over another's unseen. */
@Tag("slow")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LayoutShiftsTest {
    private static final String MORNING =
            "{\"days\":[\"tue\",\"mon\",\"mon\"],\"from\":\"06:00\",\"to\":\"14:00\",\"window\":1}";

    private ServerFixture fixture;
    private Desk operator;
    private Desk viewer;
    private Desk manager;

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        fixture = ServerFixture.start(data);
        operator = fixture.desk("operator");
        viewer = fixture.desk("viewer");
        manager = fixture.desk("administrator");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static String layout(String name, String scope) {
        return "{\"name\":\"%s\",\"scope\":\"%s\",\"grid\":{\"columns\":1,\"rows\":1},\"cells\":[]}"
                .formatted(name, scope);
    }

    private String saved(String name, String scope) {
        return "/layouts/"
                + operator.post("/layouts", layout(name, scope))
                        .json()
                        .path("id")
                        .asString();
    }

    private static Desk.Answer set(Desk desk, String path, int seen, String... shifts) {
        return desk.put(
                path + "/shifts", "{\"shifts\":[" + String.join(",", shifts) + "]}", "If-Match", "\"" + seen + "\"");
    }

    private static JsonNode listed(Desk desk) {
        return desk.get("/shifts").json().path("items");
    }

    @Test
    void whoMayChangeTheLayoutSetsThemAndWhoSeesItSeesThem() {
        String path = saved("Ca ngày", "global");
        Desk.Answer none = viewer.get(path + "/shifts");
        assertThat(none.header("ETag")).isEqualTo("\"0\"");
        assertThat(none.json().path("shifts")).isEmpty();
        assertThat(none.json().path("modifiedBy").isNull()).isTrue();
        assertThat(none.json().path("changeable").asBoolean()).isFalse();
        assertThat(listed(viewer)).as("of none that anybody ever set").isEmpty();
        assertThat(set(viewer, path, 0, MORNING).status()).isEqualTo(403);

        Desk.Answer first = set(operator, path, 0, MORNING);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        JsonNode seen = listed(viewer).path(0);
        assertThat(seen.path("layoutId").asString()).isEqualTo(path.substring("/layouts/".length()));
        assertThat(seen.path("name").asString()).isEqualTo("Ca ngày");
        assertThat(seen.path("modifiedBy").asString()).isEqualTo("Ca operator");
        assertThat(seen.path("modifiedAt").asString()).isNotEmpty();
        assertThat(seen.path("shifts"))
                .isEqualTo(manager.get(path + "/shifts").json().path("shifts"));
        assertThat(seen.at("/shifts/0/days").toString())
                .as("each day once, Monday first")
                .isEqualTo("[\"mon\",\"tue\"]");

        assertThat(set(manager, path, 1).json().path("version").asInt()).isEqualTo(2);
        assertThat(listed(operator).path(0).path("shifts")).as("none are left").isEmpty();
        assertThat(listed(operator).path(0).path("version").asInt()).isEqualTo(2);
        assertThat(operator.get(path).json().path("version").asInt())
                .as("the layout is the same version")
                .isEqualTo(1);
    }

    @Test
    void nobodysAreOverwrittenUnseen() {
        String path = saved("A", "global");
        assertThat(set(operator, path, 0, MORNING).status()).isEqualTo(200);
        for (int stale : List.of(0, 2)) {
            assertThat(set(manager, path, stale).status()).isEqualTo(412);
        }
        assertThat(manager.put(path + "/shifts", "{\"shifts\":[]}").status()).isEqualTo(428);
        assertThat(listed(viewer).path(0).path("shifts")).hasSize(1);
        manager.put(path + "/lock", "{}");
        assertThat(set(operator, path, 1).status()).as("the layout is locked").isEqualTo(423);
        assertThat(operator.get(path + "/shifts").json().path("changeable").asBoolean())
                .isFalse();
        assertThat(set(manager, path, 1).status()).isEqualTo(200);
    }

    @Test
    void theyGoWithTheLayoutWhereverThatGoes() {
        String path = saved("A", "private");
        assertThat(set(operator, path, 0, MORNING).status()).isEqualTo(200);
        assertThat(manager.get(path + "/shifts").status()).isEqualTo(404);
        assertThat(set(manager, path, 1).status()).isEqualTo(404);
        assertThat(listed(manager)).isEmpty();
        operator.put(path, layout("B", "global"), "If-Match", "\"1\"");
        assertThat(listed(manager).path(0).path("name").asString()).isEqualTo("B");
        operator.delete(path, "If-Match", "\"2\"");
        assertThat(listed(operator)).isEmpty();
        assertThat(operator.get(path + "/shifts").status()).isEqualTo(404);
    }

    @Test
    void whatIsNoneIsRefusedWhole() {
        String path = saved("A", "global");
        for (String bad : List.of(
                MORNING.replace("1}", "0}"),
                MORNING.replace("1}", "100}"),
                MORNING.replace(",\"window\":1", ""),
                MORNING.replace("06:00", "6:00"),
                MORNING.replace("14:00", "24:00"),
                MORNING.replace("mon", "t2"),
                MORNING.replace("\"tue\",\"mon\",\"mon\"", ""),
                "null",
                "{}")) {
            assertThat(set(operator, path, 0, MORNING, bad).code()).as(bad).isEqualTo("badField");
        }
        String[] many = new String[49];
        Arrays.fill(many, MORNING);
        assertThat(set(operator, path, 0, many).code()).isEqualTo("badField");
        assertThat(listed(operator)).isEmpty();
        assertThat(set(operator, path, 0, Arrays.copyOf(many, 48)).status()).isEqualTo(200);
    }

    @Test
    void theListComesInPages() {
        for (int i = 0; i < 3; i++) {
            set(operator, saved("A" + i, "global"), 0, MORNING);
        }
        JsonNode first = viewer.get("/shifts?limit=2").json();
        assertThat(first.path("items")).hasSize(2);
        JsonNode second = viewer.get(
                        "/shifts?limit=2&cursor=" + first.path("nextCursor").asString())
                .json();
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("nextCursor").isNull()).isTrue();
        assertThat(first.path("items").valueStream().toList())
                .doesNotContain(second.path("items").path(0));
    }

    @Test
    void whoSeesTheLayoutIsToldAndTheTrailHasIt() throws Exception {
        String shared = saved("A", "global");
        String own = saved("B", "private");
        try (Hearing hearing = new Hearing(viewer, fixture.contract, "layout")) {
            set(operator, own, 0, MORNING);
            set(operator, shared, 0, MORNING);
            assertThat(hearing.event("layout.shifts", "LayoutChanged")
                            .path("id")
                            .asString())
                    .isEqualTo(shared.substring("/layouts/".length()));
        }
        JsonNode noted = manager.get("/audit?action=layout.shifts").json().path("items");
        assertThat(noted).hasSize(2);
        assertThat(noted.path(0).path("subject").asString()).startsWith("layout/");
        assertThat(noted.path(0).at("/facts/shifts").asString()).isEqualTo("mon,tue 06:00-14:00 1");
    }
}

package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Layouts that several people save: each save once, nobody's overwritten unseen, and those that somebody has locked. */
@Tag("slow")
class LayoutSharingTest {
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

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private String saved(String name, String scope) {
        Desk.Answer made = operator.post("/layouts", layout(name, scope), "Idempotency-Key", key());
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return "/layouts/" + made.json().path("id").asString();
    }

    @Test
    void aSaveWhoseAnswerWasLostIsSavedOnce() {
        String key = key();
        Desk.Answer first = operator.post("/layouts", layout("A", "global"), "Idempotency-Key", key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().path("id").asString()).isEqualTo(key);
        Desk.Answer again = operator.post("/layouts", layout("A", "global"), "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(operator.get("/layouts").json().path("items")).hasSize(1);

        assertThat(operator.put("/layouts/" + key, layout("B", "global"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(200);
        JsonNode later = operator.post("/layouts", layout("A", "global"), "Idempotency-Key", key)
                .json();
        assertThat(later.path("version").asInt()).as("as it is by now").isEqualTo(2);
    }

    @Test
    void aKeyIsNoWayToSomethingElse() {
        String path = saved("A", "global");
        String key = path.substring("/layouts/".length());
        assertThat(operator.post("/layouts", layout("khác", "global"), "Idempotency-Key", key)
                        .code())
                .isEqualTo("keyReused");
        assertThat(manager.post("/layouts", layout("A", "global"), "Idempotency-Key", key)
                        .code())
                .as("of another's key one learns nothing and gets nothing")
                .isEqualTo("keyReused");
        for (String bad : List.of("abc", "1-2-3-4-5", "6fa459ea-ee8a-3ca4-894e-db77e160355e", "a".repeat(65))) {
            assertThat(operator.post("/layouts", layout("A", "private"), "Idempotency-Key", bad)
                            .status())
                    .as(bad)
                    .isEqualTo(400);
        }
        assertThat(operator.delete(path, "If-Match", "\"1\"").status()).isEqualTo(204);
        assertThat(operator.post("/layouts", layout("A", "global"), "Idempotency-Key", key)
                        .status())
                .isEqualTo(410);
    }

    @Test
    void ofTwoDesksThatSaveAtOnceOneLearnsOfTheOther() throws Exception {
        String path = saved("A", "global");
        for (int version = 1; version <= 12; version++) {
            String seen = "\"" + version + "\"";
            CyclicBarrier together = new CyclicBarrier(2);
            List<Future<Integer>> answers = new ArrayList<>();
            try (ExecutorService desks = Executors.newFixedThreadPool(2)) {
                for (Desk desk : List.of(operator, manager)) {
                    answers.add(desks.submit(() -> {
                        together.await();
                        return desk.put(path, layout("B", "global"), "If-Match", seen)
                                .status();
                    }));
                }
            }
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 412);
        }
        assertThat(operator.get(path + "/versions").json().path("items")).hasSize(13);
    }

    @Test
    void whatIsLockedIsChangedByWhoLockedItAlone() {
        String path = saved("A", "global");
        assertThat(operator.get(path).json().path("lock").isNull()).isTrue();
        JsonNode locked = manager.put(path + "/lock", "{}").json();
        assertThat(locked.path("lock").path("by").asString()).isEqualTo("Ca administrator");
        assertThat(locked.path("lock").path("own").asBoolean()).isTrue();
        assertThat(locked.path("changeable").asBoolean()).isTrue();
        assertThat(manager.put(path + "/lock", "{}").json()).as("once more").isEqualTo(locked);

        JsonNode seen = operator.get(path).json();
        assertThat(seen.path("changeable").asBoolean()).isFalse();
        assertThat(seen.path("lock").path("own").asBoolean()).isFalse();
        Desk.Answer refused = operator.put(path, layout("B", "global"), "If-Match", "\"1\"");
        assertThat(refused.status()).isEqualTo(423);
        JsonNode who = refused.json().path("errors").path(0).path("args");
        assertThat(who.path("by").asString()).isEqualTo("Ca administrator");
        assertThat(who.path("since")).isEqualTo(seen.path("lock").path("since"));
        assertThat(operator.delete(path, "If-Match", "\"1\"").status()).isEqualTo(423);
        assertThat(operator.put(path + "/lock", "{}").status()).isEqualTo(423);
        assertThat(operator.delete(path + "/lock").status()).isEqualTo(423);

        assertThat(manager.put(path, layout("B", "global"), "If-Match", "\"1\"").status())
                .isEqualTo(200);
        JsonNode free = manager.delete(path + "/lock").json();
        assertThat(free.path("lock").isNull()).isTrue();
        assertThat(operator.put(path, layout("C", "global"), "If-Match", "\"2\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoMayNotChangeItLocksNothing() {
        String all = saved("A", "global");
        String own = saved("B", "private");
        assertThat(viewer.put(all + "/lock", "{}").status()).isEqualTo(403);
        assertThat(viewer.delete(all + "/lock").status()).isEqualTo(403);
        assertThat(viewer.get(all).json().path("changeable").asBoolean()).isFalse();
        assertThat(manager.put(own + "/lock", "{}").status()).isEqualTo(404);
        assertThat(operator.put(own + "/lock", "{}").status()).isEqualTo(200);
        assertThat(operator.put(own, layout("C", "private"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoManagesItMayUnlockWhatItsMakerLocked() {
        String path = saved("A", "global");
        assertThat(operator.put(path + "/lock", "{}").status()).isEqualTo(200);
        assertThat(manager.put(path, layout("B", "global"), "If-Match", "\"1\"").status())
                .isEqualTo(423);
        assertThat(manager.delete(path + "/lock").status()).isEqualTo(200);
        assertThat(manager.put(path, layout("B", "global"), "If-Match", "\"1\"").status())
                .isEqualTo(200);
    }

    @Test
    void lockingIsToldAndNoted() throws Exception {
        String path = saved("A", "global");
        try (Hearing hearing = new Hearing(viewer, fixture.contract, "layout")) {
            manager.put(path + "/lock", "{}");
            manager.put(path + "/lock", "{}");
            assertThat(hearing.event("layout.changed", "LayoutChanged")
                            .path("version")
                            .asInt())
                    .isEqualTo(1);
            manager.delete(path + "/lock");
            hearing.event("layout.changed", "LayoutChanged");
            manager.put(path, layout("B", "global"), "If-Match", "\"1\"");
            assertThat(hearing.event("layout.changed", "LayoutChanged")
                            .path("version")
                            .asInt())
                    .as("locking once more told nothing")
                    .isEqualTo(2);
        }
        for (String action : List.of("layout.locked", "layout.unlocked")) {
            JsonNode noted = manager.get("/audit?action=" + action).json().path("items");
            assertThat(noted).as(action).hasSize(1);
            assertThat(noted.path(0).path("subject").asString())
                    .isEqualTo(path.substring(1).replace("layouts", "layout"));
        }
    }

    @Test
    void whatWasIsBroughtBackAsANewVersion() {
        String path = saved("Ca sáng", "global");
        operator.put(path, layout("Hỏng", "global"), "If-Match", "\"1\"");
        JsonNode old = operator.get(path + "/versions").json().path("items").path(1);
        assertThat(old.path("modifiedBy").asString()).isEqualTo("Ca operator");
        assertThat(old.path("modifiedAt").asString()).isNotEmpty();
        JsonNode back = operator.put(path, old.toString(), "If-Match", "\"2\"").json();
        assertThat(back.path("version").asInt()).isEqualTo(3);
        assertThat(back.path("name").asString()).isEqualTo("Ca sáng");
        assertThat(operator.get(path + "/versions").json().path("items")).hasSize(3);
    }
}

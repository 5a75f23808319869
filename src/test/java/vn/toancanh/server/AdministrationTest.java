package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.server.Wards.denial;
import static vn.toancanh.server.Wards.grant;
import static vn.toancanh.server.Wards.roleBody;
import static vn.toancanh.server.Wards.userBody;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Users, roles and sites, changed by those who may configure what they reach and by nobody else. */
@Tag("slow")
class AdministrationTest {
    private Wards wards;
    private Desk ward;

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        wards = Wards.start(data);
        ward = wards.atFirstWard("configure");
    }

    @AfterEach
    void stop() {
        wards.close();
    }

    private static String change(String roleId, boolean enabled) {
        return "{\"displayName\":\"Bàn\",\"roleId\":\"%s\",\"enabled\":%s}".formatted(roleId, enabled);
    }

    private static List<String> names(Desk desk) {
        return desk.get("/users")
                .json()
                .path("items")
                .valueStream()
                .map(user -> user.path("username").asString())
                .toList();
    }

    @Test
    void aWardsAdministratorSeesTheWardsUsersAndRolesOnly() {
        String elsewhere = wards.user("cua-nam", wards.role("Nơi khác", grant("view", "cua-nam"), ""));
        String mine = wards.user("hoan-kiem", wards.role("Của phường", grant("view", "trang-tien"), ""));
        assertThat(names(ward)).containsExactly("hoan-kiem", "phuong-configure");
        assertThat(names(wards.admin)).contains("admin", "administrator", "operator", "viewer", "cua-nam", "hoan-kiem");
        assertThat(ward.get("/users/" + mine).status()).isEqualTo(200);
        for (String id : List.of(elsewhere, "khong-co")) {
            assertThat(ward.get("/users/" + id).status()).isEqualTo(404);
            assertThat(ward.put("/users/" + id, change("viewer", false), "If-Match", "\"1\"")
                            .status())
                    .isEqualTo(404);
            assertThat(ward.delete("/users/" + id, "If-Match", "\"1\"").status())
                    .isEqualTo(404);
            assertThat(ward.put("/users/" + id + "/password", "{\"password\":\"mot-cai-khac\"}")
                            .status())
                    .isEqualTo(404);
            assertThat(ward.get("/users/" + id + "/sessions").status()).isEqualTo(404);
            assertThat(ward.delete("/users/" + id + "/sessions").status()).isEqualTo(404);
        }
        JsonNode roles = ward.get("/roles").json().path("items");
        assertThat(roles.valueStream().map(role -> role.path("name").asString()))
                .containsExactlyInAnyOrder("Của phường", "Phường configure");
        for (String id : List.of("operator", "administrator", "khong-co")) {
            assertThat(ward.get("/roles/" + id).status()).isEqualTo(404);
            assertThat(ward.delete("/roles/" + id, "If-Match", "\"1\"").status())
                    .isEqualTo(404);
        }
        assertThat(wards.signIn("cua-nam").get("/users").status()).isEqualTo(403);
    }

    @Test
    void nobodyGivesMoreThanHeHas() {
        assertThat(ward.post("/users", userBody("x", "administrator"))
                        .json()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("unknownRole");
        assertThat(ward.post("/users", userBody("x", "khong-co"))
                        .json()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("unknownRole");
        for (String grants : List.of(
                "{\"level\":\"view\"}",
                grant("view", "hoan-kiem") + ",{\"level\":\"view\",\"tag\":\"giao-thong\"}",
                "")) {
            assertThat(ward.post("/roles", roleBody("Rộng", grants, "")).status())
                    .as(grants)
                    .isEqualTo(403);
        }
        for (String site : List.of("cua-nam", "ha-noi", "khong-co")) {
            Desk.Answer refused = ward.post("/roles", roleBody("Rộng", grant("view", site), ""));
            assertThat(refused.json().at("/errors/0/code").asString()).as(site).isEqualTo("unknownSite");
        }
        assertThat(ward.post("/roles", roleBody("Vội", grant("view", "hoan-kiem"), ",\"ptzPriority\":51"))
                        .status())
                .as("above his own priority")
                .isEqualTo(403);
        String id = ward.post("/roles", roleBody("Trực", grant("operate", "trang-tien"), ""))
                .json()
                .path("id")
                .asString();
        Desk.Answer made = ward.post("/users", userBody("truc", id));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(ward.put("/roles/" + id, roleBody("Trực", "{\"level\":\"view\"}", ""), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(403);
        String user = made.json().path("id").asString();
        assertThat(ward.put("/users/" + user, change("administrator", true), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatIsDeniedToSomebodyHeCannotGive() {
        wards.user(
                "thieu",
                wards.role(
                        "Thiếu", "{\"level\":\"configure\"}," + denial("view", "cua-nam", ""), ",\"ptzPriority\":100"));
        Desk less = wards.signIn("thieu");
        assertThat(less.post("/roles", roleBody("Tất cả", "{\"level\":\"view\"}", ""))
                        .status())
                .isEqualTo(403);
        assertThat(less.post("/roles", roleBody("Phường", grant("view", "hoan-kiem"), ""))
                        .status())
                .isEqualTo(201);
        assertThat(less.post("/roles", roleBody("Bớt", "{\"level\":\"view\"}," + denial("view", "cua-nam", ""), ""))
                        .status())
                .isEqualTo(201);
        assertThat(names(less)).contains("thieu").doesNotContain("administrator", "operator");
        assertThat(less.get("/cameras/c-101").status()).isEqualTo(404);
    }

    @Test
    void whatIsDeniedIsNeitherImportedIntoNorMovedAlong() {
        wards.user(
                "gan-het",
                wards.role(
                        "Gần hết",
                        "{\"level\":\"configure\"}," + denial("configure", "cua-nam", ""),
                        ",\"ptzPriority\":100"));
        Desk most = wards.signIn("gan-het");
        assertThat(most.get("/cameras/c-101").status()).as("may be seen").isEqualTo(200);
        assertThat(most.post(
                                "/imports",
                                "{\"cameras\":[{\"id\":\"c-101\",\"name\":\"X\",\"siteId\":\"hoan-kiem\",\"streams\":[]}]}")
                        .status())
                .isEqualTo(422);
        assertThat(most.delete("/cameras/c-101").status()).isEqualTo(403);
        assertThat(most.put(
                                "/sites/cua-nam",
                                "{\"name\":\"X\",\"parentId\":\"ha-noi\"}",
                                "If-Match",
                                wards.etag("/sites/cua-nam"))
                        .status())
                .isEqualTo(403);
        assertThat(most.put(
                                "/sites/ha-noi",
                                "{\"name\":\"X\",\"parentId\":\"hoan-kiem\"}",
                                "If-Match",
                                wards.etag("/sites/ha-noi"))
                        .status())
                .isEqualTo(403);
        assertThat(names(most)).doesNotContain("administrator");
    }

    @Test
    void changesNeedTheVersionLastSeen() {
        String id = wards.user("an", "viewer");
        assertThat(wards.admin.put("/users/" + id, change("viewer", true)).status())
                .isEqualTo(428);
        assertThat(wards.admin
                        .put("/users/" + id, change("viewer", true), "If-Match", "\"1\"")
                        .header("ETag"))
                .isEqualTo("\"2\"");
        assertThat(wards.admin
                        .put("/users/" + id, change("viewer", true), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(wards.admin.get("/users/" + id, "If-None-Match", "\"2\"").status())
                .isEqualTo(304);
        assertThat(wards.admin.post("/users", userBody("AN", "viewer")).code()).isEqualTo("usernameTaken");
        assertThat(wards.admin.delete("/users/" + id, "If-Match", "\"2\"").status())
                .isEqualTo(204);
        assertThat(wards.admin.get("/users/" + id).status()).isEqualTo(404);
        assertThat(wards.admin.post("/users", userBody("an", "viewer")).status())
                .as("the name is free")
                .isEqualTo(201);
        assertThat(wards.admin
                        .post("/users", userBody("khong hop le", "viewer"))
                        .status())
                .isEqualTo(400);
        assertThat(wards.admin
                        .post("/users", userBody("ngan", "viewer").replace(ServerFixture.PASSWORD, "ngan"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void nobodyLocksHimselfOutAndTheServersRolesStay() {
        String me = wards.admin.get("/sessions/current").json().at("/user/id").asString();
        String tag = wards.etag("/users/" + me);
        assertThat(wards.admin
                        .put("/users/" + me, change("viewer", true), "If-Match", tag)
                        .code())
                .isEqualTo("ownAccount");
        assertThat(wards.admin
                        .put("/users/" + me, change("administrator", false), "If-Match", tag)
                        .code())
                .isEqualTo("ownAccount");
        assertThat(wards.admin.delete("/users/" + me, "If-Match", tag).code()).isEqualTo("ownAccount");
        assertThat(wards.admin
                        .put("/users/" + me + "/password", "{\"password\":\"mot-cai-khac\"}")
                        .code())
                .isEqualTo("ownAccount");
        assertThat(wards.admin
                        .put("/users/" + me, change("administrator", true), "If-Match", tag)
                        .status())
                .as("another name to show")
                .isEqualTo(200);
        assertThat(wards.admin.delete("/roles/operator", "If-Match", "\"1\"").code())
                .isEqualTo("builtinRole");
        String own = ward.get("/sessions/current").json().at("/user/role").asString();
        assertThat(ward.put("/roles/" + own, roleBody("Khác", grant("view", "hoan-kiem"), ""), "If-Match", "\"1\"")
                        .code())
                .isEqualTo("ownRole");
        assertThat(wards.admin.delete("/roles/" + own, "If-Match", "\"1\"").code())
                .isEqualTo("roleInUse");
    }

    @Test
    void sitesAreChangedBeneathOnesOwn() {
        Desk.Answer made = ward.post("/sites", "{\"name\":\"Ngõ\",\"parentId\":\"trang-tien\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String id = made.json().path("id").asString();
        assertThat(ward.post("/sites", "{\"name\":\"Gốc\"}").status()).isEqualTo(403);
        assertThat(ward.post("/sites", "{\"id\":\"cua-nam\",\"name\":\"X\",\"parentId\":\"hoan-kiem\"}")
                        .status())
                .as("whether it is taken is not told")
                .isEqualTo(403);
        for (String parent : List.of("cua-nam", "ha-noi", "khong-co")) {
            assertThat(ward.post("/sites", "{\"name\":\"X\",\"parentId\":\"" + parent + "\"}")
                            .json()
                            .at("/errors/0/code")
                            .asString())
                    .isEqualTo("unknownSite");
        }
        String tag = made.header("ETag");
        Desk.Answer renamed =
                ward.put("/sites/" + id, "{\"name\":\"Ngõ 1\",\"parentId\":\"hoan-kiem\"}", "If-Match", tag);
        assertThat(renamed.json().path("parentId").asString()).isEqualTo("hoan-kiem");
        assertThat(ward.put("/sites/" + id, "{\"name\":\"Ngõ 2\"}", "If-Match", tag)
                        .status())
                .isEqualTo(412);
        assertThat(ward.put("/sites/" + id, "{\"name\":\"Ngõ 1\"}", "If-Match", renamed.header("ETag"))
                        .status())
                .as("to be a root of its own")
                .isEqualTo(403);
        assertThat(ward.put("/sites/hoan-kiem", "{\"name\":\"Phường ta\"}", "If-Match", wards.etag("/sites/hoan-kiem"))
                        .status())
                .isEqualTo(200);
        assertThat(wards.admin.get("/sites/hoan-kiem").json().path("parentId").asString())
                .as("a parent that is not seen stays")
                .isEqualTo("ha-noi");
        assertThat(wards.admin
                        .put(
                                "/sites/hoan-kiem",
                                "{\"name\":\"X\",\"parentId\":\"trang-tien\"}",
                                "If-Match",
                                wards.etag("/sites/hoan-kiem"))
                        .json()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("cycle");
        assertThat(ward.delete("/sites/trang-tien", "If-Match", wards.etag("/sites/trang-tien"))
                        .code())
                .isEqualTo("siteInUse");
        assertThat(ward.delete("/sites/" + id, "If-Match", wards.etag("/sites/" + id))
                        .status())
                .isEqualTo(204);
        assertThat(ward.get("/sites/" + id).status()).isEqualTo(404);
        assertThat(wards.admin
                        .post("/sites", "{\"id\":\"" + id + "\",\"name\":\"Lại\"}")
                        .status())
                .as("an id that is free again")
                .isEqualTo(201);
    }

    @Test
    void everybodySeesAndEndsHisOwnSessionsAndTakesAnotherPassword() {
        wards.user("an", "viewer");
        Desk here = wards.signIn("an");
        Desk there = wards.signIn("an");
        JsonNode sessions = here.get("/me/sessions").json().path("items");
        assertThat(sessions).hasSize(2);
        String other = sessions.valueStream()
                .filter(held -> !held.path("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        assertThat(wards.admin.delete("/me/sessions/" + other).status())
                .as("not hers")
                .isEqualTo(404);
        assertThat(here.delete("/me/sessions/" + other).status()).isEqualTo(204);
        assertThat(there.get("/sites").status()).isEqualTo(401);
        Desk again = wards.signIn("an");
        String change = "{\"oldPassword\":\"%s\",\"newPassword\":\"%s\"}";
        assertThat(here.put("/me/password", change.formatted("khong-phai", "mot-cai-khac"))
                        .status())
                .isEqualTo(403);
        assertThat(here.put("/me/password", change.formatted(ServerFixture.PASSWORD, "ngan"))
                        .status())
                .isEqualTo(400);
        assertThat(here.put("/me/password", change.formatted(ServerFixture.PASSWORD, "mot-cai-khac"))
                        .status())
                .isEqualTo(204);
        assertThat(again.get("/sites").status()).isEqualTo(401);
        assertThat(here.get("/sites").status()).as("the desk that changed it").isEqualTo(200);
        assertThat(wards.fixture.anonymous.login("an", "mot-cai-khac").status()).isEqualTo(201);
    }
}

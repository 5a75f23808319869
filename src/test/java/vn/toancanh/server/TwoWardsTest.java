package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.server.Wards.grant;
import static vn.toancanh.server.Wards.ids;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What concerns two wards and names cameras of both: to each ward it names its own, in lists, alone, in older versions and after a
 * change, and who saves what he was shown spoils nothing of the other's. Camera 1 hangs in the first ward, 101 in the second.
 */
@Tag("slow")
@Timeout(180)
class TwoWardsTest {
    private static final String CELLS = """
            [{"x":0,"y":0,"w":1,"h":1,"content":{"type":"camera","cameraId":"c-101"}},
             {"x":1,"y":0,"w":1,"h":1,"content":{"type":"camera","cameraId":"c-1"}},
             {"x":2,"y":0,"w":1,"h":1,"content":{"type":"playlist","items":[{"cameraId":"c-1","seconds":5},{"cameraId":"c-101","seconds":5}]}},
             {"x":3,"y":0,"w":1,"h":1,"content":{"type":"playlist","items":[{"cameraId":"c-101","seconds":5}]}}]""";

    @TempDir
    Path data;

    private Wards wards;
    private Desk ward;
    private Desk other;

    @BeforeEach
    void start() throws IOException {
        wards = Wards.start(data);
        ward = wards.atFirstWard("operate");
        wards.user("cua-nam", wards.role("Cửa Nam", grant("operate", "cua-nam"), ""));
        other = wards.signIn("cua-nam");
    }

    @AfterEach
    void stop() {
        wards.close();
    }

    private static String alarm(String cameras, String more) {
        return "{\"type\":\"x\",\"priority\":5,\"cameraIds\":[" + cameras + "],\"title\":\"A\"" + more + "}";
    }

    private String raised(String body) {
        Desk.Answer answer = wards.admin.post(
                "/alarms", body, "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }

    @Test
    void anAlarmNamesToEachWardItsOwnCameras() throws IOException {
        String id = raised(alarm("\"c-101\",\"c-1\"", ""));
        wards.admin.putBytes("/alarms/" + id + "/snapshot", "image/png", picture());
        for (JsonNode told : new JsonNode[] {
            ward.get("/alarms/" + id).json(),
            ward.get("/alarms").json().path("items").path(0),
            ward.send("PATCH", "/alarms/" + id, "{\"comment\":\"đang xem\"}", "If-Match", "\"1\"")
                    .json()
        }) {
            assertThat(ids(told.path("cameraIds"))).containsExactly("c-1");
            assertThat(told.path("siteId").asString()).isEqualTo("hoan-kiem");
            assertThat(told.path("place").isNull())
                    .as("that of the first camera")
                    .isTrue();
            assertThat(told.path("snapshot").isNull()).isTrue();
        }
        assertThat(ward.get("/alarms/" + id + "/snapshot").status()).isEqualTo(404);
        JsonNode there = other.get("/alarms/" + id).json();
        assertThat(ids(there.path("cameraIds"))).containsExactly("c-101");
        assertThat(there.path("siteId").asString()).isEqualTo("cua-nam");
        assertThat(there.path("place").isNull()).isFalse();
        assertThat(other.get("/alarms/" + id + "/snapshot").status()).isEqualTo(200);
        assertThat(ids(wards.admin.get("/alarms/" + id).json().path("cameraIds")))
                .containsExactly("c-101", "c-1");
    }

    @Test
    void alarmsAreFoundByTheSitesThatOneKnows() {
        String id = raised(alarm("\"c-101\",\"c-1\"", ""));
        String city = raised(alarm("\"c-1\"", ",\"siteId\":\"ha-noi\""));
        assertThat(ids(ward.get("/alarms?site=hoan-kiem").json().path("items"))).containsExactly(city, id);
        assertThat(ids(ward.get("/alarms?site=cua-nam").json().path("items"))).isEmpty();
        assertThat(ids(ward.get("/alarms?site=ha-noi").json().path("items"))).isEmpty();
        assertThat(ward.get("/alarms/" + city).json().path("siteId").asString())
                .as("what is above the ward is not told")
                .isEqualTo("hoan-kiem");
        assertThat(ids(wards.admin.get("/alarms?site=cua-nam").json().path("items")))
                .containsExactly(id);
        assertThat(ids(wards.admin.get("/alarms?site=ha-noi").json().path("items")))
                .containsExactly(city, id);
    }

    @Test
    void whoSeesEverythingIsToldOfCamerasThatAreGone() {
        String id = raised(alarm("\"c-1\",\"c-2\"", ""));
        wards.admin.delete("/cameras/c-1");
        assertThat(ids(wards.admin.get("/alarms/" + id).json().path("cameraIds")))
                .containsExactly("c-1", "c-2");
        assertThat(ids(ward.get("/alarms/" + id).json().path("cameraIds")))
                .as("to others it is as if there had been none")
                .containsExactly("c-2");
    }

    @Test
    void aRecordNamesToEachWardItsOwnCamerasAndToItsWriterAll() {
        String at = "\"2026-11-20T23:00:00Z\"";
        String id = UUID.randomUUID().toString();
        Desk.Answer kept = wards.admin.post(
                "/records",
                "{\"id\":\"" + id + "\",\"kind\":\"patrol\",\"title\":\"R\",\"cameraIds\":[\"c-101\",\"c-1\"],"
                        + "\"siteId\":\"cua-nam\",\"beganAt\":" + at + ",\"endedAt\":" + at + ",\"signedAt\":" + at
                        + ",\"content\":{\"stops\":[{\"cameraId\":\"c-101\",\"ok\":true},{\"cameraId\":\"c-1\",\"ok\":true}],"
                        + "\"last\":{\"cameraId\":\"c-101\"}}}");
        assertThat(kept.status()).as(kept.body()).isEqualTo(201);
        for (Desk.Answer told : new Desk.Answer[] {ward.get("/records/" + id), ward.get("/records")}) {
            assertThat(told.body()).contains("c-1\"").doesNotContain("c-101", "cua-nam");
        }
        assertThat(ward.get("/records/" + id).json().at("/content/stops")).hasSize(1);
        assertThat(wards.admin.get("/records/" + id).body()).contains("c-101", "cua-nam");
    }

    private static String layout(String scope, String cells) {
        return "{\"name\":\"A\",\"scope\":\"" + scope + "\",\"grid\":{\"columns\":4,\"rows\":1},\"cells\":" + cells
                + "}";
    }

    @Test
    void aLayoutOfTheCityNamesToEachWardItsOwnCameras() {
        Desk.Answer made = wards.admin.post("/layouts", layout("global", CELLS));
        String path = "/layouts/" + made.json().path("id").asString();
        Desk.Answer told = ward.get(path);
        for (Desk.Answer each : new Desk.Answer[] {told, ward.get("/layouts"), ward.get(path + "/versions")}) {
            assertThat(each.body()).contains("\"c-1\"").doesNotContain("c-101");
        }
        assertThat(told.json().at("/cells/0/content/type").asString()).isEqualTo("withheld");
        assertThat(told.json().at("/cells/1/content/cameraId").asString()).isEqualTo("c-1");
        assertThat(told.json().at("/cells/2/content/items")).hasSize(1);
        assertThat(told.json().at("/cells/3/content/type").asString()).isEqualTo("withheld");
        assertThat(wards.admin.get(path).json().path("cells"))
                .isEqualTo(JsonMapper.shared().readTree(CELLS));
        assertThat(ward.get(path, "If-None-Match", told.header("ETag")).status())
                .isEqualTo(304);
        assertThat(ward.get(path, "If-None-Match", made.header("ETag")).status())
                .as("what others are shown under the same version is not this")
                .isEqualTo(200);
    }

    @Test
    void whoSavesWhatHeWasShownLosesNothingOfTheOthers() {
        String role = wards.role("Hai phường", grant("operate", "hoan-kiem") + "," + grant("operate", "cua-nam"), "");
        wards.user("hai", role);
        Desk both = wards.signIn("hai");
        String path = "/layouts/"
                + both.post("/layouts", layout("private", CELLS))
                        .json()
                        .path("id")
                        .asString();
        String wide = both.get(path).header("ETag");
        narrow(role, grant("operate", "hoan-kiem"));
        assertThat(both.put(path, layout("private", CELLS), "If-Match", wide).status())
                .as("it was shown otherwise")
                .isEqualTo(412);
        Desk.Answer narrow = both.get(path);
        assertThat(narrow.body()).doesNotContain("c-101");
        String cells = narrow.json()
                .path("cells")
                .toString()
                .replace("{\"type\":\"camera\",\"cameraId\":\"c-1\"}", "{\"type\":\"camera\",\"cameraId\":\"c-2\"}");
        Desk.Answer saved = both.put(path, layout("private", cells), "If-Match", narrow.header("ETag"));
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        assertThat(saved.body()).doesNotContain("c-101");
        narrow(role, grant("operate", "hoan-kiem") + "," + grant("operate", "cua-nam"));
        JsonNode whole = both.get(path).json().path("cells");
        assertThat(whole.at("/0/content/cameraId").asString()).isEqualTo("c-101");
        assertThat(whole.at("/1/content/cameraId").asString()).isEqualTo("c-2");
        assertThat(whole.at("/2/content/items")).hasSize(2);
        assertThat(whole.at("/3/content/items")).hasSize(1);
    }

    private void narrow(String role, String grants) {
        assertThat(wards.admin
                        .put(
                                "/roles/" + role,
                                Wards.roleBody("Hai phường", grants, ""),
                                "If-Match",
                                wards.etag("/roles/" + role))
                        .status())
                .isEqualTo(200);
    }
}

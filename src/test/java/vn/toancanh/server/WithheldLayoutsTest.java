package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.server.Wards.grant;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * A supervisor of one ward has layouts with cameras of another, whose right to them has ended: they are withheld from him, and nothing
 * that he saves loses them or gets at others. Camera 1 hangs in his ward, 101 in the other.
 */
@Tag("slow")
@Timeout(180)
class WithheldLayoutsTest {
    private static final String OTHER = camera("c-101");
    private static final String OWN = camera("c-1");
    private static final String TURNS = playlist("c-1", "c-101", "c-2", "c-102");

    @TempDir
    Path data;

    private Wards wards;
    private String role;
    private Desk desk;

    @BeforeEach
    void start() throws IOException {
        wards = Wards.start(data);
        role = wards.role("Hai phường", both(), "");
        wards.user("hai", role);
        desk = wards.signIn("hai");
    }

    @AfterEach
    void stop() {
        wards.close();
    }

    private static String both() {
        return grant("operate", "hoan-kiem") + "," + grant("operate", "cua-nam");
    }

    private static String camera(String id) {
        return "{\"type\":\"camera\",\"cameraId\":\"" + id + "\",\"role\":\"auto\"}";
    }

    private static String playlist(String... cameras) {
        StringBuilder items = new StringBuilder();
        for (String camera : cameras) {
            items.append(items.isEmpty() ? "" : ",")
                    .append("{\"cameraId\":\"")
                    .append(camera)
                    .append("\",\"seconds\":5}");
        }
        return "{\"type\":\"playlist\",\"items\":[" + items + "]}";
    }

    /** One row of tiles. */
    private static String layout(String name, String... contents) {
        StringBuilder cells = new StringBuilder();
        for (int x = 0; x < contents.length; x++) {
            cells.append(x == 0 ? "" : ",")
                    .append("{\"x\":%d,\"y\":0,\"w\":1,\"h\":1,\"content\":%s}".formatted(x, contents[x]));
        }
        return "{\"name\":\"%s\",\"scope\":\"private\",\"grid\":{\"columns\":%d,\"rows\":1},\"cells\":[%s]}"
                .formatted(name, contents.length, cells);
    }

    private String made(String... contents) {
        Desk.Answer made = desk.post("/layouts", layout("A", contents));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return "/layouts/" + made.json().path("id").asString();
    }

    private void narrow() {
        rights(grant("operate", "hoan-kiem"));
    }

    private void rights(String grants) {
        assertThat(wards.admin
                        .put(
                                "/roles/" + role,
                                Wards.roleBody("Hai phường", grants, ""),
                                "If-Match",
                                wards.etag("/roles/" + role))
                        .status())
                .isEqualTo(200);
    }

    private Desk.Answer save(String path, String... contents) {
        return desk.put(path, layout("A", contents), "If-Match", desk.get(path).header("ETag"));
    }

    private String told(String path, int tile) {
        return desk.get(path).json().at("/cells/" + tile + "/content").toString();
    }

    /** What stands there for who sees all of it. */
    private String stands(String path, int tile) {
        rights(both());
        String content = told(path, tile);
        narrow();
        return content;
    }

    private void refused(Desk.Answer answer, String code, String pointer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(answer.body()).doesNotContain("c-101");
    }

    @Test
    void whatIsWithheldSaysThatItIsThereAndNothingElse() {
        String path = made(OTHER, OWN, playlist("c-101"));
        String plain = desk.get(path).header("ETag");
        narrow();
        Desk.Answer answer = desk.get(path);
        assertThat(answer.body()).doesNotContain("c-101", "Ngã tư số 101");
        for (int tile : new int[] {0, 2}) {
            JsonNode content = answer.json().at("/cells/" + tile + "/content");
            assertThat(content.propertyNames()).containsExactlyInAnyOrder("type", "from");
            assertThat(content.path("type").asString()).isEqualTo("withheld");
        }
        assertThat(told(path, 1)).isEqualTo(OWN);
        assertThat(desk.get(path, "If-None-Match", plain).status()).isEqualTo(200);
        assertThat(desk.get("/layouts")
                        .json()
                        .at("/items/0/cells/0/content/type")
                        .asString())
                .isEqualTo("withheld");
        assertThat(desk.get(path + "/versions")
                        .json()
                        .at("/items/0/cells/0/content/type")
                        .asString())
                .isEqualTo("withheld");
    }

    @Test
    void itIsPutBackWhereverItsTileHasBeenMoved() {
        String path = made(OTHER, OWN, camera("c-102"));
        narrow();
        String first = told(path, 0);
        String last = told(path, 2);
        Desk.Answer saved = save(path, last, first, OWN, first);
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        assertThat(saved.body()).doesNotContain("c-101", "c-102");
        assertThat(stands(path, 0)).isEqualTo(camera("c-102"));
        assertThat(stands(path, 1)).isEqualTo(OTHER);
        assertThat(stands(path, 2)).isEqualTo(OWN);
        assertThat(stands(path, 3)).as("it may be copied").isEqualTo(OTHER);
        // And once more by what it was told then, which is of an older version now.
        assertThat(save(path, first, last, OWN, first).status()).isEqualTo(200);
        assertThat(stands(path, 0)).isEqualTo(OTHER);
    }

    @Test
    void itComesAlongInALayoutOfOnesOwn() {
        String path = made(OTHER, OWN);
        narrow();
        String withheld = told(path, 0);
        String key = UUID.randomUUID().toString();
        String body = layout("Của tôi", OWN, withheld);
        Desk.Answer copy = desk.post("/layouts", body, "Idempotency-Key", key);
        assertThat(copy.status()).as(copy.body()).isEqualTo(201);
        assertThat(copy.body()).doesNotContain("c-101");
        assertThat(stands("/layouts/" + key, 1)).isEqualTo(OTHER);
        assertThat(desk.post("/layouts", body, "Idempotency-Key", key).status())
                .as("sent again")
                .isEqualTo(200);
        assertThat(told("/layouts/" + key, 1)).contains("withheld").contains(key);
    }

    @Test
    void whatIsSavedWithoutItIsRefusedAndChangesNothing() {
        String path = made(OTHER, OWN, OTHER);
        narrow();
        String first = told(path, 0);
        String empty = "{\"type\":\"empty\"}";
        refused(save(path, OWN, OWN, first), "withheldLost", "/cells");
        refused(save(path, empty, OWN, empty), "withheldLost", "/cells");
        refused(save(path, first), "withheldLost", "/cells");
        assertThat(desk.get(path).json().path("version").asInt()).isEqualTo(1);
        assertThat(stands(path, 0)).isEqualTo(OTHER);
        assertThat(desk.post("/layouts", layout("B", OWN)).status())
                .as("as another layout that is his to say")
                .isEqualTo(201);
    }

    @Test
    void itIsKnownByItsPlaceAlone() {
        String path = made(OTHER, OWN);
        narrow();
        String unsaid = "{\"type\":\"withheld\"}";
        assertThat(save(path, unsaid, camera("c-2")).status()).isEqualTo(200);
        assertThat(stands(path, 0)).isEqualTo(OTHER);
        refused(save(path, told(path, 0), unsaid), "withheldUnknown", "/cells/1/content");
        refused(desk.post("/layouts", layout("B", unsaid)), "withheldUnknown", "/cells/0/content");
    }

    /** Of what does not exist, is another's, is empty, or is older than what is kept, nobody learns which. */
    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%s/1/7", "%s/9/0", "%s/1/1", "khong-co/1/0", "m-1/s/0"})
    void whatWasWithheldNowhereIsRefused(String from) {
        String path = made(OTHER, "{\"type\":\"empty\"}");
        narrow();
        String forged = "{\"type\":\"withheld\",\"from\":\"" + from.formatted(path.substring(9)) + "\"}";
        refused(desk.post("/layouts", layout("B", OWN, forged)), "withheldUnknown", "/cells/1/content");
        refused(save(path, told(path, 0), forged), "withheldUnknown", "/cells/1/content");
        Desk.Answer admin = wards.admin.post("/layouts", layout("C", forged));
        assertThat(admin.status()).as(admin.body()).isEqualTo(422);
    }

    @Test
    void nobodyGetsAtTheLayoutsOfOthers() {
        Desk.Answer theirs = wards.admin.post("/layouts", layout("Riêng", OTHER));
        String from = theirs.json().path("id").asString() + "/1/0";
        narrow();
        refused(
                desk.post("/layouts", layout("B", "{\"type\":\"withheld\",\"from\":\"" + from + "\"}")),
                "withheldUnknown",
                "/cells/0/content");
    }

    @Test
    void turnsThatWereChangedGetThoseBackThatWereNotShown() {
        String path = made(TURNS, OWN);
        narrow();
        assertThat(told(path, 0)).isEqualTo(playlist("c-1", "c-2"));
        assertThat(save(path, playlist("c-2", "c-1", "c-3"), OWN).status()).isEqualTo(200);
        assertThat(stands(path, 0)).isEqualTo(playlist("c-2", "c-102", "c-1", "c-101", "c-3"));
        String shown = told(path, 0);
        assertThat(save(path, OWN, shown).status())
                .as("moved as they were shown")
                .isEqualTo(200);
        assertThat(stands(path, 1)).isEqualTo(playlist("c-2", "c-102", "c-1", "c-101", "c-3"));
        refused(save(path, OWN, OWN), "withheldLost", "/cells");
    }

    @Test
    void whoIsShownItAgainSavesWhatHeSees() {
        String path = made(OTHER);
        narrow();
        String withheld = told(path, 0);
        String tag = desk.get(path).header("ETag");
        rights(both());
        assertThat(desk.put(path, layout("A", withheld), "If-Match", tag).status())
                .isEqualTo(412);
        assertThat(save(path, withheld).status()).isEqualTo(200);
        assertThat(told(path, 0)).isEqualTo(OTHER);
    }
}

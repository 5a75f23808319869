package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.toancanh.base.FailureException;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

@Tag("slow")
class ImportTest {
    private static final String SITES = "\"sites\":[{\"id\":\"s\",\"parentId\":null,\"name\":\"Phường\"}]";

    private ServerFixture fixture;
    private Desk desk;

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        fixture = ServerFixture.start(data);
        desk = fixture.desk("administrator");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static String camera(int line, String id, int number, String more) {
        return """
                {"line":%d,"id":"%s","number":%d,"name":"Ngã tư","siteId":"s","streams":
                [{"role":"main","url":"rtsp://10.1.2.3:554/main"%s}]}""".formatted(line, id, number, more);
    }

    private Desk.Answer send(String query, String... cameras) {
        return desk.post("/imports" + query, "{" + SITES + ",\"cameras\":[" + String.join(",", cameras) + "]}");
    }

    private static final String LOGIN = ",\"username\":\"u\",\"password\":\"rat-kin\"";

    @Test
    void camerasComeInAndAgainWithoutChange() {
        JsonNode first =
                send("", camera(2, "a", 1, LOGIN), camera(3, "b", 2, LOGIN)).json();
        assertThat(first.path("added").asInt()).isEqualTo(2);
        assertThat(first.path("sites").asInt()).isEqualTo(1);
        JsonNode second =
                send("", camera(2, "a", 1, LOGIN), camera(3, "b", 3, LOGIN)).json();
        assertThat(second.path("unchanged").asInt()).isEqualTo(1);
        assertThat(second.path("changed").asInt()).isEqualTo(1);
        JsonNode third =
                send("", camera(2, "a", 1, LOGIN), camera(3, "b", 3, LOGIN)).json();
        assertThat(third.path("revision").asLong())
                .isEqualTo(second.path("revision").asLong());
    }

    @Test
    void aDryRunCountsAndChangesNothing() {
        JsonNode counted = send("?dryRun=true", camera(2, "a", 1, LOGIN)).json();
        assertThat(counted.path("added").asInt()).isEqualTo(1);
        assertThat(counted.path("dryRun").asBoolean()).isTrue();
        assertThat(desk.get("/cameras").json().path("total").asInt()).isZero();
        assertThat(send("?dryRun=maybe", camera(2, "a", 1, LOGIN)).status()).isEqualTo(400);
    }

    @Test
    void numbersMayChangeHandsWithinOneImport() {
        send("", camera(2, "a", 1, LOGIN), camera(3, "b", 2, LOGIN));
        assertThat(send("", camera(2, "a", 2, LOGIN), camera(3, "b", 1, LOGIN)).status())
                .isEqualTo(200);
        assertThat(desk.get("/cameras/a").json().path("number").asInt()).isEqualTo(2);
    }

    @Test
    void aTakenNumberIsNamedByItsLineAndNothingComesIn() {
        send("", camera(2, "a", 7, LOGIN));
        Desk.Answer refused = send("", camera(2, "b", 8, LOGIN), camera(3, "c", 7, LOGIN), camera(4, "d", 8, LOGIN));
        assertThat(refused.status()).isEqualTo(422);
        JsonNode errors = refused.json().path("errors");
        assertThat(errors).hasSize(2);
        assertThat(errors.path(0).path("code").asString()).isEqualTo("numberTaken");
        assertThat(errors.path(0).path("line").asInt()).isEqualTo(3);
        assertThat(errors.path(0).path("args").path("number").asInt()).isEqualTo(7);
        assertThat(errors.path(1).path("line").asInt()).isEqualTo(4);
        assertThat(desk.get("/cameras").json().path("total").asInt()).isEqualTo(1);
    }

    @Test
    void everyFaultIsNamed() {
        String bad = """
                {"line":5,"id":"","number":0,"name":" ","siteId":"s","geo":{"lat":91,"lon":200,"azimuthDeg":360,"fovDeg":0},
                "streams":[{"role":"main","url":"http://x/"},{"role":"main","url":"rtsp://a/b"},{"role":"khac"},
                {"role":"sub","url":"rtsp://user:pass@host/x","width":-1,"fps":1000}]}""";
        JsonNode errors = send("", bad).json().path("errors");
        assertThat(errors.size()).isGreaterThanOrEqualTo(12);
        errors.forEach(error -> assertThat(error.path("line").asInt()).isEqualTo(5));
        assertThat(errors.toString()).doesNotContain("user:pass");
        assertThat(send("", camera(2, "x", 1, LOGIN).replace("\"siteId\":\"s\"", "\"siteId\":\"t\""))
                        .json()
                        .path("errors")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("unknownSite");
        assertThat(send("", camera(2, "x", 1, LOGIN), camera(3, "x", 2, LOGIN))
                        .json()
                        .path("errors")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("duplicate");
        assertThat(send("", "null").status()).isEqualTo(422);
        assertThat(desk.post("/imports", "{}").status()).isEqualTo(400);
        assertThat(desk.post("/imports", "{\"cameras\":[{\"number\":\"7\"}]}")
                        .json()
                        .path("errors")
                        .path(0)
                        .path("pointer")
                        .asString())
                .isEqualTo("/cameras/0/number");
    }

    @Test
    void sitesMustFormATree() {
        Site a = new Site(new SiteId("a"), new SiteId("b"), "A");
        Site b = new Site(new SiteId("b"), new SiteId("a"), "B");
        assertThatThrownBy(() -> fixture.server.inventory().merge(List.of(a, b), List.of()))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("cycle");
        Site orphan = new Site(new SiteId("c"), new SiteId("khong-co"), "C");
        assertThatThrownBy(() -> fixture.server.inventory().merge(List.of(orphan), List.of()))
                .hasMessageContaining("unknownSite");
    }

    @Test
    void credentialsStayWhereNoneAreSentAndChangeWhereSome() {
        fixture.direct();
        send("", camera(2, "a", 1, LOGIN));
        assertThat(send("", camera(2, "a", 9, "")).json().path("changed").asInt())
                .isEqualTo(1);
        assertThat(grant().path("password").asString()).isEqualTo("rat-kin");
        assertThat(send("", camera(2, "a", 9, ",\"username\":\"u\",\"password\":\"moi\""))
                        .json()
                        .path("changed")
                        .asInt())
                .isEqualTo(1);
        assertThat(grant().path("password").asString()).isEqualTo("moi");
        assertThat(desk.delete("/cameras/a").status()).isEqualTo(204);
        assertThat(grant().path("problem").path("code").asString()).isEqualTo("notFound");
    }

    @Test
    void credentialsDoNotFollowAnAddressToAnotherPlace() {
        fixture.direct();
        for (String elsewhere :
                List.of("rtsp://10.9.9.9:554/main", "rtsp://10.1.2.3:8554/main", "rtsps://10.1.2.3:554/main")) {
            send("", camera(2, "a", 1, LOGIN));
            assertThat(grant().path("password").asString()).isEqualTo("rat-kin");
            String moved = camera(2, "a", 1, "").replace("rtsp://10.1.2.3:554/main", elsewhere);
            assertThat(forgotten(send("?dryRun=true", moved))).isEqualTo(1);
            assertThat(grant().path("password").asString())
                    .as("nothing was done")
                    .isEqualTo("rat-kin");
            assertThat(forgotten(send("", moved))).as(elsewhere).isEqualTo(1);
            assertThat(grant().toString()).as(elsewhere).contains(elsewhere).doesNotContain("rat-kin");
            assertThat(forgotten(send("", camera(2, "a", 1, ""))))
                    .as("back again")
                    .isZero();
            assertThat(grant().toString()).as("what is forgotten stays so").doesNotContain("rat-kin");
        }
        send("", camera(2, "a", 1, LOGIN));
        String sameCamera = camera(2, "a", 1, "").replace("rtsp://10.1.2.3:554/main", "rtsp://10.1.2.3/other");
        assertThat(forgotten(send("", sameCamera))).isZero();
        assertThat(grant().path("password").asString()).isEqualTo("rat-kin");
        String named = camera(2, "a", 1, LOGIN).replace("10.1.2.3", "10.9.9.9");
        assertThat(forgotten(send("", named))).isZero();
        assertThat(grant().path("password").asString()).isEqualTo("rat-kin");
    }

    private static int forgotten(Desk.Answer done) {
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        return done.json().path("credentialsForgotten").asInt(-1);
    }

    @Test
    void certificatesStayWhereNoneAreNamedAndChangeWhereSome() {
        fixture.direct();
        String pinned = ",\"tlsPins\":[\"" + PIN + "\",\"" + PIN + "\"]";
        assertThat(send("", camera(2, "a", 1, pinned)).status()).isEqualTo(200);
        assertThat(pins()).containsExactly(PIN);
        assertThat(send("", camera(2, "a", 1, pinned)).json().path("unchanged").asInt())
                .isEqualTo(1);
        assertThat(send("", camera(2, "a", 1, "")).json().path("unchanged").asInt())
                .isEqualTo(1);
        assertThat(pins()).as("nothing was said of them").containsExactly(PIN);
        assertThat(send("", camera(2, "a", 1, ",\"tlsPins\":[]"))
                        .json()
                        .path("changed")
                        .asInt())
                .isEqualTo(1);
        assertThat(pins()).isEmpty();
        for (String wrong : List.of("\"x\"", "null", "\"\"", "\"" + PIN.replace('U', 'V') + "\"")) {
            JsonNode error = send("", camera(2, "a", 1, ",\"tlsPins\":[" + wrong + "]"))
                    .json()
                    .path("errors")
                    .path(0);
            assertThat(error.path("pointer").asString()).as(wrong).isEqualTo("/cameras/0/streams/0/tlsPins");
        }
        String nine = String.join(",", java.util.Collections.nCopies(9, "\"" + PIN + "\""));
        assertThat(send("", camera(2, "a", 1, ",\"tlsPins\":[" + nine + "]")).status())
                .isEqualTo(422);
    }

    @Test
    void aTransportStaysWhereNoneIsNamedAndChangesWhereOneIs() {
        fixture.direct();
        send("", camera(2, "a", 1, ""));
        assertThat(transports()).containsExactly("tcp", "udp");
        String udp = ",\"transport\":\"udp\"";
        assertThat(send("", camera(2, "a", 1, udp)).json().path("changed").asInt())
                .isEqualTo(1);
        assertThat(transports()).containsExactly("udp", "tcp");
        assertThat(send("", camera(2, "a", 1, udp)).json().path("unchanged").asInt())
                .isEqualTo(1);
        assertThat(send("", camera(2, "a", 1, "")).json().path("unchanged").asInt())
                .isEqualTo(1);
        assertThat(transports()).containsExactly("udp", "tcp");
        assertThat(send("", camera(2, "a", 1, ",\"transport\":\"quic\"")).status())
                .isEqualTo(422);
        String encrypted = camera(2, "a", 1, udp).replace("rtsp:", "rtsps:");
        assertThat(send("", encrypted).status()).isEqualTo(200);
        assertThat(transports()).as("datagrams are not encrypted").containsExactly("tcp");
    }

    private List<String> transports() {
        return grant().path("transports").valueStream().map(JsonNode::asString).toList();
    }

    private static final String PIN = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    private List<String> pins() {
        return grant().path("tlsPins").valueStream().map(JsonNode::asString).toList();
    }

    private JsonNode grant() {
        return desk.post("/stream-sessions", "{\"streams\":[{\"cameraId\":\"a\",\"role\":\"main\"}]}")
                .json()
                .path("items")
                .path(0);
    }

    private void isTooMany(String body, String pointer) {
        Desk.Answer refused = desk.post("/imports", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("length");
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    /** The rest of each body is no JSON, so that who reads it to its end finds another fault. */
    @Test
    void whatIsTooMuchEndsTheReading() {
        String many = "{},".repeat(200_001);
        isTooMany("{\"cameras\":[" + many + " oh", "/cameras/200000");
        isTooMany("{\"sites\":[" + many + " oh", "/sites/200000");
        isTooMany("{\"cameras\":[{},{\"streams\":[" + "{},".repeat(9) + " oh", "/cameras/1/streams/8");
        isTooMany("{\"cameras\":[{\"tags\":[" + "\"a\",".repeat(65) + " oh", "/cameras/0/tags/64");
        isTooMany(
                "{\"cameras\":[{\"streams\":[{\"tlsPins\":[" + "null,".repeat(65) + " oh",
                "/cameras/0/streams/0/tlsPins/64");
    }
}

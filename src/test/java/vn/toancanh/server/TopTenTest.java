package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.toancanh.server.tls.Transport;

/** What the walk through OWASP's ten API risks asked for beyond the tests of each room; {@code docs/security.md} is the walk. */
@Tag("slow")
class TopTenTest {
    @TempDir
    Path data;

    private ServerFixture fixture;
    private Desk administrator;

    @BeforeEach
    void start() throws IOException {
        fixture = ServerFixture.start(data);
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 3));
        administrator = fixture.desk("administrator");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    /** Every test that the walk names is there, so that it does not go stale; so are those of the list of promises. */
    @Test
    void everyTestThatTheWalkNamesIsThere() throws IOException {
        String walk = Files.readString(Path.of("docs/security.md"));
        assertThat(named(walk)).isGreaterThan(25);
        for (int risk = 1; risk <= 10; risk++) {
            assertThat(walk).contains("API" + risk + ":2023");
        }
        assertThat(named(Files.readString(Path.of("docs/contract.md")))).isGreaterThan(100);
    }

    /** How many tests a text names; fails where one of them is not there. */
    private static int named(String walk) throws IOException {
        List<String> missing = new ArrayList<>();
        int named = 0;
        Matcher name = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`").matcher(walk);
        while (name.find()) {
            named++;
            String method = name.group(2);
            if (sources(name.group(1)).noneMatch(text -> method == null || text.contains("void " + method + "("))) {
                missing.add(name.group());
            }
        }
        assertThat(missing).isEmpty();
        return named;
    }

    private static Stream<String> sources(String test) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.getFileName().toString().equals(test + ".java")).toList().stream()
                    .map(TopTenTest::text);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** API3: what a caller may not set is not taken from a body that names it. */
    @Test
    void fieldsThatAreTheServersAreNotTaken() {
        JsonNode user = administrator
                .post(
                        "/users",
                        "{\"id\":\"u-mine\",\"username\":\"moi\",\"displayName\":\"M\",\"roleId\":\"viewer\","
                                + "\"password\":\"mot-mat-khau-dai\",\"version\":77,\"createdAt\":\"2001-01-01T00:00:00Z\"}")
                .json();
        assertThat(user.path("id").asString()).isNotEqualTo("u-mine");
        assertThat(user.path("version").asInt()).isEqualTo(1);
        assertThat(user.path("createdAt").asString()).doesNotStartWith("2001");
        Desk viewer = fixture.desk("viewer");
        JsonNode layout = viewer.post(
                        "/layouts",
                        "{\"name\":\"L\",\"grid\":{\"columns\":1,\"rows\":1},\"cells\":[],\"own\":false,"
                                + "\"modifiedBy\":\"Ca administrator\",\"version\":9}")
                .json();
        assertThat(layout.path("modifiedBy").asString()).isEqualTo("Ca viewer");
        assertThat(layout.path("version").asInt()).isEqualTo(1);
        JsonNode alarm = administrator
                .post(
                        "/alarms",
                        "{\"type\":\"x\",\"priority\":50,\"cameraIds\":[\"c-1\"],\"title\":\"T\",\"state\":\"closed\","
                                + "\"source\":{\"kind\":\"webhook\",\"name\":\"AI\"},\"assignee\":{\"id\":\"x\",\"name\":\"x\"}}",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .json();
        assertThat(alarm.path("state").asString()).isEqualTo("new");
        assertThat(alarm.path("source").path("kind").asString()).isEqualTo("person");
        assertThat(alarm.path("assignee").isNull()).isTrue();
        // One's own password is changed with nothing beside it.
        assertThat(viewer.put(
                                "/me/password",
                                "{\"oldPassword\":\"" + ServerFixture.PASSWORD
                                        + "\",\"newPassword\":\"mot-mat-khau-khac\",\"roleId\":\"administrator\"}")
                        .status())
                .isEqualTo(204);
        assertThat(fixture.anonymous
                        .login("viewer", "mot-mat-khau-khac")
                        .json()
                        .path("user")
                        .path("role")
                        .asString())
                .isEqualTo("viewer");
    }

    /** API3: no list or single thing tells a camera's address, a password, or what a password became. */
    @Test
    void nothingThatIsReadHoldsASecretOrACamerasAddress() {
        int read = 0;
        for (Operation operation : Operation.of(fixture.contract)) {
            if (!operation.method().equals("GET")
                    || List.of("/events/stream", "/openapi.yaml").contains(operation.path())) {
                continue;
            }
            Desk.Answer answer = administrator.quickly(operation.with("id", "c-1"));
            if (answer.status() == 200) {
                read++;
                assertThat(answer.body())
                        .as(operation.toString())
                        .doesNotContain("mat-khau", ServerFixture.PASSWORD, "argon2", "10.0.0.");
            }
        }
        assertThat(read).isGreaterThan(15);
    }

    /** API7: a server that others reach connects to none of its own machine's addresses, unless its keeper says so. */
    @Test
    void onlyAServerForThisMachineAloneTakesItForACamera(@TempDir Path other) {
        ServerOptions open =
                ServerOptions.at(other).withTransport(new Transport.Own()).withAddress("0.0.0.0");
        assertThat(open.cameras().here()).isFalse();
        assertThat(open.withCamerasHere(true).cameras().here()).isTrue();
        assertThat(ServerOptions.at(other).cameras().here()).isTrue();
    }

    /** API8: browsers of other pages are told nothing, and methods that nobody needs are not served. */
    @Test
    void nothingIsServedThatNobodyAskedFor() throws Exception {
        Desk.Answer crossed = administrator.get("/cameras", "Origin", "https://elsewhere.example");
        assertThat(crossed.headers()).doesNotContainKey("Access-Control-Allow-Origin");
        assertThat(crossed.header("X-Content-Type-Options")).isEqualTo("nosniff");
        for (String method : List.of("OPTIONS", "TRACE", "HEAD")) {
            HttpRequest request = administrator
                    .request("/users")
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();
            HttpResponse<Void> answer = administrator.http().send(request, HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).as(method).isIn(404, 405, 501);
        }
        Desk.Answer session = fixture.anonymous.login("operator", ServerFixture.PASSWORD);
        assertThat(session.header("Cache-Control")).isEqualTo("no-store");
    }

    /** API8: the first line of a request says what it does, and no header beside it. */
    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PUT", "GET", "HEAD", "x"})
    void noHeaderMakesAnotherRequestOfOne(String method) throws Exception {
        HttpRequest post = administrator
                .request("/cameras/c-1")
                .header("X-HTTP-Method-Override", method)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(administrator
                        .http()
                        .send(post, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(405);
        Desk.Answer get = administrator.get("/cameras/c-1", "x-http-method-override", method);
        assertThat(get.status()).isEqualTo(200);
        assertThat(get.json().path("id").asString()).isEqualTo("c-1");
    }

    /** API9: one version, and nothing beside what the contract describes. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/../v0/info", "/../v2/info", "/../../", "/../../metrics", "/../../health", "/debug", "/swagger"
            })
    void nothingIsThereBesideTheContract(String path) {
        assertThat(administrator.quickly(path).status()).isEqualTo(404);
    }
}

package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every endpoint answers as the contract says, for the right callers only. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {
    private ServerFixture fixture;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        fixture = ServerFixture.start(data);
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 12));
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    @Test
    void everySchemaOfTheContractHasAnExampleThatFitsIt() {
        JsonNode schemas = fixture.contract.document().path("components").path("schemas");
        assertThat(schemas.propertyNames()).isNotEmpty();
        for (String name : schemas.propertyNames()) {
            JsonNode examples = schemas.path(name).path("examples");
            assertThat(examples.size()).as("examples of %s", name).isPositive();
            for (JsonNode example : examples) {
                assertThat(fixture.contract.validate("#/components/schemas/" + name, example.toString()))
                        .as("example %s of %s", example, name)
                        .isEmpty();
            }
        }
    }

    @Test
    void everyRequestAndAnswerOfTheContractHasAnExample() {
        List<String> without = new ArrayList<>();
        JsonNode paths = fixture.contract.document().path("paths");
        for (String path : paths.propertyNames()) {
            for (String method : paths.path(path).propertyNames()) {
                JsonNode operation = paths.path(path).path(method);
                without(method + " " + path, operation.path("requestBody"), without);
                for (String status : operation.path("responses").propertyNames()) {
                    JsonNode answer = operation.path("responses").path(status);
                    without(method + " " + path + " " + status, fixture.contract.resolve(answer), without);
                }
            }
        }
        assertThat(without).isEmpty();
    }

    /** Of JSON the schema that it names has the example, of other text the body itself; of a picture there is none. */
    private void without(String what, JsonNode body, List<String> without) {
        for (String type : body.path("content").propertyNames()) {
            JsonNode content = body.path("content").path(type);
            String schema = content.path("schema").path("$ref").asString("");
            JsonNode own = content.path("example");
            if (!own.isMissingNode() && !schema.isEmpty()) {
                assertThat(fixture.contract.validate(schema, own.toString()))
                        .as(what)
                        .isEmpty();
            }
            if (own.isMissingNode() && schema.isEmpty() && !type.startsWith("image/")) {
                without.add(what + " " + type);
            }
        }
    }

    @Test
    void aWrongAnswerIsSeenByTheJudge() {
        assertThat(fixture.contract.faults("GET", "/api/v1/info", 200, "application/json", "{\"product\":1}"))
                .isNotEmpty();
        assertThat(fixture.contract.faults("GET", "/api/v1/info", 299, "application/json", "{}"))
                .isNotEmpty();
        assertThat(fixture.contract.faults("GET", "/api/v1/nowhere", 200, "application/json", "{}"))
                .isNotEmpty();
    }

    @Test
    void anyoneMayReadInfoAndTheContract() {
        JsonNode info = fixture.anonymous.get("/info").json();
        assertThat(info.path("product").asString()).isEqualTo("Toàn Cảnh");
        assertThat(info.path("features").toString()).contains("streams.direct", "layouts", "events");
        assertThat(fixture.anonymous.get("/openapi.yaml").body()).startsWith("openapi: 3.1.0");
    }

    @Test
    void everyPathOfTheContractIsServed() {
        Desk desk = fixture.desk("administrator");
        List<String> missing = new ArrayList<>();
        JsonNode paths = fixture.contract.document().path("paths");
        for (String path : paths.propertyNames()) {
            for (String method : paths.path(path).propertyNames()) {
                if (!List.of("get", "put", "post", "patch", "delete").contains(method)
                        || path.equals("/events/stream")) {
                    continue;
                }
                if (path.equals("/sessions/current") && method.equals("delete")) {
                    continue;
                }
                Desk.Answer answer = desk.send(
                        method.toUpperCase(java.util.Locale.ROOT),
                        path.replaceAll("\\{[^}]+}", "khong-co"),
                        method.equals("get") || method.equals("delete") ? null : "{}");
                boolean unknown = answer.status() == 405
                        || (answer.status() == 404 && !path.contains("{"))
                        || answer.status() >= 500;
                if (unknown) {
                    missing.add(method + " " + path + " " + answer.status());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void nothingButWhatIsOpenAnswersWithoutAToken() {
        for (String path : List.of(
                "/health",
                "/sessions/current",
                "/sites",
                "/cameras",
                "/cameras/c-1",
                "/layouts",
                "/shifts",
                "/me/preferences",
                "/alarms",
                "/alarms/x/snapshot",
                "/webhooks",
                "/cameras/c-3/ptz/lock",
                "/cameras/c-3/ptz/equipment",
                "/cameras/c-3/ptz/presets",
                "/walls",
                "/walls/x/state",
                "/records",
                "/events/stream")) {
            Desk.Answer answer = fixture.anonymous.get(path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
        for (String token : List.of("", "x", "tca_" + "A".repeat(43), "tca_' OR 1=1 --", "é".repeat(300))) {
            assertThat(fixture.anonymous
                            .get("/cameras", "Authorization", "Bearer " + encodable(token))
                            .status())
                    .isEqualTo(401);
        }
        assertThat(fixture.anonymous
                        .get("/cameras", "Authorization", "Basic YTpi")
                        .status())
                .isEqualTo(401);
    }

    private static String encodable(String token) {
        return token.replace('é', 'e');
    }

    @Test
    void healthCountsCameras() {
        JsonNode health = fixture.desk("viewer").get("/health").json();
        assertThat(health.path("status").asString()).isEqualTo("ok");
        assertThat(health.path("cameras").path("total").asInt()).isGreaterThanOrEqualTo(12);
    }

    @Test
    void unknownPathsAndWrongMethodsAreProblems() {
        Desk desk = fixture.desk("viewer");
        assertThat(desk.get("/nowhere").code()).isEqualTo("notFound");
        Desk.Answer wrong = desk.send("PATCH", "/layouts", "{}");
        assertThat(wrong.status()).isEqualTo(405);
        assertThat(wrong.code()).isEqualTo("methodNotAllowed");
        assertThat(wrong.header("Allow")).contains("GET");
    }

    @Test
    void onlyWhoMayConfigureImportsAndRemoves() {
        for (String role : List.of("viewer", "operator")) {
            Desk desk = fixture.desk(role);
            assertThat(desk.post("/imports", "{\"cameras\":[]}").status()).isEqualTo(403);
            assertThat(desk.delete("/cameras/c-1").status()).isEqualTo(403);
        }
    }

    @Test
    void answersNameTheirRequestAndHideTheServer() {
        Desk.Answer answer = fixture.anonymous.get("/info");
        assertThat(answer.header("X-Request-Id")).hasSize(12);
        assertThat(answer.headers()).doesNotContainKey("server");
        Desk.Answer refused = fixture.anonymous.get("/cameras");
        assertThat(refused.json().path("requestId").asString()).isEqualTo(refused.header("X-Request-Id"));
    }
}

package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.server.Wards.denial;
import static vn.toancanh.server.Wards.grant;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.toancanh.base.ManualClock;
import vn.toancanh.server.EndpointTable.Row;
import vn.toancanh.server.accounts.Sessions;

/**
 * Every endpoint of the contract, asked by everybody about what is inside the first ward and what is outside, and by everybody
 * whose token is good for nothing, who is answered as nobody is. A new endpoint that is not in the table fails here.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryEndpointTest {
    private final ManualClock clock = new ManualClock();
    private final Map<String, Desk> desks = new LinkedHashMap<>();
    private final Map<String, Desk> nobodies = new LinkedHashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private Wards wards;
    private int made;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        wards = Wards.start(ServerOptions.at(data).withClock(clock));
        people();
        nobodies.put("expired", wards.signIn("operator-ward"));
        clock.advance(Sessions.ACCESS.plusSeconds(1));
        wards.signInAgain();
        EndpointTable.CALLERS.stream()
                .filter(name -> !List.of("anonymous", "device").contains(name))
                .forEach(name -> desks.put(name, wards.signIn(name)));
        desks.put("anonymous", wards.fixture.anonymous);
        desks.put(
                "device",
                wards.fixture.anonymous.withToken(device("in").path("token").asString()));
        for (String where : List.of("in", "out")) {
            things(where);
        }
        worthless();
    }

    private void people() {
        wards.user("visitor", wards.role("Khách", "{\"level\":\"view\"}", ",\"publishedOnly\":true"));
        wards.user("operator-ward", wards.role("Trực", grant("operate", "hoan-kiem"), ""));
        wards.user("operator-other", wards.role("Trực khác", grant("operate", "cua-nam"), ""));
        wards.user("configurator-ward", wards.role("Quản trị", grant("configure", "hoan-kiem"), ""));
        wards.user("configurator-other", wards.role("Quản trị khác", grant("configure", "cua-nam"), ""));
        wards.user("viewer-ward", wards.role("Xem", grant("view", "hoan-kiem"), ""));
        wards.user("manager-ward", wards.role("Quản lý", grant("manage", "hoan-kiem"), ""));
        wards.user("tagged", wards.role("Theo nhãn", "{\"level\":\"operate\",\"tag\":\"giao-thong\"}", ""));
        wards.user(
                "denied",
                wards.role("Bị chặn", grant("operate", "hoan-kiem") + "," + denial("view", "", "an-ninh"), ""));
        wards.user(
                "but-for-a-ward",
                wards.role("Trừ phường", "{\"level\":\"configure\"}," + denial("view", "cua-nam", ""), ""));
    }

    private void things(String where) {
        Row row = new Row("", "", where, List.of());
        ids.put("sites " + where, row.site());
        ids.put("roles " + where, wards.role("Vai " + where, grant("view", row.site()), ""));
        ids.put("users " + where, wards.user("nguoi-" + where, known("roles " + where)));
        ids.put("alarms " + where, made("/alarms", alarm(row)));
        ids.put("walls " + where, made("/walls", wall(row)));
        ids.put("records " + where, made("/records", record(row)));
        ids.put("layouts " + where, made("/layouts", layout(where.equals("in") ? "global" : "private")));
    }

    /** Tokens that are no session's, or no longer. */
    private void worthless() {
        Desk nobody = wards.fixture.anonymous;
        Desk revoked = wards.signIn("operator-ward");
        assertThat(revoked.delete("/sessions/current").status()).isEqualTo(204);
        nobodies.put("revoked", revoked);
        String id = wards.user("bi-khoa", known("roles in"));
        nobodies.put("disabled", wards.signIn("bi-khoa"));
        assertThat(wards.admin
                        .put(
                                "/users/" + id,
                                "{\"displayName\":\"B\",\"roleId\":\"" + known("roles in") + "\",\"enabled\":false}",
                                "If-Match",
                                wards.etag("/users/" + id))
                        .status())
                .isEqualTo(200);
        JsonNode grant = wards.admin
                .post("/stream-sessions", "{\"streams\":[{\"cameraId\":\"c-1\",\"role\":\"sub\"}]}")
                .json()
                .at("/items/0");
        assertThat(grant.path("password").asString()).startsWith("tcs_");
        nobodies.put("relay token", nobody.withToken(grant.path("password").asString()));
        Desk.Answer session = nobody.login("operator-ward", ServerFixture.PASSWORD);
        nobodies.put(
                "refresh token",
                nobody.withToken(session.json().path("refreshToken").asString()));
        JsonNode device = device("in");
        assertThat(wards.admin
                        .delete("/webhooks/" + device.path("id").asString())
                        .status())
                .isEqualTo(204);
        nobodies.put("revoked device", nobody.withToken(device.path("token").asString()));
        nobodies.put("forged", nobody.withToken("tca_" + "A".repeat(43)));
    }

    private JsonNode device(String where) {
        Desk.Answer answer = wards.admin.post("/webhooks", webhook(new Row("", "", where, List.of())));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    /** What the administrator of the city makes. */
    private String made(String path, String body) {
        Desk.Answer answer = wards.admin.post(path, body, "Idempotency-Key", fresh());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    private static String alarm(Row row) {
        return "{\"type\":\"lineCrossed\",\"priority\":5,\"cameraIds\":[\"" + row.camera()
                + "\"],\"title\":\"A\",\"raisedAt\":\"2026-11-21T07:00:00Z\"}";
    }

    private static String record(Row row) {
        String at = "\"2026-11-20T23:00:00Z\"";
        return "{\"id\":\"" + fresh() + "\",\"kind\":\"patrol\",\"title\":\"R\",\"cameraIds\":[\"" + row.camera()
                + "\"],\"siteId\":\"" + row.site() + "\",\"beganAt\":" + at + ",\"endedAt\":" + at + ",\"signedAt\":"
                + at
                + ",\"content\":{}}";
    }

    private static String wall(Row row) {
        return "{\"name\":\"W\",\"siteId\":\"" + row.site()
                + "\",\"screens\":[{\"id\":\"s1\",\"number\":1,\"x\":0,\"y\":0,\"w\":1920,\"h\":1080}]}";
    }

    private static String bookmark(Row row) {
        return "{\"id\":\"" + fresh() + "\",\"cameraId\":\"" + row.camera()
                + "\",\"at\":\"2026-11-21T06:00:00Z\",\"title\":\"B\"}";
    }

    private static String webhook(Row row) {
        String ward = row.where().equals("in") ? "hoan-kiem" : "cua-nam";
        return "{\"name\":\"AI\",\"siteId\":\"" + ward + "\",\"mostPriority\":80,\"perMinute\":30}";
    }

    private static String layout(String scope) {
        return "{\"name\":\"A\",\"scope\":\"" + scope + "\",\"grid\":{\"columns\":1,\"rows\":1},\"cells\":[]}";
    }

    @AfterAll
    void stop() {
        wards.close();
    }

    private String known(String what) {
        return ids.getOrDefault(what, "khong-co");
    }

    private static Set<String> missing(List<Row> rows, Contract contract) {
        Set<String> operations =
                Operation.of(contract).stream().map(Operation::toString).collect(Collectors.toCollection(TreeSet::new));
        rows.forEach(row -> operations.remove(row.operation()));
        return operations;
    }

    @Test
    void everyEndpointOfTheContractIsInTheTable() {
        List<Row> rows = EndpointTable.ROWS;
        assertThat(missing(rows, wards.fixture.contract)).isEmpty();
        assertThat(missing(rows.subList(1, rows.size()), wards.fixture.contract))
                .as("an endpoint that is left out is found")
                .containsExactly("GET /info");
        Set<String> known = Operation.of(wards.fixture.contract).stream()
                .map(Operation::toString)
                .collect(Collectors.toSet());
        assertThat(rows).extracting(Row::operation).isSubsetOf(known);
        for (Row row : rows) {
            assertThat(row.where()).isIn("in", "out", "any");
        }
    }

    @Test
    void everyEndpointAnswersEverybodyAsTheTableSays() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Row row : EndpointTable.ROWS) {
            for (int i = 0; i < EndpointTable.CALLERS.size(); i++) {
                String caller = EndpointTable.CALLERS.get(i);
                Desk desk = desks.getOrDefault(caller, wards.fixture.anonymous);
                if (row.operation().equals("DELETE /sessions/current")
                        && row.expected().get(i) == 204) {
                    desk = wards.signIn(caller);
                }
                judge(row, caller, ask(row, desk, id(row)), row.expected().get(i), wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoseTokenIsGoodForNothingIsNobody() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Row row : EndpointTable.ROWS) {
            String id = row.path().startsWith("/cameras") ? row.camera() : known(kind(row) + " " + row.where());
            for (Map.Entry<String, Desk> nobody : nobodies.entrySet()) {
                judge(
                        row,
                        nobody.getKey(),
                        ask(row, nobody.getValue(), id),
                        row.expected().getFirst(),
                        wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void judge(Row row, String caller, int status, int expected, List<String> wrong) {
        if (status != expected) {
            wrong.add("%s %s by %s: %d, not %d".formatted(row.operation(), row.where(), caller, status, expected));
        }
    }

    private int ask(Row row, Desk desk, String id) throws Exception {
        if (row.path().equals("/events/stream")) {
            HttpResponse<InputStream> stream =
                    desk.http().send(desk.request(row.path()).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
            stream.body().close();
            return stream.statusCode();
        }
        String path = row.path().replace("{id}", id);
        path = path.replace("{screenId}", "s1").replace("{sceneId}", "khong-co").replace("{type}", "khong-co");
        path = path.replace("{presetId}", "1");
        boolean takesBody = List.of("POST", "PUT", "PATCH").contains(row.method());
        Desk.Answer answer = desk.send(
                row.method(), path, takesBody ? body(row) : null, "If-Match", "\"999999\"", "Idempotency-Key", fresh());
        return answer.status() == 200 && row.operation().equals("POST /stream-sessions")
                ? answer.json().at("/items/0/problem/status").asInt(200)
                : answer.status();
    }

    private static String kind(Row row) {
        return row.path().split("/", -1)[1];
    }

    /** Of what may be removed there is a new one each time. */
    private String id(Row row) {
        if (!row.path().contains("{id}")) {
            return "";
        }
        return switch (kind(row)) {
            case "cameras" -> {
                // Every third has a head that turns; odd ones bear the same tag.
                int number = 999 + 6 * made++;
                wards.put(List.of(Wards.camera(number, row.where().equals("in") ? Wards.JUNCTION : Wards.OTHER)));
                yield "c-" + number;
            }
            case "bookmarks" -> made("/bookmarks", bookmark(row));
            case "webhooks" -> device(row.where()).path("id").asString();
            case "walls" -> {
                if (row.path().endsWith("/screens/{screenId}")) {
                    // Whoever showed it before has gone.
                    clock.advance(Duration.ofSeconds(16));
                }
                yield known("walls " + row.where());
            }
            default -> known(kind(row) + " " + row.where());
        };
    }

    private @Nullable String body(Row row) {
        String role = known("roles " + row.where());
        return switch (row.path()) {
            case "/sites", "/sites/{id}" -> "{\"name\":\"S\",\"parentId\":\"" + row.site() + "\"}";
            case "/imports" ->
                "{\"cameras\":[{\"id\":\"i-" + made++ + "\",\"name\":\"I\",\"siteId\":\"" + row.site()
                        + "\",\"streams\":[]}]}";
            case "/users" -> Wards.userBody("moi-" + made++, role);
            case "/users/{id}" -> "{\"displayName\":\"B\",\"roleId\":\"" + role + "\",\"enabled\":true}";
            case "/users/{id}/password" -> "{\"password\":\"mot-cai-khac\"}";
            case "/roles", "/roles/{id}" -> Wards.roleBody("R", grant("view", row.site()), "");
            case "/cameras/{id}/published" -> "{\"published\":false}";
            case "/cameras/{id}/tls-pins" -> "{\"tlsPins\":[]}";
            case "/stream-sessions" -> "{\"streams\":[{\"cameraId\":\"" + row.camera() + "\",\"role\":\"sub\"}]}";
            case "/layouts" -> layout(row.where().equals("in") ? "role" : "global");
            case "/layouts/{id}" -> layout("private");
            case "/layouts/{id}/shifts" ->
                "{\"shifts\":[{\"days\":[\"mon\"],\"from\":\"06:00\",\"to\":\"14:00\",\"window\":1}]}";
            case "/stream-sessions/{id}" -> null;
            case "/alarms" -> alarm(row);
            case "/alarms/{id}" -> "{\"state\":\"acknowledged\"}";
            case "/alarm-procedures/{type}" -> "{\"text\":\"Gọi 115\"}";
            case "/bookmarks" -> bookmark(row);
            case "/records" -> record(row);
            case "/records/{id}/acceptance" ->
                "{\"username\":\"khong-co\",\"password\":\"x\",\"signedAt\":\"2026-11-21T06:00:00Z\"}";
            case "/webhooks" -> webhook(row);
            case "/walls", "/walls/{id}" -> wall(row);
            case "/walls/{id}/screens/{screenId}" -> "{\"clientId\":\"node-" + made++ + "\"}";
            case "/walls/{id}/commands" -> "{\"op\":\"identify\",\"target\":{}}";
            case "/walls/{id}/scenes", "/walls/{id}/scenes/{sceneId}" ->
                "{\"name\":\"S\",\"screens\":[{\"screenId\":\"s1\"}]}";
            case "/cameras/{id}/ptz/presets" -> "{\"name\":\"Cổng\"}";
            case "/cameras/{id}/ptz/presets/{presetId}" -> "{\"locked\":true}";
            case "/cameras/{id}/ptz/commands" -> "{\"lockId\":\"l\",\"seq\":1,\"kind\":\"stop\"}";
            default -> "{}";
        };
    }
}

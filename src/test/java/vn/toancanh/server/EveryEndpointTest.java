package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.server.Wards.grant;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
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

/**
 * Every endpoint of the contract, asked by everybody about what is inside the first ward and what is outside. A new endpoint
 * that is not in the table fails here.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryEndpointTest {
    /** Nobody; a visitor; operator and administrator of the first ward; administrator of the city. */
    private static final List<String> CALLERS =
            List.of("anonymous", "visitor", "operator-ward", "configurator-ward", "administrator");

    /**
     * Endpoint, {@code in} or {@code out} of the ward (or {@code any}), and the status for each of the callers. Changes are sent
     * with a version that is long past, so that 412 stands for "may".
     */
    private static final String TABLE = """
            GET    /info                      any  200 200 200 200 200
            GET    /openapi.yaml              any  200 200 200 200 200
            GET    /health                    any  401 200 200 200 200
            POST   /sessions                  any  400 400 400 400 400
            POST   /sessions/confirmations    any  400 400 400 400 400
            POST   /sessions/refresh          any  400 400 400 400 400
            GET    /sessions/current          any  401 200 200 200 200
            DELETE /sessions/current          any  401 204 204 204 204
            GET    /me/sessions               any  401 200 200 200 200
            DELETE /me/sessions/{id}          any  401 404 404 404 404
            PUT    /me/password               any  401 400 400 400 400
            GET    /sites                     any  401 200 200 200 200
            POST   /sites                     in   401 403 403 201 201
            POST   /sites                     out  401 403 403 400 201
            GET    /sites/{id}                in   401 404 200 200 200
            GET    /sites/{id}                out  401 404 404 404 200
            PUT    /sites/{id}                in   401 403 403 412 412
            PUT    /sites/{id}                out  401 403 403 404 412
            DELETE /sites/{id}                in   401 403 403 412 412
            DELETE /sites/{id}                out  401 403 403 404 412
            GET    /cameras                   any  401 200 200 200 200
            GET    /cameras/{id}              in   401 404 200 200 200
            GET    /cameras/{id}              out  401 404 404 404 200
            DELETE /cameras/{id}              in   401 403 403 204 204
            DELETE /cameras/{id}              out  401 403 403 404 204
            PUT    /cameras/{id}/published    in   401 403 403 204 204
            PUT    /cameras/{id}/published    out  401 403 403 404 204
            POST   /imports                   in   401 403 403 200 200
            POST   /imports                   out  401 403 403 422 200
            GET    /users                     any  401 403 403 200 200
            POST   /users                     in   401 403 403 201 201
            POST   /users                     out  401 403 403 400 201
            GET    /users/{id}                in   401 403 403 200 200
            GET    /users/{id}                out  401 403 403 404 200
            PUT    /users/{id}                in   401 403 403 412 412
            PUT    /users/{id}                out  401 403 403 404 412
            DELETE /users/{id}                in   401 403 403 412 412
            DELETE /users/{id}                out  401 403 403 404 412
            PUT    /users/{id}/password       in   401 403 403 204 204
            PUT    /users/{id}/password       out  401 403 403 404 204
            GET    /users/{id}/sessions       in   401 403 403 200 200
            GET    /users/{id}/sessions       out  401 403 403 404 200
            DELETE /users/{id}/sessions       in   401 403 403 204 204
            DELETE /users/{id}/sessions       out  401 403 403 404 204
            GET    /roles                     any  401 403 403 200 200
            POST   /roles                     in   401 403 403 201 201
            POST   /roles                     out  401 403 403 400 201
            GET    /roles/{id}                in   401 403 403 200 200
            GET    /roles/{id}                out  401 403 403 404 200
            PUT    /roles/{id}                in   401 403 403 412 412
            PUT    /roles/{id}                out  401 403 403 404 412
            DELETE /roles/{id}                in   401 403 403 412 412
            DELETE /roles/{id}                out  401 403 403 404 412
            POST   /stream-sessions           in   401 404 200 200 200
            POST   /stream-sessions           out  401 404 404 404 200
            PUT    /stream-sessions/{id}      any  401 410 410 410 410
            DELETE /stream-sessions/{id}      any  401 204 204 204 204
            GET    /layouts                   any  401 200 200 200 200
            POST   /layouts                   in   401 403 201 201 201
            POST   /layouts                   out  401 403 403 403 201
            GET    /layouts/{id}              in   401 200 200 200 200
            GET    /layouts/{id}              out  401 404 404 404 200
            PUT    /layouts/{id}              in   401 403 403 403 412
            PUT    /layouts/{id}              out  401 404 404 404 412
            DELETE /layouts/{id}              in   401 403 403 403 412
            DELETE /layouts/{id}              out  401 404 404 404 412
            GET    /layouts/{id}/versions     in   401 200 200 200 200
            GET    /layouts/{id}/versions     out  401 404 404 404 200
            GET    /me/preferences            any  401 200 200 200 200
            PUT    /me/preferences            any  401 412 412 412 412
            GET    /ready                     any  200 200 200 200 200
            GET    /metrics                   any  200 200 200 200 200
            GET    /stream-policy             any  401 403 403 403 200
            PUT    /stream-policy             any  401 403 403 403 200
            POST   /mediamtx/auth             any  401 401 401 401 401
            GET    /audit                     any  401 403 403 403 200
            GET    /audit/export              any  401 403 403 403 200
            POST   /audit                     any  401 400 400 400 400
            GET    /alarms                    any  401 200 200 200 200
            POST   /alarms                    in   401 403 201 201 201
            POST   /alarms                    out  401 403 422 422 201
            GET    /alarms/{id}               in   401 404 200 200 200
            GET    /alarms/{id}               out  401 404 404 404 200
            PATCH  /alarms/{id}               in   401 404 412 412 412
            PATCH  /alarms/{id}               out  401 404 404 404 412
            GET    /alarms/{id}/snapshot      in   401 404 404 404 404
            GET    /alarms/{id}/snapshot      out  401 404 404 404 404
            PUT    /alarms/{id}/snapshot      in   401 403 415 415 415
            PUT    /alarms/{id}/snapshot      out  401 403 415 415 415
            GET    /alarm-procedures          any  401 200 200 200 200
            PUT    /alarm-procedures/{type}   any  401 403 403 403 200
            DELETE /alarm-procedures/{type}   any  401 403 403 403 204
            GET    /webhooks                  any  401 403 403 200 200
            POST   /webhooks                  any  401 403 403 400 400
            DELETE /webhooks/{id}             any  401 403 403 404 404
            GET    /cameras/{id}/ptz/lock     in   401 404 200 200 200
            GET    /cameras/{id}/ptz/lock     out  401 404 404 404 200
            PUT    /cameras/{id}/ptz/lock     in   401 403 200 200 200
            PUT    /cameras/{id}/ptz/lock     out  401 403 404 404 200
            DELETE /cameras/{id}/ptz/lock     in   401 403 204 204 204
            DELETE /cameras/{id}/ptz/lock     out  401 403 404 404 204
            POST   /cameras/{id}/ptz/commands in   401 403 501 501 501
            POST   /cameras/{id}/ptz/commands out  401 403 404 404 501
            GET    /walls                     any  401 200 200 200 200
            POST   /walls                     in   401 403 403 201 201
            POST   /walls                     out  401 403 403 400 201
            GET    /walls/{id}                in   401 404 200 200 200
            GET    /walls/{id}                out  401 404 404 404 200
            PUT    /walls/{id}                in   401 403 403 412 412
            PUT    /walls/{id}                out  401 403 403 404 412
            DELETE /walls/{id}                in   401 403 403 412 412
            DELETE /walls/{id}                out  401 403 403 404 412
            GET    /walls/{id}/state          in   401 404 200 200 200
            GET    /walls/{id}/state          out  401 404 404 404 200
            PUT    /walls/{id}/screens/{screenId} in 401 404 200 200 200
            PUT    /walls/{id}/screens/{screenId} out 401 404 404 404 200
            POST   /walls/{id}/commands       in   401 403 202 202 202
            POST   /walls/{id}/commands       out  401 403 404 404 202
            GET    /walls/{id}/scenes         in   401 404 200 200 200
            GET    /walls/{id}/scenes         out  401 404 404 404 200
            POST   /walls/{id}/scenes         in   401 403 201 201 201
            POST   /walls/{id}/scenes         out  401 403 404 404 201
            PUT    /walls/{id}/scenes/{sceneId} in 401 403 404 404 404
            PUT    /walls/{id}/scenes/{sceneId} out 401 403 404 404 404
            DELETE /walls/{id}/scenes/{sceneId} in 401 403 404 404 404
            DELETE /walls/{id}/scenes/{sceneId} out 401 403 404 404 404
            GET    /records                   any  401 200 200 200 200
            POST   /records                   in   401 400 400 400 400
            GET    /records/{id}              in   401 404 200 200 200
            GET    /records/{id}              out  401 404 404 404 200
            GET    /bookmarks                 any  401 200 200 200 200
            POST   /bookmarks                 in   401 422 201 201 201
            POST   /bookmarks                 out  401 422 422 422 201
            DELETE /bookmarks/{id}            in   401 404 403 204 404
            DELETE /bookmarks/{id}            out  401 404 404 404 204
            GET    /events/stream             any  401 200 200 200 200
            """;


    private record Row(String method, String path, String where, List<Integer> expected) {
        static Row of(String line) {
            String[] words = line.strip().split("\\s+", -1);
            List<Integer> expected = new ArrayList<>();
            for (int i = 3; i < words.length; i++) {
                expected.add(Integer.valueOf(words[i]));
            }
            assertThat(expected).as(line).hasSize(CALLERS.size());
            return new Row(words[0], words[1], words[2], expected);
        }

        String operation() {
            return method + " " + path;
        }
    }

    private static final List<Row> ROWS = TABLE.lines().map(Row::of).toList();

    private final Map<String, Desk> desks = new LinkedHashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private Wards wards;
    private int made;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        wards = Wards.start(data);
        desks.put("anonymous", wards.fixture.anonymous);
        wards.user("visitor", wards.role("Khách", "{\"level\":\"view\"}", ",\"publishedOnly\":true"));
        wards.user("operator-ward", wards.role("Trực", grant("operate", "hoan-kiem"), ""));
        wards.user("configurator-ward", wards.role("Quản trị", grant("configure", "hoan-kiem"), ""));
        CALLERS.stream().skip(1).forEach(name -> desks.put(name, wards.signIn(name)));
        for (String where : List.of("in", "out")) {
            String site = where.equals("in") ? "trang-tien" : "cua-nam";
            ids.put("sites " + where, site);
            ids.put("roles " + where, wards.role("Vai " + where, grant("view", site), ""));
            ids.put("users " + where, wards.user("nguoi-" + where, made("roles " + where)));
            String layout = layout(where.equals("in") ? "global" : "private");
            ids.put("alarms " + where, made("/alarms", alarm(where)));
            ids.put("walls " + where, made("/walls", wall(where)));
            ids.put("records " + where, made("/records", record(where)));
            ids.put("bookmarks " + where, made("/bookmarks", bookmark(where)));
            ids.put(
                    "layouts " + where,
                    wards.admin.post("/layouts", layout).json().path("id").asString());
        }
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

    private static String camera(String where) {
        return where.equals("in") ? "c-1" : "c-101";
    }

    private static String alarm(String where) {
        return "{\"type\":\"lineCrossed\",\"priority\":5,\"cameraIds\":[\"" + camera(where)
                + "\"],\"title\":\"A\",\"raisedAt\":\"2026-11-21T07:00:00Z\"}";
    }

    private static String record(String where) {
        String at = "\"2026-11-20T23:00:00Z\"";
        return "{\"id\":\"" + fresh() + "\",\"kind\":\"patrol\",\"title\":\"R\",\"cameraIds\":[\"" + camera(where)
                + "\"],\"siteId\":\"" + (where.equals("in") ? "trang-tien" : "cua-nam") + "\",\"beganAt\":" + at
                + ",\"endedAt\":" + at + ",\"signedAt\":" + at + ",\"content\":{}}";
    }

    private static String wall(String where) {
        return "{\"name\":\"W\",\"siteId\":\"" + (where.equals("in") ? "trang-tien" : "cua-nam")
                + "\",\"screens\":[{\"id\":\"s1\",\"number\":1,\"x\":0,\"y\":0,\"w\":1920,\"h\":1080}]}";
    }

    private static String bookmark(String where) {
        return "{\"id\":\"" + fresh() + "\",\"cameraId\":\"" + camera(where)
                + "\",\"at\":\"2026-11-21T06:00:00Z\",\"title\":\"B\"}";
    }

    @AfterAll
    void stop() {
        wards.close();
    }

    private String made(String what) {
        return ids.getOrDefault(what, "khong-co");
    }

    private static String layout(String scope) {
        return "{\"name\":\"A\",\"scope\":\"" + scope + "\",\"grid\":{\"columns\":1,\"rows\":1},\"cells\":[]}";
    }

    private static Set<String> missing(List<Row> rows, Contract contract) {
        Set<String> operations =
                Operation.of(contract).stream().map(Operation::toString).collect(Collectors.toCollection(TreeSet::new));
        rows.forEach(row -> operations.remove(row.operation()));
        return operations;
    }

    @Test
    void everyEndpointOfTheContractIsInTheTable() {
        assertThat(missing(ROWS, wards.fixture.contract)).isEmpty();
        assertThat(missing(ROWS.subList(1, ROWS.size()), wards.fixture.contract))
                .as("an endpoint that is left out is found")
                .containsExactly("GET /info");
        Set<String> known = Operation.of(wards.fixture.contract).stream()
                .map(Operation::toString)
                .collect(Collectors.toSet());
        assertThat(ROWS).extracting(Row::operation).isSubsetOf(known);
        for (Row row : ROWS) {
            assertThat(row.where()).isIn("in", "out", "any");
        }
    }

    @Test
    void everyEndpointAnswersEverybodyAsTheTableSays() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Row row : ROWS) {
            for (int i = 0; i < CALLERS.size(); i++) {
                int status = ask(row, CALLERS.get(i));
                if (status != row.expected().get(i)) {
                    wrong.add("%s %s by %s: %d, not %d"
                            .formatted(
                                    row.operation(),
                                    row.where(),
                                    CALLERS.get(i),
                                    status,
                                    row.expected().get(i)));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private int ask(Row row, String caller) throws Exception {
        Desk desk = desks.getOrDefault(caller, wards.fixture.anonymous);
        if (row.path().equals("/events/stream")) {
            HttpResponse<InputStream> stream =
                    desk.http().send(desk.request(row.path()).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
            stream.body().close();
            return stream.statusCode();
        }
        if (row.operation().equals("DELETE /sessions/current") && !caller.equals("anonymous")) {
            desk = wards.signIn(caller);
        }
        String path = row.path().replace("{id}", id(row));
        path = path.replace("{screenId}", "s1").replace("{sceneId}", "khong-co").replace("{type}", "khong-co");
        boolean takesBody = List.of("POST", "PUT", "PATCH").contains(row.method());
        Desk.Answer answer = desk.send(
                row.method(), path, takesBody ? body(row) : null, "If-Match", "\"999999\"", "Idempotency-Key", fresh());
        return answer.status() == 200 && row.operation().equals("POST /stream-sessions")
                ? answer.json().at("/items/0/problem/status").asInt(200)
                : answer.status();
    }

    private String id(Row row) {
        String kind = row.path().split("/", -1)[1];
        if (kind.equals("cameras") && row.path().contains("{id}")) {
            // A new one each time, for some will be removed.
            // Every third has a head that turns.
            int number = 999 + 3 * made++;
            wards.put(List.of(Wards.camera(number, row.where().equals("in") ? Wards.JUNCTION : Wards.OTHER)));
            return "c-" + number;
        }
        return made(kind + " " + row.where());
    }

    private @Nullable String body(Row row) {
        String site = row.where().equals("in") ? "trang-tien" : "cua-nam";
        return switch (row.path()) {
            case "/sites", "/sites/{id}" -> "{\"name\":\"S\",\"parentId\":\"" + site + "\"}";
            case "/imports" ->
                "{\"cameras\":[{\"id\":\"i-" + made++ + "\",\"name\":\"I\",\"siteId\":\"" + site
                        + "\",\"streams\":[]}]}";
            case "/users" -> Wards.userBody("moi-" + made++, made("roles " + row.where()));
            case "/users/{id}" ->
                "{\"displayName\":\"B\",\"roleId\":\"" + made("roles " + row.where()) + "\",\"enabled\":true}";
            case "/users/{id}/password" -> "{\"password\":\"mot-cai-khac\"}";
            case "/roles", "/roles/{id}" -> Wards.roleBody("R", grant("view", site), "");
            case "/cameras/{id}/published" -> "{\"published\":false}";
            case "/stream-sessions" ->
                "{\"streams\":[{\"cameraId\":\"" + (row.where().equals("in") ? "c-1" : "c-101")
                        + "\",\"role\":\"sub\"}]}";
            case "/layouts" -> layout(row.where().equals("in") ? "role" : "global");
            case "/layouts/{id}" -> layout("private");
            case "/stream-sessions/{id}" -> null;
            case "/alarms" -> alarm(row.where());
            case "/alarms/{id}" -> "{\"state\":\"acknowledged\"}";
            case "/alarm-procedures/{type}" -> "{\"text\":\"Gọi 115\"}";
            case "/bookmarks" -> bookmark(row.where());
            case "/walls", "/walls/{id}" -> wall(row.where());
            case "/walls/{id}/screens/{screenId}" -> "{\"clientId\":\"node-" + made++ + "\"}";
            case "/walls/{id}/commands" -> "{\"op\":\"identify\",\"target\":{}}";
            case "/walls/{id}/scenes", "/walls/{id}/scenes/{sceneId}" ->
                "{\"name\":\"S\",\"screens\":[{\"screenId\":\"s1\"}]}";
            case "/cameras/{id}/ptz/commands" -> "{\"lockId\":\"l\",\"seq\":1,\"kind\":\"stop\"}";
            default -> "{}";
        };
    }
}

package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.server.Operation.Parameter;
import vn.toancanh.server.Samples.Sample;
import vn.toancanh.server.accounts.Accounts.Account;

/**
 * Whatever is sent to whichever route of the contract: the answer is as the contract says, a problem where it is refused,
 * never a fault of the server, and tells nothing of what is inside.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestsTest {
    private static final int CAMERAS = 12;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What only the inside of the server would say. */
    private static final Pattern INSIDE = Pattern.compile(
            "(?i)exception|\\bat [a-z]+\\.[a-z]+\\.|java\\.|vn\\.toancanh|sqlite|\\bselect .* from\\b|jackson|jetty|javalin");

    private static final List<String> HOSTILE = List.of(
            "' OR '1'='1",
            "'; DROP TABLE camera; --",
            "\") UNION SELECT 1, 2, 3 --",
            "%' AND 1=1 --",
            "../../../../etc/passwd",
            "..\\..\\secrets.key",
            "\r\nX-Injected: yes",
            "\u0000",
            "a\u0000b",
            "${jndi:ldap://127.0.0.1/x}",
            "{0} {1} %s %n",
            "<script>alert(1)</script>",
            "\u202Egnp.\uD83D\uDEA6\u0301",
            "\uD800",
            "x".repeat(5_000),
            "-1",
            "1e400",
            "99999999999999999999",
            "+999999999-12-31T23:59:59Z",
            "0000-00-00T00:00:00Z",
            "NaN,NaN,NaN,NaN",
            "1,2",
            "W/\"-1\"",
            "\"9223372036854775808\"",
            "*",
            " ");

    private ServerFixture fixture;
    private Desk desk;
    private Samples samples;
    private List<Operation> operations;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        fixture = ServerFixture.start(data);
        fixture.server
                .inventory()
                .merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, CAMERAS));
        desk = fixture.desk("administrator");
        samples = new Samples(fixture.contract);
        operations = Operation.of(fixture.contract).stream()
                // it would end this test's own session; an event stream never ends
                .filter(operation -> !operation.toString().equals("DELETE /sessions/current")
                        && !operation.path().equals("/events/stream"))
                .toList();
        assertThat(operations).hasSizeGreaterThan(20);
        assertThat(operations.stream().filter(Operation::takesBody)).hasSize(39);
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    /** Nothing was harmed: still the same city, still the same people. */
    private void unharmed() {
        assertThat(desk.get("/cameras?limit=1").json().path("total").asInt()).isGreaterThanOrEqualTo(CAMERAS);
        assertThat(desk.get("/cameras/c-3").json().path("name").asString()).isEqualTo("Ngã tư số 3");
        assertThat(fixture.server.accounts().list())
                .filteredOn(Account::enabled)
                .extracting(account -> account.username() + " " + account.roleId())
                .contains("admin administrator", "administrator administrator", "operator operator", "viewer viewer");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The answer to what was sent last. */
    private int lastStatus;

    private Optional<String> complaint(Operation operation, String what, HttpRequest.Builder request) throws Exception {
        HttpResponse<byte[]> response =
                answer(request.setHeader("Accept-Encoding", "identity").build());
        lastStatus = response.statusCode();
        String body = new String(response.body(), StandardCharsets.UTF_8);
        String type = response.headers().firstValue("content-type").orElse("");
        String faults = fixture.contract.faults(
                operation.method(), "/api/v1" + operation.somewhere(), response.statusCode(), type, body);
        boolean wrong = response.statusCode() >= 500
                || response.headers().firstValue("X-Injected").isPresent()
                || !faults.isEmpty()
                || (response.statusCode() >= 400 && INSIDE.matcher(body).find());
        return wrong
                ? Optional.of(operation + " " + what + ": " + response.statusCode() + " " + type + " "
                        + body.substring(0, Math.min(300, body.length())) + " " + faults)
                : Optional.empty();
    }

    /** A kept connection may be closed by the server just as it is taken again; a fresh one must be answered. */
    private HttpResponse<byte[]> answer(HttpRequest request) throws Exception {
        try {
            return desk.http().send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException closedMeanwhile) {
            return desk.http().send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private HttpRequest.Builder body(Operation operation, HttpRequest.BodyPublisher body) {
        return desk.request(operation.somewhere())
                .method(operation.method(), body)
                .setHeader("Content-Type", "application/json")
                .setHeader("If-Match", "\"0\"")
                .setHeader("Idempotency-Key", UUID.randomUUID().toString());
    }

    @Test
    void hostileTextInAnyParameterIsRefusedOrFindsNothing() throws Exception {
        List<String> complaints = new ArrayList<>();
        for (Operation operation : operations) {
            for (Parameter parameter : operation.parameters()) {
                for (String text : HOSTILE) {
                    boolean header = parameter.in().equals("header");
                    if (header && !text.matches("[ -~]+")) {
                        // no client sends it; what a raw socket can send is another test
                        continue;
                    }
                    String path = operation.somewhere();
                    if (parameter.in().equals("path")) {
                        path = operation.with(parameter.name(), encoded(text));
                    } else if (parameter.in().equals("query")) {
                        path += "?" + parameter.name() + "=" + encoded(text);
                    }
                    HttpRequest.Builder request = desk.request(path)
                            .method(
                                    operation.method(),
                                    operation.takesBody()
                                            ? HttpRequest.BodyPublishers.ofString("{}")
                                            : HttpRequest.BodyPublishers.noBody())
                            .setHeader("Content-Type", "application/json");
                    if (header) {
                        request.setHeader(parameter.name(), text);
                    }
                    complaint(operation, parameter + " " + text, request).ifPresent(complaints::add);
                }
            }
        }
        assertThat(complaints).isEmpty();
        unharmed();
    }

    @Test
    void hostileTextInAnyFieldIsRefusedOrKeptAsText() throws Exception {
        List<String> complaints = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation.takesBody()) {
                JsonNode right = samples.right(operation.body());
                for (String text : HOSTILE) {
                    for (Sample sample : samples.withText(right, text)) {
                        complaint(operation, sample.what(), body(operation, ofString(sample.body())))
                                .ifPresent(complaints::add);
                    }
                }
            }
        }
        assertThat(complaints).isEmpty();
        unharmed();
    }

    private static HttpRequest.BodyPublisher ofString(String text) {
        return HttpRequest.BodyPublishers.ofString(text);
    }

    @Test
    void aValueThatIsNotAsTheContractSaysIsAProblem() throws Exception {
        List<JsonNode> values = new ArrayList<>();
        for (String json : List.of(
                "null",
                "true",
                "\"x\"",
                "7",
                "-1",
                "0.5",
                "1e400",
                "99999999999999999999",
                "[]",
                "{}",
                "[[[]]]",
                "[null]",
                "{\"a\":{\"b\":1}}")) {
            values.add(JSON.readTree(json));
        }
        List<String> complaints = new ArrayList<>();
        int sent = 0;
        for (Operation operation : operations) {
            if (operation.takesBody()) {
                for (Sample sample : samples.spoilt(samples.right(operation.body()), values)) {
                    complaint(operation, sample.what(), body(operation, ofString(sample.body())))
                            .ifPresent(complaints::add);
                    String faults = fixture.contract.validate(operation.schema(), sample.body());
                    // null stands for "not there" wherever that is allowed
                    if (!faults.isEmpty() && !sample.what().endsWith("= null") && lastStatus < 400) {
                        complaints.add(operation + " " + sample.what() + " is taken, though " + faults);
                    }
                    sent++;
                }
            }
        }
        assertThat(complaints).isEmpty();
        assertThat(sent).isGreaterThan(400);
        unharmed();
    }

    @Test
    void whatIsNoBodyAtAllIsAProblem() throws Exception {
        List<byte[]> bodies = new ArrayList<>();
        for (String text : List.of(
                "",
                " ",
                "null",
                "[]",
                "\"x\"",
                "7",
                "true",
                "{",
                "{\"a\":",
                "{\"a\":1}}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":NaN}",
                "\u0000",
                "\uFEFF{}",
                "<x/>",
                "[".repeat(40),
                "{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}",
                "{\"" + "n".repeat(300) + "\":1}",
                "{\"a\":" + "9".repeat(200) + "}")) {
            bodies.add(text.getBytes(StandardCharsets.UTF_8));
        }
        bodies.add(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'});
        bodies.add(new byte[] {(byte) 0xFF, (byte) 0xFE, '{', 0, '}', 0});
        List<String> complaints = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation.takesBody()) {
                for (byte[] bytes : bodies) {
                    complaint(
                                    operation,
                                    new String(bytes, StandardCharsets.ISO_8859_1),
                                    body(operation, HttpRequest.BodyPublishers.ofByteArray(bytes)))
                            .ifPresent(complaints::add);
                }
                complaint(
                                operation,
                                "text/plain",
                                body(operation, ofString("{}")).setHeader("Content-Type", "text/plain"))
                        .ifPresent(complaints::add);
                complaint(operation, "gzip", body(operation, ofString("{}")).setHeader("Content-Encoding", "gzip"))
                        .ifPresent(complaints::add);
            }
        }
        assertThat(complaints).isEmpty();
        unharmed();
    }

    @Test
    void whatTheContractSaysIsTaken() throws Exception {
        List<String> refused = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation.takesBody()) {
                String right = samples.right(operation.body()).toString();
                assertThat(fixture.contract.validate(operation.schema(), right))
                        .as(right)
                        .isEmpty();
                int status = status(body(operation, ofString(right)));
                // nobody of that name; no such token; no such layout; somebody saved meanwhile
                if (status == 400 || status == 422 || status >= 500) {
                    refused.add(operation + " " + status + " " + right);
                }
            }
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void unknownFieldsAreTolerated() throws Exception {
        List<String> complaints = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation.takesBody()) {
                String plain = samples.right(operation.body()).toString();
                String unknown = "{\"unknown\":{\"a\":[1,\"'; DROP TABLE camera\"]}";
                String more = unknown + (plain.equals("{}") ? "" : ",") + plain.substring(1);
                int without = status(body(operation, ofString(plain)));
                int with = status(body(operation, ofString(more)));
                // What the first did may be in the second's way: that is no word about its fields.
                if (with >= 500 || (without < 400 && (with == 400 || with == 422))) {
                    complaints.add(operation + ": " + without + " became " + with);
                }
            }
        }
        assertThat(complaints).isEmpty();
        unharmed();
    }

    private int status(HttpRequest.Builder request) throws Exception {
        return answer(request.build()).statusCode();
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherItSaysSoOrNot() throws Exception {
        List<String> complaints = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation.takesBody()) {
                long cap = operation.path().equals("/imports") ? 64L << 20 : 1L << 20;
                String head = operation.method() + " /api/v1" + operation.somewhere()
                        + " HTTP/1.1\r\nHost: x\r\nIf-Match: \"0\"\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                        + desk.token() + "\r\nConnection: close\r\n";
                RawHttp server = new RawHttp(fixture.server.baseUri().getPort());
                String said = server.answer(head + "Content-Length: " + (cap + 1) + "\r\n\r\n{", 0);
                String unsaid = server.answer(
                        head + "Transfer-Encoding: chunked\r\n\r\n" + Long.toHexString(cap + 1) + "\r\n", cap + 1);
                for (String answer : List.of(said, unsaid)) {
                    if (!answer.startsWith("HTTP/1.1 413") || !answer.contains("\"code\":\"tooLarge\"")) {
                        complaints.add(operation + ": " + answer);
                    }
                }
            }
        }
        assertThat(complaints).isEmpty();
        unharmed();
    }

    @Test
    void whatNoHttpClientWouldSendIsAProblemToo() throws Exception {
        for (String line : List.of(
                "GET /api/v1/cameras?q=%zz HTTP/1.1",
                "GET /api/v1/cameras?q=%ff%fe HTTP/1.1",
                "GET /api/v1/cameras/%2e%2e%2f%2e%2e%2fetc HTTP/1.1",
                "GET /api/v1/../../etc/passwd HTTP/1.1",
                "GET /api/v1/cameras/%00 HTTP/1.1",
                "GET //api/v1//cameras HTTP/1.1",
                "GET /api/v1/cameras;jsessionid=1 HTTP/1.1",
                "TRACE /api/v1/info HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "GET /api/v1/info HTTP/9.9",
                "GET /api/v1/info",
                "\u0001\u0002\u0003",
                "GET /" + "x".repeat(20_000) + " HTTP/1.1",
                "POST /api/v1/sessions HTTP/1.1\r\nContent-Length: -5",
                "POST /api/v1/sessions HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked",
                "POST /api/v1/sessions HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz")) {
            String answer = new RawHttp(fixture.server.baseUri().getPort())
                    .answer(
                            line + "\r\nHost: x\r\nAuthorization: Bearer " + desk.token()
                                    + "\r\nConnection: close\r\n\r\n",
                            0);
            String first = answer.lines().findFirst().orElse("");
            assertThat(first).as(line).matches("HTTP/1\\.1 [234]\\d\\d.*|HTTP/1\\.1 505.*|HTTP/1\\.1 501.*");
            if (!first.startsWith("HTTP/1.1 2") && !answer.contains("Content-Length: 0\r\n")) {
                assertThat(answer)
                        .as(line)
                        .contains("application/problem+json", "\"status\":" + first.substring(9, 12) + ",");
                assertThat(INSIDE.matcher(answer).find()).as(line + answer).isFalse();
            }
        }
        unharmed();
    }
}

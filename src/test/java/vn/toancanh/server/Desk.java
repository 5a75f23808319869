package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller of the server in tests; holds every answer against the contract. */
public final class Desk {
    /** An answer, unpacked. */
    public record Answer(int status, Map<String, String> headers, String body, int bytesOnTheWire) {
        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        public String code() {
            return json().path("code").asString("");
        }

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    private final HttpClient http;
    private final URI base;
    private final Contract contract;
    private final @Nullable String token;

    public Desk(HttpClient http, URI base, Contract contract, @Nullable String token) {
        this.http = http;
        this.base = base;
        this.contract = contract;
        this.token = token;
    }

    public Desk withToken(@Nullable String other) {
        return new Desk(http, base, contract, other);
    }

    public Desk signIn(String user, String password) {
        Answer answer = withToken(null).login(user, password);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return withToken(answer.json().path("accessToken").asString());
    }

    public Answer login(String user, String password) {
        return post(
                "/sessions", JsonMapper.shared().writeValueAsString(Map.of("username", user, "password", password)));
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    public Answer put(String path, @Nullable String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    public Answer patch(String path, String body, String... headers) {
        return send("PATCH", path, body, headers);
    }

    /** Puts bytes that are no JSON. */
    public Answer putBytes(String path, String type, byte[] bytes) {
        HttpRequest request = request(path)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .setHeader("Content-Type", type)
                .build();
        return judged("PUT", path, exchange(request));
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    public @Nullable String token() {
        return token;
    }

    public Answer send(String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = request(path).method(method, body(body));
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return judged(method, path, exchange(request.build()));
    }

    private Answer judged(String method, String path, Answer answer) {
        String type = answer.header("content-type");
        assertThat(contract.faults(method, "/api/v1" + path, answer.status(), type, answer.body()))
                .as("%s %s answered %d %s", method, path, answer.status(), answer.body())
                .isEmpty();
        if (type.startsWith("application/problem+json")) {
            assertThat(Contract.codes()).as("codes of the contract").contains(answer.code());
        }
        return answer;
    }

    /** Gets without holding the answer against the contract, where time is measured. */
    public Answer quickly(String path) {
        return exchange(request(path).GET().build());
    }

    private Answer exchange(HttpRequest request) {
        try {
            return answer(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** A request with this desk's token, for what answers as a stream. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/api/v1" + path))
                .timeout(Duration.ofSeconds(60))
                .setHeader("Accept-Encoding", "gzip");
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        return request;
    }

    public HttpClient http() {
        return http;
    }

    private static HttpRequest.BodyPublisher body(@Nullable String body) {
        return body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
    }

    private static Answer answer(HttpResponse<byte[]> response) throws IOException {
        byte[] bytes = response.body();
        boolean packed = response.headers().firstValue("content-encoding").equals(Optional.of("gzip"));
        try (InputStream in =
                packed ? new GZIPInputStream(new ByteArrayInputStream(bytes)) : new ByteArrayInputStream(bytes)) {
            Map<String, String> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
            return new Answer(
                    response.statusCode(),
                    headers,
                    new String(in.readAllBytes(), StandardCharsets.UTF_8),
                    bytes.length);
        }
    }
}

package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.Contract;
import vn.toancanh.server.RequestJudge;

/**
 * A central server played by the test: a sign-in that works, and for every other path what the test says. Every request that comes
 * and every answer that goes is held against the contract, and {@link #close} fails where one is not as it says; an answer that is
 * to be wrong is {@link #odd}.
 */
final class FakeCentral implements AutoCloseable {
    static final String SESSION = """
            {"accessToken":"access-%d","expiresInS":%d,"refreshToken":"refresh-%d","refreshExpiresInS":43200,
             "serverTime":"2026-11-21T06:00:00Z","user":{"id":"u-1","username":"truc.ban","displayName":"Trực ban 1","role":"operator"},
             "rights":[{"level":"operate","siteId":null},{"level":"levitate","siteId":null},{"level":"view","siteId":"hk","tags":["a"]}]}
            """;

    final MockWebServer web = new MockWebServer();
    final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Function<RecordedRequest, MockResponse>> routes = new ConcurrentHashMap<>();
    private final Map<String, Deque<MockResponse>> queued = new ConcurrentHashMap<>();

    private static final Pattern SECRETS = Pattern.compile("access-|refresh-|mat-khau");
    private static final String ODD = "Odd";

    /** What a server has unless a test says otherwise, but for what a test turns on where it is about that. */
    static final String[] ALL = {"cameras.changedSince", "layouts", "layouts.locks", "records", "records.acceptance"};

    private final String scheme;
    private final RequestJudge judge = new RequestJudge();
    private final Contract contract = Contract.read();
    private final List<String> faults = new CopyOnWriteArrayList<>();

    FakeCentral() throws IOException {
        this(null);
    }

    FakeCentral(@Nullable SSLSocketFactory tls) throws IOException {
        this(tls, 0);
    }

    FakeCentral(@Nullable SSLSocketFactory tls, int port) throws IOException {
        scheme = tls == null ? "http" : "https";
        if (tls != null) {
            web.useHttps(tls);
        }
        on("GET /info", request -> json(info(ALL)));
        on("POST /sessions", request -> json(201, SESSION.formatted(1, 600, 1)));
        on("DELETE /sessions/current", request -> status(204));
        web.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request);
                faults.addAll(judge.faults(RequestJudge.Sent.of(request)));
                if (SECRETS.matcher(request.getTarget()).find()) {
                    faults.add("a secret in the address " + request.getTarget());
                }
                return judged(request, answer(request));
            }
        });
        web.start(InetAddress.getLoopbackAddress(), port);
    }

    static String info(String... features) {
        return "{\"product\":\"Fake\",\"version\":\"9\",\"instanceId\":\"i-1\",\"apiVersions\":[\"v1\"],\"features\":[\""
                + String.join("\",\"", features) + "\"],\"serverTime\":\"2026-11-21T06:00:00Z\",\"new\":[{}]}";
    }

    private MockResponse judged(RecordedRequest request, MockResponse answer) {
        if (answer.getHeaders().get(ODD) != null) {
            return answer.newBuilder().removeHeader(ODD).build();
        }
        Buffer body = new Buffer();
        try {
            if (answer.getBody() != null) {
                answer.getBody().writeTo(body);
            }
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
        String type = String.valueOf(answer.getHeaders().get("Content-Type"));
        if (answer.getCode() >= 500 && body.size() == 0) {
            // What stands between the desk and the server answers in its own way.
            return answer;
        }
        String path = request.getUrl().encodedPath();
        String wrong = contract.faults(request.getMethod(), path, answer.getCode(), type, body.readUtf8());
        if (!wrong.isEmpty()) {
            faults.add("the test's own answer to " + request.getMethod() + " " + path + ": " + wrong);
        }
        return answer;
    }

    /** An answer that no server should give, which is what the test is about. */
    static MockResponse odd(MockResponse answer) {
        return answer.newBuilder().setHeader(ODD, "yes").build();
    }

    private MockResponse answer(RecordedRequest request) {
        String path = request.getUrl().encodedPath().replaceFirst("^/api/v1", "");
        String key = request.getMethod() + " " + path;
        Deque<MockResponse> waiting = queued.get(key);
        if (waiting != null) {
            synchronized (waiting) {
                if (!waiting.isEmpty()) {
                    return waiting.removeFirst();
                }
            }
        }
        Function<RecordedRequest, MockResponse> route = routes.get(key);
        return route == null ? problem(404, "notFound") : route.apply(request);
    }

    FakeCentral on(String route, Function<RecordedRequest, MockResponse> answer) {
        routes.put(route, answer);
        return this;
    }

    /** Answers the next request there once in that way. */
    FakeCentral once(String route, MockResponse answer) {
        Deque<MockResponse> waiting = queued.computeIfAbsent(route, any -> new ArrayDeque<>());
        synchronized (waiting) {
            waiting.addLast(answer);
        }
        return this;
    }

    URI uri() {
        return URI.create(scheme + "://127.0.0.1:" + web.getPort());
    }

    List<RecordedRequest> to(String route) {
        return requests.stream()
                .filter(request -> (request.getMethod() + " "
                                + request.getUrl().encodedPath().replaceFirst("^/api/v1", ""))
                        .equals(route))
                .toList();
    }

    static MockResponse json(String body) {
        return json(200, body);
    }

    static MockResponse json(int code, String body) {
        return new MockResponse.Builder()
                .code(code)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    static MockResponse status(int code) {
        return new MockResponse.Builder().code(code).build();
    }

    static MockResponse problem(int code, String word) {
        return new MockResponse.Builder()
                .code(code)
                .setHeader("Content-Type", "application/problem+json")
                .body("{\"type\":\"urn:x\",\"title\":\"raw server words\",\"status\":" + code + ",\"code\":\"" + word
                        + "\",\"requestId\":\"r-1\",\"detail\":\"raw server words\"}")
                .build();
    }

    @Override
    public void close() {
        web.close();
        assertThat(faults).as("as the contract says").isEmpty();
    }
}

package vn.toancanh.central;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** A central server played by the test: a sign-in that works, and for every other path what the test says. */
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

    private final String scheme;

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
        on("GET /info", request -> json(info("cameras.changedSince")));
        on("POST /sessions", request -> json(201, SESSION.formatted(1, 600, 1)));
        on("DELETE /sessions/current", request -> status(204));
        web.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request);
                return answer(request);
            }
        });
        web.start(InetAddress.getLoopbackAddress(), port);
    }

    static String info(String... features) {
        return "{\"product\":\"Fake\",\"version\":\"9\",\"instanceId\":\"i-1\",\"apiVersions\":[\"v1\"],\"features\":[\""
                + String.join("\",\"", features) + "\"],\"serverTime\":\"2026-11-21T06:00:00Z\",\"new\":[{}]}";
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
    }
}

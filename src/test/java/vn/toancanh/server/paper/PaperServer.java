package vn.toancanh.server.paper;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.toancanh.server.RequestJudge;

/**
 * A central server made from the contract's document alone: it knows no product, keeps nothing, and answers what the document
 * gives as an example: of several the one that has most of what was asked for. A request that the document does not allow is refused and
 * remembered as a fault.
 */
public final class PaperServer implements AutoCloseable {
    /** When it is there: the examples of the document are of that day. */
    private static final String DATE = "Sat, 21 Nov 2026 06:00:00 GMT";

    private static final String NEXT = "nextCursor";

    private final MockWebServer web = new MockWebServer();
    private final JsonNode document;
    private final PaperValues values;
    private final RequestJudge judge = new RequestJudge();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final boolean twoPages;

    /** Listens on a free port of the loopback address. */
    public PaperServer() throws IOException {
        this(false);
    }

    /** One whose lists have the same page twice, where the document has them come by pages. */
    public static PaperServer ofTwoPages() throws IOException {
        return new PaperServer(true);
    }

    private PaperServer(boolean twoPages) throws IOException {
        this.twoPages = twoPages;
        try (InputStream in = PaperServer.class.getResourceAsStream("/vn/toancanh/server/openapi.yaml")) {
            document = new YAMLMapper().readTree(in);
        }
        values = new PaperValues(document);
        web.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        web.start(InetAddress.getLoopbackAddress(), 0);
    }

    /** For a client started by hand: says where it listens and goes on until it is killed. */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (PaperServer server = new PaperServer()) {
            System.out.println(server.uri());
            Thread.currentThread().join();
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + web.getPort());
    }

    /** Method and path of every request, in the order they came. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** What was asked otherwise than the document says. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    private MockResponse answer(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        String template = judge.template(path);
        JsonNode operation =
                document.path("paths").path(template).path(request.getMethod().toLowerCase(Locale.ROOT));
        String route = request.getMethod() + " " + template;
        asked.add(route);
        List<String> wrong = judge.faults(RequestJudge.Sent.of(request));
        if (!wrong.isEmpty()) {
            String first = wrong.getFirst();
            int status = first.endsWith("no token") ? 401 : 400;
            return fault(operation.isMissingNode() ? 404 : status, String.join("; ", wrong));
        }
        return success(request, operation.path("responses"));
    }

    private MockResponse success(RecordedRequest request, JsonNode responses) {
        String status = responses.propertyNames().stream()
                .filter(word -> word.startsWith("2"))
                .findFirst()
                .orElseThrow();
        JsonNode response = values.resolve(responses.path(status));
        MockResponse.Builder answer =
                new MockResponse.Builder().code(Integer.parseInt(status)).setHeader("Date", DATE);
        if (response.path("headers").has("ETag")) {
            answer.setHeader("ETag", "\"1\"");
        }
        JsonNode content = response.path("content");
        for (String type : content.propertyNames()) {
            JsonNode value = paged(request, values.of(content.path(type), words(request)));
            answer.setHeader("Content-Type", type).body(value.isString() ? value.asString() : value.toString());
            if (type.equals("text/event-stream")) {
                // The stream stays open behind what the document shows of it.
                answer.onResponseEnd(SocketEffect.Stall.INSTANCE).removeHeader("Content-Length");
            }
            break;
        }
        return answer.build();
    }

    private JsonNode paged(RecordedRequest request, JsonNode value) {
        if (!twoPages || !(value instanceof ObjectNode list) || !list.has(NEXT)) {
            return value;
        }
        boolean first = request.getUrl().queryParameter("cursor") == null;
        return first ? list.deepCopy().put(NEXT, "n") : list.deepCopy().putNull(NEXT);
    }

    /** What is named in the address and in the body. */
    private static Set<String> words(RecordedRequest request) {
        Set<String> words = new HashSet<>(request.getUrl().pathSegments());
        @Nullable ByteString body = request.getBody();
        if (body != null && body.size() > 0) {
            PaperValues.words(JsonMapper.shared().readTree(body.utf8()), words);
        }
        return words;
    }

    private MockResponse fault(int status, String what) {
        faults.add(what);
        JsonNode problem =
                values.of(document.at("/components/responses/Problem/content/application~1problem+json"), Set.of());
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/problem+json")
                .body(problem.toString())
                .build();
    }

    @Override
    public void close() {
        web.close();
    }
}

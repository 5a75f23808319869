package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each fault of a request is found, and a right one has none. */
class RequestJudgeTest {
    private static final String CAMERAS = "/api/v1/cameras";
    private static final String LAYOUT = "/api/v1/layouts/l-1";
    private static final String DRAFT =
            "{\"name\":\"A\",\"scope\":\"private\",\"grid\":{\"columns\":1,\"rows\":1},\"cells\":[{\"x\":0,\"y\":0,\"w\":1,\"h\":1,"
                    + "\"content\":{\"type\":\"hologram\",\"depth\":3}}]}";

    private final RequestJudge judge = new RequestJudge();
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private List<String> of(String method, String path, Map<String, List<String>> query, String body) {
        return judge.faults(new RequestJudge.Sent(method, path, query, this::header, body));
    }

    private @Nullable String header(String name) {
        return headers.get(name);
    }

    private void signedIn() {
        headers.put("Authorization", "Bearer tca_x");
        headers.put("Content-Type", "application/json; charset=utf-8");
    }

    private void finds(List<String> faults, String what) {
        assertThat(faults).singleElement().asString().contains(what);
    }

    @Test
    void whereItGoesAndWhoAsks() {
        finds(of("GET", "/api/v1/nowhere", Map.of(), ""), "is not in the contract");
        finds(of("PATCH", CAMERAS, Map.of(), ""), "is not in the contract");
        finds(of("GET", CAMERAS, Map.of(), ""), "no token");
        signedIn();
        assertThat(of("GET", CAMERAS, Map.of(), "")).isEmpty();
        finds(of("GET", "/api/v1/info", Map.of(), ""), "a token where none is asked for");
        headers.put("Authorization", "Basic x");
        finds(of("GET", CAMERAS, Map.of(), ""), "another kind");
    }

    @Test
    void whatStandsInTheAddress() {
        signedIn();
        assertThat(of("GET", CAMERAS, Map.of("limit", List.of("2000"), "tag", List.of("a", "b")), ""))
                .isEmpty();
        finds(of("GET", CAMERAS, Map.of("limit", List.of("2001")), ""), "limit");
        finds(of("GET", CAMERAS, Map.of("limit", List.of("many")), ""), "limit");
        finds(of("GET", CAMERAS, Map.of("limit", List.of("1", "2")), ""), "limit stands twice");
        finds(of("GET", CAMERAS, Map.of("published", List.of("yes")), ""), "published");
        finds(of("GET", CAMERAS, Map.of("colour", List.of("red")), ""), "knows no colour");
        finds(of("GET", CAMERAS + "/" + "c".repeat(65), Map.of(), ""), "id");
    }

    @Test
    void whatStandsInTheHeaders() {
        signedIn();
        finds(of("PUT", LAYOUT, Map.of(), DRAFT), "no If-Match");
        headers.put("If-Match", "\"1\"");
        assertThat(of("PUT", LAYOUT, Map.of(), DRAFT)).isEmpty();
        finds(of("GET", LAYOUT, Map.of(), ""), "knows no If-Match");
    }

    @Test
    void whatStandsInTheBody() {
        signedIn();
        String layouts = "/api/v1/layouts";
        assertThat(of("POST", layouts, Map.of(), DRAFT))
                .as("what stands in a cell is nobody's affair")
                .isEmpty();
        finds(of("POST", layouts, Map.of(), ""), "no body");
        finds(of("POST", layouts, Map.of(), DRAFT.replace("\"A\"", "7")), "body");
        finds(of("POST", layouts, Map.of(), DRAFT.replace("\"x\":0,", "")), "body");
        finds(of("POST", layouts, Map.of(), DRAFT.replace("\"rows\":1", "\"rows\":1,\"lines\":1")), "/grid/lines");
        finds(of("POST", layouts, Map.of(), DRAFT.replace("\"h\":1,", "\"h\":1,\"z\":1,")), "/cells/…/z");
        finds(of("GET", layouts, Map.of(), DRAFT), "a body of type");
        headers.put("Content-Type", "text/plain");
        finds(of("POST", layouts, Map.of(), DRAFT), "a body of type text/plain");
    }
}

package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Outcome;
import vn.toancanh.catalogue.CatalogueContents;
import vn.toancanh.catalogue.CatalogueUpdate;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.Codec;
import vn.toancanh.model.SiteId;
import vn.toancanh.model.StreamRole;

class CatalogueSyncTest {
    private static final String SITES = """
            {"revision":7,"items":[{"id":"hn","parentId":null,"name":"Hà Nội"},{"id":"hk","parentId":"hn","name":"Hoàn Kiếm"},{"name":"no id"}]}
            """;
    private FakeCentral server;
    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        server = new FakeCentral();
        desk = new Desk();
        server.on(
                "GET /sites",
                request -> "\"s7\"".equals(request.getHeaders().get("If-None-Match"))
                        ? FakeCentral.status(304)
                        : tagged(SITES));
    }

    @AfterEach
    void close() {
        desk.close();
        server.close();
    }

    private static MockResponse tagged(String body) {
        // One of them has no id.
        return FakeCentral.odd(
                FakeCentral.json(body).newBuilder().setHeader("ETag", "\"s7\"").build());
    }

    private static String cameras(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> """
            {"id":"c-%d","number":%d,"name":"Phố %d","siteId":"hk","tags":["a"],"geo":{"lat":21.02,"lon":105.85,"azimuthDeg":360,"fovDeg":70,"rangeM":null},
             "status":{"state":"online"},"capabilities":{"ptz":{"control":"none"}},
             "streams":[{"id":"m","role":"main","codec":"h265","width":1280,"height":720,"fps":25},{"id":"x","role":"hologram"}],"revision":5,"later":[1]}
            """.formatted(i, i, i))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static MockResponse page(int revision, String items, String removed, String cursor) {
        // With directions and roles that there are not.
        return FakeCentral.odd(FakeCentral.json("{\"revision\":" + revision + ",\"items\":" + items + ",\"removed\":"
                        + removed + ",\"nextCursor\":" + cursor + "}")
                .newBuilder()
                .setHeader("Date", "Sat, 21 Nov 2026 06:00:00 GMT")
                .build());
    }

    private Outcome<CatalogueUpdate> fetch(String token) {
        return desk.ask(answer -> desk.client.catalogue().fetch(token, answer));
    }

    private CatalogueContents whole() {
        CatalogueUpdate update = Desk.value(fetch(""));
        assertThat(update).isInstanceOf(CatalogueUpdate.Whole.class);
        return ((CatalogueUpdate.Whole) update).contents();
    }

    private static String query(RecordedRequest request, String name) {
        return String.valueOf(request.getUrl().queryParameter(name));
    }

    @Test
    void readsAllPagesAndKeepsTheRevisionOfTheFirst() {
        server.on("GET /cameras", request -> switch (query(request, "cursor")) {
            case "null" -> page(40, cameras(1, 4), "[]", "\"p2\"");
            case "p2" -> page(41, cameras(4, 6), "[]", "\"p3\"");
            default -> page(42, cameras(6, 7), "[]", "null");
        });
        desk.signedIn(server.uri());
        CatalogueContents contents = whole();
        assertThat(contents.cameras())
                .extracting(camera -> camera.id().value())
                .containsExactly("c-1", "c-2", "c-3", "c-4", "c-5", "c-6");
        assertThat(contents.sites()).hasSize(2);
        assertThat(contents.asOf()).isEqualTo("2026-11-21T06:00:00Z");
        assertThat(contents.syncToken()).startsWith("40 i-1 ");
        assertThat(server.to("GET /cameras"))
                .allMatch(request -> query(request, "limit").equals("2000"));
        assertThat(server.to("GET /cameras"))
                .allMatch(request -> "gzip".equals(request.getHeaders().get("Accept-Encoding")));
        Camera first = contents.cameras().getFirst();
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.site()).isEqualTo(new SiteId("hk"));
        assertThat(first.state()).isEqualTo(CameraState.ONLINE);
        assertThat(first.ptz()).isTrue();
        assertThat(first.place()).isNotNull();
        assertThat(first.place().headingDeg()).as("360 is out of range").isNull();
        assertThat(first.place().fovDeg()).isEqualTo(70);
        assertThat(first.streams()).as("roles we do not know are left out").hasSize(1);
        assertThat(first.stream(StreamRole.MAIN).orElseThrow().codec()).isEqualTo(Codec.H265);
    }

    @Test
    void laterAsksOnlyForWhatChanged() {
        server.on(
                "GET /cameras",
                request -> query(request, "changedSince").equals("40")
                        ? page(44, cameras(2, 3), "[\"c-1\",\"\"]", "null")
                        : page(40, cameras(1, 4), "[]", "null"));
        desk.signedIn(server.uri());
        CatalogueContents before = whole();
        var delta = (CatalogueUpdate.Delta) Desk.value(fetch(before.syncToken()));
        assertThat(delta.sites()).as("304").isNull();
        assertThat(delta.changed()).hasSize(1);
        assertThat(delta.removed()).containsExactly(new CameraId("c-1"));
        assertThat(delta.syncToken()).startsWith("44 i-1 ");
        assertThat(delta.applyTo(before).cameras())
                .extracting(camera -> camera.id().value())
                .containsExactly("c-2", "c-3");
    }

    @Test
    void nothingNewIsUnchanged() {
        server.on("GET /cameras", request -> page(40, "[]", "[]", "null"));
        desk.signedIn(server.uri());
        assertThat(Desk.value(fetch("40 i-1 \"s7\""))).isInstanceOf(CatalogueUpdate.Unchanged.class);
    }

    @Test
    void aServerWithOtherDataOrAForgottenRevisionIsReadWhole() {
        server.on(
                "GET /cameras",
                request -> query(request, "changedSince").equals("null")
                        ? page(3, cameras(1, 2), "[]", "null")
                        : FakeCentral.problem(400, "badField"));
        desk.signedIn(server.uri());
        assertThat(Desk.value(fetch("40 other-instance \"s7\""))).isInstanceOf(CatalogueUpdate.Whole.class);
        assertThat(server.to("GET /cameras")).hasSize(1);
        assertThat(Desk.value(fetch("40 i-1 \"s7\""))).isInstanceOf(CatalogueUpdate.Whole.class);
        assertThat(Desk.value(fetch("not a token"))).isInstanceOf(CatalogueUpdate.Whole.class);
    }

    @Test
    void whatCannotBeUsedOfACameraIsLeftOut() {
        server.on("GET /cameras", request -> page(1, """
                [{"id":""},{"name":"no id"},{"id":"a"},{"id":"b","number":0,"geo":{"lat":95,"lon":1e9},"status":{"state":"dreaming"},"streams":null,"capabilities":{"ptz":null}},
                 {"id":"c","geo":{"lat":null},"number":1000000,"siteId":""}]
                """, "[]", "\"\""));
        desk.signedIn(server.uri());
        CatalogueContents contents = whole();
        assertThat(contents.cameras()).extracting(camera -> camera.id().value()).containsExactly("a", "b", "c");
        assertThat(contents.cameras()).allMatch(camera -> camera.number() == null && camera.place() == null);
        assertThat(contents.cameras().get(1).state()).isEqualTo(CameraState.UNKNOWN);
        assertThat(contents.cameras().getFirst().name()).isEqualTo("a");
    }

    @Test
    void packedPagesAreUnpackedAndAnEmptyCityIsFine() throws IOException {
        Buffer packed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(packed))) {
            sink.writeUtf8("{\"revision\":1,\"items\":[],\"removed\":[],\"nextCursor\":null}");
        }
        server.on(
                "GET /cameras",
                request -> FakeCentral.odd(new MockResponse.Builder()
                        .setHeader("Content-Type", "application/json; charset=utf-8")
                        .setHeader("Content-Encoding", "gzip")
                        .body(packed.clone())
                        .build()));
        desk.signedIn(server.uri());
        assertThat(whole().cameras()).isEmpty();
    }

    @Test
    void aPageThatIsNoneFailsTheWhole() {
        server.on(
                "GET /cameras",
                request -> query(request, "cursor").equals("null")
                        ? page(1, cameras(1, 2), "[]", "\"p2\"")
                        : FakeCentral.odd(FakeCentral.json("{\"revision\":1}")));
        desk.signedIn(server.uri());
        assertThat(Desk.failure(fetch("")).kind()).isEqualTo(Kind.PROTOCOL);
    }
}

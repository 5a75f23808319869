package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.wall.LayoutFacts;
import vn.toancanh.wall.LayoutLibrary;

class LayoutsTest {
    private static final String LAYOUT = """
            {"id":"l-1","name":"Ca Ngày","scope":"global","grid":{"columns":2,"rows":1,"aspect":"16:9"},"version":%d,"modifiedBy":"x","modifiedAt":"2026-11-21T06:00:00Z",
             "cells":[{"x":0,"y":0,"w":1,"h":1,"content":{"type":"camera","cameraId":"c-1","role":"sub"}},
                      {"x":1,"y":0,"w":1,"h":1,"content":{"type":"hologram","depth":{"cm":[3]}}}]}
            """;

    private FakeCentral server;
    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        server = new FakeCentral();
        desk = new Desk();
        desk.signedIn(server.uri());
        server.on(
                "GET /layouts",
                request -> request.getUrl().queryParameter("cursor") == null
                        ? FakeCentral.json("{\"items\":[],\"nextCursor\":\"2\"}")
                        : FakeCentral.json("{\"items\":[" + LAYOUT.formatted(3) + "],\"nextCursor\":null}"));
        server.on("GET /layouts/l-1", request -> tagged(200, 3));
        server.on(
                "PUT /layouts/l-1",
                request -> "\"t3\"".equals(request.getHeaders().get("If-Match"))
                        ? tagged(200, 4)
                        : FakeCentral.problem(412, "preconditionFailed"));
        server.on("POST /layouts", request -> tagged(201, 1));
        server.on(
                "DELETE /layouts/l-1",
                request -> "\"t3\"".equals(request.getHeaders().get("If-Match"))
                        ? FakeCentral.status(204)
                        : FakeCentral.problem(412, "preconditionFailed"));
    }

    @AfterEach
    void close() {
        desk.close();
        server.close();
    }

    private static MockResponse tagged(int code, int version) {
        return FakeCentral.json(code, LAYOUT.formatted(version))
                .newBuilder()
                .setHeader("ETag", "\"t" + version + "\"")
                .build();
    }

    private Optional<Layout> find(String name) {
        return Desk.value(desk.<Outcome<Optional<Layout>>>ask(
                answer -> desk.client.layouts().find(name, answer)));
    }

    private Outcome<Layout> save(Layout layout) {
        return desk.ask(answer -> desk.client.layouts().save(layout, answer));
    }

    private static Layout versioned(Layout layout, long version) {
        return new Layout(layout.id(), layout.name(), layout.scope(), layout.grid(), layout.cells(), version);
    }

    @Test
    void findsByNameOnAnyPage() {
        Layout layout = find("ca ngày").orElseThrow();
        assertThat(layout.version()).isEqualTo(3);
        assertThat(layout.scope()).isEqualTo(Layout.Scope.CITY);
        assertThat(layout.cells().getFirst().content())
                .isEqualTo(new CellContent.OfCamera(new CameraId("c-1"), StreamChoice.SUB));
        assertThat(find("ca đêm")).isEmpty();
        List<LayoutLibrary.Entry> all = Desk.value(desk.<Outcome<List<LayoutLibrary.Entry>>>ask(
                answer -> desk.client.layouts().list(answer)));
        assertThat(all)
                .containsExactly(new LayoutLibrary.Entry(
                        new LayoutId("l-1"),
                        "Ca Ngày",
                        Layout.Scope.CITY,
                        3,
                        new LayoutFacts("x", Instant.parse("2026-11-21T06:00:00Z"), false, true, null)));
    }

    @Test
    void savesANewVersionOnTopOfTheOneItWasMadeFromAndKeepsWhatItDoesNotKnow() {
        Layout saved = Desk.value(save(find("Ca Ngày").orElseThrow()));
        assertThat(saved.version()).isEqualTo(4);
        String body = server.to("PUT /layouts/l-1").getFirst().getBody().utf8();
        assertThat(body).contains("{\"type\":\"hologram\",\"depth\":{\"cm\":[3]}}", "\"scope\":\"global\"");
        assertThat(body).contains("{\"type\":\"camera\",\"cameraId\":\"c-1\",\"role\":\"sub\"}");
    }

    @Test
    void somebodyElsesChangeIsNotOverwritten() {
        Layout old = versioned(find("Ca Ngày").orElseThrow(), 2);
        assertThat(Desk.failure(save(old)).kind()).isEqualTo(Kind.CONFLICT);
        assertThat(server.to("PUT /layouts/l-1"))
                .as("it is seen before anything is sent")
                .isEmpty();
        server.on("PUT /layouts/l-1", request -> FakeCentral.problem(412, "preconditionFailed"));
        assertThat(Desk.failure(save(versioned(old, 3))).kind()).isEqualTo(Kind.CONFLICT);
    }

    @Test
    void savesANewOneAndDeletes() {
        Layout fresh = new Layout(
                null, "Mới", Layout.Scope.PRIVATE, new Grid(1, 1), List.of(new Cell(0, 0, 1, 1, CellContent.EMPTY)), 0);
        assertThat(Desk.value(save(fresh)).id()).isEqualTo(new LayoutId("l-1"));
        assertThat(server.to("POST /layouts").getFirst().getBody().utf8())
                .isEqualTo(
                        "{\"name\":\"Mới\",\"scope\":\"private\",\"grid\":{\"columns\":1,\"rows\":1},\"cells\":[{\"x\":0,\"y\":0,\"w\":1,\"h\":1,\"content\":{\"type\":\"empty\"}}]}");
        Outcome<LayoutId> deleted = desk.ask(answer -> desk.client.layouts().delete(new LayoutId("l-1"), 3, answer));
        assertThat(Desk.value(deleted)).isEqualTo(new LayoutId("l-1"));
    }

    @Test
    void aLayoutThatIsGoneOrImpossibleIsSaid() {
        Outcome<Layout> gone = desk.ask(answer -> desk.client.layouts().get(new LayoutId("no/such one"), answer));
        assertThat(Desk.failure(gone).kind()).isEqualTo(Kind.NOT_FOUND);
        server.on(
                "GET /layouts/l-1",
                request -> FakeCentral.odd(
                        FakeCentral.json(
                                "{\"id\":\"l-1\",\"name\":\"x\",\"grid\":{\"columns\":1,\"rows\":1},\"cells\":[{\"x\":5,\"y\":0,\"w\":1,\"h\":1}]}")));
        Outcome<Layout> impossible = desk.ask(answer -> desk.client.layouts().get(new LayoutId("l-1"), answer));
        assertThat(Desk.failure(impossible).kind()).isEqualTo(Kind.PROTOCOL);
    }
}

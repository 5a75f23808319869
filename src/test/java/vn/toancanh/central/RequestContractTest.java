package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Outcome;
import vn.toancanh.catalogue.CatalogueUpdate;
import vn.toancanh.live.StreamGrants.Answer;
import vn.toancanh.live.StreamGrants.Wish;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.model.StreamRole;

/** Every request the client makes is one the contract knows, body, addresses and headers: {@link FakeCentral} judges each. */
class RequestContractTest {
    private static final List<String> ROUTES = List.of(
            "POST /api/v1/sessions",
            "POST /api/v1/sessions/refresh",
            "POST /api/v1/stream-sessions",
            "POST /api/v1/layouts",
            "PUT /api/v1/layouts/l-1",
            "PATCH /api/v1/alarms/a-1");
    private static final String ALARM = """
            {"id":"a-1","type":"x","priority":50,"state":"new","cameraIds":[],"siteId":"hk","place":null,"title":"A","procedure":null,
             "snapshot":{"contentType":"image/png","width":1,"height":1,"receivedAt":"2026-11-21T06:00:00Z"},
             "source":{"kind":"person","name":"An"},"raisedAt":"2026-11-21T06:00:00Z","receivedAt":"2026-11-21T06:00:00Z",
             "changedAt":"2026-11-21T06:00:00Z","changedBy":null,"assignee":null,"outcome":null,"comments":[],"version":1}""";
    private static final String LAYOUT = """
            {"id":"l-1","name":"x","scope":"private","grid":{"columns":1,"rows":1},"cells":[],"version":1,"modifiedBy":"An",
             "modifiedAt":"2026-11-21T06:00:00Z"}""";

    @Test
    void everyRequestIsAsTheContractSays() throws IOException {
        try (FakeCentral server = new FakeCentral();
                Desk desk = new Desk()) {
            play(server);
            everything(server, desk);
            assertThat(server.requests).hasSizeGreaterThan(12);
            assertThat(server.requests.stream()
                            .map(request ->
                                    request.getMethod() + " " + request.getUrl().encodedPath())
                            .toList())
                    .containsAll(ROUTES);
        }
    }

    private static void play(FakeCentral server) {
        server.on(
                "GET /info",
                request -> FakeCentral.json(FakeCentral.info(
                        "events",
                        "cameras.changedSince",
                        "layouts",
                        "layouts.locks",
                        "records",
                        "records.acceptance")));
        server.on(
                "GET /events/stream",
                request -> new MockResponse.Builder()
                        .setHeader("Content-Type", "text/event-stream")
                        .body("id: 5\nevent: session.expiring\ndata: {}\n\n")
                        .build());
        server.on("POST /sessions/refresh", request -> FakeCentral.json(FakeCentral.SESSION.formatted(2, 600, 2)));
        server.on("GET /sites", request -> FakeCentral.json("{\"revision\":3,\"items\":[]}"));
        server.on(
                "GET /cameras",
                request -> FakeCentral.json("{\"revision\":3,\"items\":[],\"removed\":[],\"nextCursor\":"
                        + (request.getUrl().queryParameter("cursor") == null ? "\"n\"" : "null") + "}"));
        server.on(
                "POST /stream-sessions",
                request -> FakeCentral.json(
                        "{\"items\":[{\"sessionId\":\"g\",\"cameraId\":\"c-1\",\"role\":\"third\",\"transports\":[\"tcp\"],\"renewAfter\":\"2026-11-21T06:00:00Z\",\"url\":\"rtsp://h/\",\"expiresAt\":\""
                                + Instant.now() + "\"}]}"));
        server.on("GET /layouts", request -> FakeCentral.json("{\"items\":[],\"nextCursor\":null}"));
        MockResponse layout =
                FakeCentral.json(LAYOUT).newBuilder().setHeader("ETag", "\"1\"").build();
        server.on("POST /layouts", request -> layout.newBuilder().code(201).build());
        server.on("GET /layouts/l-1", request -> layout);
        server.on("PUT /layouts/l-1", request -> layout);
        server.on("GET /alarms", request -> FakeCentral.json("{\"items\":[" + ALARM + "],\"nextCursor\":null}"));
        server.on("GET /alarms/a-1", request -> FakeCentral.json(ALARM));
        server.on("PATCH /alarms/a-1", request -> FakeCentral.json(ALARM.replace("\"new\"", "\"acknowledged\"")));
        server.on(
                "GET /alarms/a-1/snapshot",
                request -> new MockResponse.Builder()
                        .setHeader("Content-Type", "image/png")
                        .body("png")
                        .build());
        server.on("DELETE /layouts/l-1", request -> FakeCentral.status(204));
    }

    private static void everything(FakeCentral server, Desk desk) {
        desk.signedIn(server.uri());
        Desk.value(desk.<Outcome<CatalogueUpdate>>ask(
                answer -> desk.client.catalogue().fetch("", answer)));
        Desk.value(desk.<Outcome<CatalogueUpdate>>ask(
                answer -> desk.client.catalogue().fetch("3 i-1 \"t\"", answer)));
        Wish wish = new Wish(new CameraId("c-1"), StreamRole.THIRD);
        List<Answer> granted = desk.ask(answer -> desk.client.grants().ask(List.of(wish), answer));
        assertThat(granted.getFirst().grant()).isNotNull();
        Layout layout = new Layout(
                null,
                "Ca đêm",
                Layout.Scope.CITY,
                new Grid(4, 1),
                List.of(
                        new Cell(0, 0, 1, 1, CellContent.EMPTY),
                        new Cell(1, 0, 1, 1, new CellContent.OfCamera(new CameraId("c-1"), StreamChoice.AUTO)),
                        new Cell(2, 0, 1, 1, new CellContent.Unknown("map", "not json")),
                        new Cell(3, 0, 1, 1, CellContent.HOTSPOT)),
                0);
        Desk.value(desk.<Outcome<Layout>>ask(answer -> desk.client.layouts().save(layout, answer)));
        Layout known = new Layout(new LayoutId("l-1"), "n", Layout.Scope.ROLE, layout.grid(), layout.cells(), 1);
        Desk.value(desk.<Outcome<Layout>>ask(answer -> desk.client.layouts().save(known, answer)));
        Desk.value(desk.<Outcome<LayoutId>>ask(answer -> desk.client.layouts().delete(new LayoutId("l-1"), 1, answer)));
        Desk.value(desk.<Outcome<List<vn.toancanh.wall.LayoutLibrary.Entry>>>ask(
                answer -> desk.client.layouts().list(answer)));
        Alarm alarm = Desk.value(desk.<Outcome<List<Alarm>>>ask(
                        answer -> desk.client.alarms().open(answer)))
                .getFirst();
        Desk.value(desk.<Outcome<Alarm>>ask(answer -> desk.client.alarms().get(alarm.id(), answer)));
        Desk.value(
                desk.<Outcome<Alarm>>ask(answer -> desk.client.alarms().move(alarm, AlarmStep.ACKNOWLEDGED, answer)));
        Desk.value(desk.<Outcome<byte[]>>ask(answer -> desk.client.alarms().picture(alarm.id(), answer)));
        desk.until(() -> server.to("POST /sessions/refresh").size() >= 1
                && server.to("GET /events/stream").size() >= 2);
        desk.here(() -> {
            desk.client.sessions().signOut();
            return true;
        });
        desk.until(() -> server.to("DELETE /sessions/current").size() == 1);
    }
}

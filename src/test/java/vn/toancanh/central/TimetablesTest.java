package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.model.LayoutId;
import vn.toancanh.wall.Shift;
import vn.toancanh.wall.Timetable;

/** When layouts are to stand, as the server says it and is told it. */
class TimetablesTest {
    private static final LayoutId ID = new LayoutId("l-1");
    private static final String STREAM = "GET /events/stream";
    private static final String ROUTE = "PUT /layouts/l-1/shifts";
    private static final String TABLE = """
            {"layoutId":"%s","name":"Ca ngày","scope":"global","shifts":[{"days":["sun","mon"],"from":"22:00","to":"06:00","window":2}%s],
             "version":%d,"modifiedBy":"Chị Lan","modifiedAt":"2026-11-21T06:00:00Z","changeable":true}""";

    private FakeCentral server;
    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        server = new FakeCentral();
        server.on("GET /info", request -> FakeCentral.json(FakeCentral.info("layouts", "layouts.shifts", "events")));
        server.on(
                STREAM,
                request -> new MockResponse.Builder()
                        .setHeader("Content-Type", "text/event-stream")
                        .headersDelay(20, TimeUnit.MILLISECONDS)
                        .body(": it goes on\n\n")
                        .setHeader("Content-Length", 1 << 20)
                        .onResponseEnd(SocketEffect.Stall.INSTANCE)
                        .build());
        desk = new Desk();
    }

    @AfterEach
    void close() {
        desk.close();
        server.close();
    }

    private Outcome<Timetable> set(long seen, Shift... shifts) {
        return desk.ask(answer -> desk.client.timetables().set(ID, List.of(shifts), seen, answer));
    }

    private static Shift night() {
        return new Shift(
                EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
                LocalTime.of(22, 0),
                LocalTime.of(6, 0),
                2,
                ID,
                "Ca ngày");
    }

    @Test
    void allPagesAreReadAndWhatANewerServerSaysMoreOfIsNotToBeWrittenBack() {
        server.on(
                "GET /shifts",
                request -> request.getUrl().queryParameter("cursor") == null
                        ? FakeCentral.json("{\"items\":[" + TABLE.formatted("l-1", "", 3) + "],\"nextCursor\":\"n\"}")
                        : FakeCentral.odd(FakeCentral.json("{\"items\":["
                                + TABLE.formatted(
                                        "l-2",
                                        ",{\"days\":[\"holiday\"],\"from\":\"22:00\",\"to\":\"06:00\",\"window\":1}",
                                        1)
                                + ",{\"layoutId\":\"\"}],\"nextCursor\":null}")));
        desk.signedIn(server.uri());
        assertThat(desk.here(desk.client.timetables()::offered)).isTrue();
        List<Timetable> all = Desk.value(desk.<Outcome<List<Timetable>>>ask(
                answer -> desk.client.timetables().all(answer)));
        assertThat(all).hasSize(2);
        assertThat(all.getFirst())
                .isEqualTo(new Timetable(
                        ID, Scope.CITY, List.of(night()), 3, "Chị Lan", Instant.parse("2026-11-21T06:00:00Z"), true));
        assertThat(all.getLast().shifts()).hasSize(1);
        assertThat(all.getLast().changeable()).isFalse();
    }

    @Test
    void theyAreSetByWhoSawThemAsTheyAre() {
        server.on(ROUTE, request -> FakeCentral.json(TABLE.formatted("l-1", "", 4)));
        desk.signedIn(server.uri());
        assertThat(Desk.value(set(3, night())).version()).isEqualTo(4);
        RecordedRequest sent = server.to(ROUTE).getFirst();
        assertThat(sent.getHeaders().get("If-Match")).isEqualTo("\"3\"");
        assertThat(sent.getBody().utf8()).contains("[\"mon\",\"sun\"]", "\"22:00\"", "\"06:00\"", "\"window\":2");
        server.on(ROUTE, request -> FakeCentral.problem(412, "preconditionFailed"));
        assertThat(Desk.failure(set(3)).textKey()).isEqualTo(Kind.CONFLICT.textKey());
        server.on(ROUTE, request -> FakeCentral.problem(423, "locked"));
        assertThat(Desk.failure(set(3)).textKey()).isEqualTo("central.locked");
    }

    @Test
    void whatTellsOfThemOrOfTheirLayoutsIsNews() {
        AtomicInteger news = new AtomicInteger();
        desk.here(() -> desk.client.timetables().onNews(news::incrementAndGet));
        for (String event : List.of("hello", "layout.shifts", "layout.changed", "layout.deleted", "lock.changed")) {
            server.once(
                    STREAM,
                    new MockResponse.Builder()
                            .setHeader("Content-Type", "text/event-stream")
                            .body("id: 1\nevent: " + event + "\ndata: {\"id\":\"l-1\"}\n\n")
                            .build());
        }
        desk.signedIn(server.uri());
        desk.until(() -> server.to(STREAM).size() >= 6);
        desk.until(() -> news.get() == 4);
    }

    @Test
    void aServerWithoutThemIsNotAsked() {
        server.on("GET /info", request -> FakeCentral.json(FakeCentral.info("layouts")));
        assertThat(desk.here(desk.client.timetables()::offered))
                .as("while nothing is known")
                .isFalse();
        desk.signedIn(server.uri());
        assertThat(desk.here(desk.client.timetables()::offered)).isFalse();
        Failure none = Desk.failure(set(0, night()));
        assertThat(none.kind()).isEqualTo(Kind.UNSUPPORTED);
        assertThat(none.textKey()).isEqualTo("central.noShifts");
        assertThat(Desk.failure(desk.<Outcome<List<Timetable>>>ask(
                                answer -> desk.client.timetables().all(answer)))
                        .textKey())
                .isEqualTo("central.noShifts");
        assertThat(server.to(ROUTE)).isEmpty();
        assertThat(server.to("GET /shifts")).isEmpty();
    }
}

package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Connection.Phase;

class EventsTest {
    private static final String STREAM = "GET /events/stream";

    private FakeCentral server;
    private Desk desk;
    private final AtomicInteger news = new AtomicInteger();

    @BeforeEach
    void open() throws IOException {
        server = new FakeCentral();
        server.on("GET /info", request -> FakeCentral.json(FakeCentral.info("events", "cameras.changedSince")));
        server.on(
                STREAM,
                request -> new MockResponse.Builder()
                        .setHeader("Content-Type", "text/event-stream")
                        .headersDelay(20, TimeUnit.MILLISECONDS)
                        .onResponseEnd(SocketEffect.Stall.INSTANCE)
                        .body("")
                        .build());
        desk = new Desk();
        desk.here(() -> desk.client.catalogue().onNews(news::incrementAndGet));
    }

    @AfterEach
    void close() {
        desk.close();
        server.close();
    }

    private static MockResponse events(String body) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "text/event-stream")
                .body(body)
                .build();
    }

    @Test
    void tellsNewsAndResumesAfterTheLastEventSeen() {
        server.once(
                STREAM,
                events(
                        "id: 1\nevent: hello\ndata: {}\n\n: still here\n\nid: 7\nevent: catalogue.changed\ndata: {\"revision\":9}\n\n"));
        server.once(STREAM, events("id: 8\nevent: reset\ndata: {}\n\nid: 9\nevent: not.known\ndata: not json\n\n"));
        desk.signedIn(server.uri());
        desk.until(() -> server.to(STREAM).size() >= 3);
        desk.until(() -> news.get() == 3);
        assertThat(server.to(STREAM).get(0).getHeaders().get("Last-Event-ID")).isNull();
        assertThat(server.to(STREAM).get(1).getHeaders().get("Last-Event-ID")).isEqualTo("7");
        assertThat(server.to(STREAM).get(2).getHeaders().get("Last-Event-ID")).isEqualTo("9");
        assertThat(server.to(STREAM).get(0).getHeaders().get("Authorization")).isEqualTo("Bearer access-1");
    }

    @Test
    void aBrokenStreamMeansAwayUntilItIsBack() {
        for (int i = 0; i < 3; i++) {
            server.once(
                    STREAM,
                    FakeCentral.odd(new MockResponse.Builder()
                            .onResponseStart(new SocketEffect.CloseSocket())
                            .build()));
        }
        server.once(STREAM, events("event: hello\ndata: {}\n\n"));
        AtomicInteger away = new AtomicInteger();
        desk.here(() -> desk.client.sessions().onChange(state -> {
            if (state.connection().phase() == Phase.AWAY) {
                away.incrementAndGet();
            }
        }));
        desk.signedIn(server.uri());
        desk.until(() -> news.get() == 1);
        assertThat(away.get()).isPositive();
        desk.until(() -> desk.client.sessions().state().connection().phase() == Phase.ONLINE);
    }

    @Test
    void anExpiringSessionIsRenewedWhileTheStreamGoesOn() {
        server.on("POST /sessions/refresh", request -> FakeCentral.json(FakeCentral.SESSION.formatted(2, 600, 2)));
        server.once(STREAM, events("event: session.expiring\ndata: {}\n\nevent: hello\ndata: {}\n\n"));
        desk.signedIn(server.uri());
        desk.until(() -> server.to("POST /sessions/refresh").size() == 1);
        desk.until(() -> server.to(STREAM).size() >= 2);
        assertThat(server.to(STREAM).get(1).getHeaders().get("Authorization")).isEqualTo("Bearer access-2");
    }

    @Test
    void aSessionEndedByTheServerHasExpired() {
        server.on("POST /sessions/refresh", request -> FakeCentral.problem(401, "unauthenticated"));
        server.once(STREAM, events("event: session.ended\ndata: {}\n\n"));
        desk.signedIn(server.uri());
        desk.until(() -> desk.client.sessions().state().connection().phase() == Phase.EXPIRED);
        int before = server.to(STREAM).size();
        assertThat(before).isEqualTo(1);
    }

    @Test
    void aStreamThatIsNoneIsTriedAgain() {
        server.once(STREAM, FakeCentral.odd(FakeCentral.json("{}")));
        server.once(STREAM, FakeCentral.problem(503, "busy"));
        server.once(STREAM, FakeCentral.problem(404, "notFound"));
        server.once(STREAM, events("event: hello\ndata: {}\n\n"));
        desk.signedIn(server.uri());
        desk.until(() -> news.get() == 1);
    }

    @Test
    void aServerWithoutEventsIsAskedForNewsNowAndThen() {
        server.on("GET /info", request -> FakeCentral.json(FakeCentral.info("cameras")));
        desk.signedIn(server.uri());
        desk.until(() -> news.get() >= 2);
        assertThat(server.to(STREAM)).isEmpty();
    }

    @Test
    void signingOutEndsTheStream() {
        desk.signedIn(server.uri());
        desk.until(() -> server.to(STREAM).size() == 1);
        desk.here(() -> {
            desk.client.sessions().signOut();
            return true;
        });
        desk.until(() -> server.to("DELETE /sessions/current").size() == 1);
        assertThat(desk.here(() -> desk.client.sessions().state().connection().phase()))
                .isEqualTo(Phase.SIGNED_OUT);
        assertThat(server.to(STREAM)).hasSize(1);
    }
}

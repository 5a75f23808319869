package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Connection.Phase;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.LayoutId;
import vn.toancanh.wall.LayoutLibrary;

/** Access tokens end and are changed, whatever is under way. */
class TokensTest {
    private static final String LAYOUTS = "{\"items\":[],\"nextCursor\":null}";

    private FakeCentral server;
    private Desk desk;
    private final Set<String> valid = ConcurrentHashMap.newKeySet();
    private final AtomicInteger generation = new AtomicInteger(1);

    @BeforeEach
    void open() throws IOException {
        server = new FakeCentral();
        desk = new Desk();
        valid.add("Bearer access-1");
        server.on("GET /layouts", request -> guarded(request, FakeCentral.json(LAYOUTS)));
        server.on("POST /sessions/refresh", request -> {
            int presented = generation.get();
            if (!request.getBody().utf8().contains("\"refresh-" + presented + "\"")) {
                return FakeCentral.problem(401, "refreshReused");
            }
            int next = generation.incrementAndGet();
            valid.clear();
            valid.add("Bearer access-" + next);
            return FakeCentral.json(FakeCentral.SESSION.formatted(next, 600, next));
        });
    }

    @AfterEach
    void close() {
        desk.close();
        server.close();
    }

    private MockResponse guarded(RecordedRequest request, MockResponse answer) {
        String token = String.valueOf(request.getHeaders().get("Authorization"));
        return valid.contains(token) ? answer : FakeCentral.problem(401, "unauthenticated");
    }

    private Outcome<java.util.List<LayoutLibrary.Entry>> list() {
        return desk.ask(answer -> desk.client.layouts().list(answer));
    }

    private Phase phase() {
        return desk.here(() -> desk.client.sessions().state().connection().phase());
    }

    @Test
    void aSpentTokenIsChangedAndTheRequestRepeatedOnce() {
        desk.signedIn(server.uri());
        valid.clear();
        assertThat(Desk.value(list())).isEmpty();
        assertThat(server.to("POST /sessions/refresh")).hasSize(1);
        assertThat(server.to("GET /layouts")).hasSize(2);
    }

    @Test
    void twentyRequestsThatFindTheTokenSpentChangeItOnce() {
        desk.signedIn(server.uri());
        valid.clear();
        AtomicInteger worked = new AtomicInteger();
        desk.here(() -> {
            for (int i = 0; i < 20; i++) {
                desk.client.layouts().list(outcome -> {
                    if (outcome instanceof Outcome.Done) {
                        worked.incrementAndGet();
                    }
                });
            }
            return true;
        });
        desk.until(() -> worked.get() == 20);
        assertThat(server.to("POST /sessions/refresh")).hasSize(1);
    }

    @Test
    void aTokenIsChangedBeforeItEnds() {
        server.on("POST /sessions", request -> FakeCentral.json(201, FakeCentral.SESSION.formatted(1, 600, 1)));
        AtomicInteger seconds = new AtomicInteger();
        Clock clock = new Clock() {
            @Override
            public long nanos() {
                return Duration.ofSeconds(seconds.get()).toNanos();
            }

            @Override
            public java.time.Instant now() {
                return java.time.Instant.EPOCH.plusSeconds(seconds.get());
            }
        };
        try (Desk turned = new Desk(Desk.QUICK, clock)) {
            turned.signedIn(server.uri());
            seconds.set(500);
            assertThat(Desk.value(turned.<Outcome<java.util.List<LayoutLibrary.Entry>>>ask(
                            answer -> turned.client.layouts().list(answer))))
                    .isEmpty();
            assertThat(server.to("POST /sessions/refresh")).isEmpty();
            seconds.set(560);
            assertThat(Desk.value(turned.<Outcome<java.util.List<LayoutLibrary.Entry>>>ask(
                            answer -> turned.client.layouts().list(answer))))
                    .isEmpty();
            assertThat(server.to("POST /sessions/refresh")).hasSize(1);
            assertThat(server.to("GET /layouts").getLast().getHeaders().get("Authorization"))
                    .isEqualTo("Bearer access-2");
        }
    }

    @Test
    void aSessionThatCannotBeChangedHasExpiredAndNothingIsAskedAnyMore() {
        desk.signedIn(server.uri());
        valid.clear();
        server.on("POST /sessions/refresh", request -> FakeCentral.problem(401, "unauthenticated"));
        assertThat(Desk.failure(list()).kind()).isEqualTo(Kind.SESSION_EXPIRED);
        desk.until(() -> desk.client.sessions().state().connection().phase() == Phase.EXPIRED);
        int before = server.requests.size();
        assertThat(Desk.failure(list()).kind()).isEqualTo(Kind.SESSION_EXPIRED);
        assertThat(server.requests).hasSize(before);
        assertThat(desk.here(() -> desk.client.sessions().current()))
                .as("still named")
                .isPresent();
    }

    @Test
    void aTokenThatIsRefusedEvenWhenFreshDoesNotGoRoundInCircles() {
        desk.signedIn(server.uri());
        server.on("GET /layouts", request -> FakeCentral.problem(401, "unauthenticated"));
        assertThat(Desk.failure(list()).kind()).isEqualTo(Kind.SESSION_EXPIRED);
        assertThat(server.to("GET /layouts")).hasSize(2);
    }

    @Test
    void theServerGoesAwayAndComesBack() {
        desk.signedIn(server.uri());
        server.on(
                "GET /layouts",
                request -> FakeCentral.odd(new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build()));
        assertThat(Desk.failure(list()).kind()).isEqualTo(Kind.UNREACHABLE);
        desk.until(() -> desk.client.sessions().state().connection().phase() == Phase.AWAY);
        assertThat(desk.here(() -> desk.client.sessions().state().connection().since()))
                .isNotNull();
        server.on("GET /layouts", request -> guarded(request, FakeCentral.json(LAYOUTS)));
        assertThat(Desk.value(list())).isEmpty();
        desk.until(() -> desk.client.sessions().state().connection().phase() == Phase.ONLINE);
        assertThat(phase()).isEqualTo(Phase.ONLINE);
    }

    @Test
    void whoIsNotSignedInIsToldSo() {
        assertThat(Desk.failure(list()).kind()).isEqualTo(Kind.SESSION_EXPIRED);
        Failure failure = Desk.failure(desk.<Outcome<vn.toancanh.model.Layout>>ask(
                answer -> desk.client.layouts().get(new LayoutId("x"), answer)));
        assertThat(failure.kind()).isEqualTo(Kind.SESSION_EXPIRED);
        assertThat(server.requests).isEmpty();
    }
}

package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.ManualClock;
import vn.toancanh.server.accounts.Sessions;

@Tag("slow")
@Timeout(120)
class EventsTest {
    private static final String LAYOUT =
            "{\"name\":\"A\",\"scope\":\"%s\",\"grid\":{\"columns\":1,\"rows\":1},\"cells\":[]}";

    @TempDir
    Path data;

    private final ManualClock clock = new ManualClock();
    private final List<Listener> listeners = new ArrayList<>();
    private ServerFixture fixture;
    private Desk desk;

    @BeforeEach
    void start() throws IOException {
        fixture = ServerFixture.start(ServerOptions.at(data).withClock(clock).withHeartbeat(Duration.ofMillis(200)));
        desk = fixture.desk("viewer");
    }

    @AfterEach
    void stop() throws IOException {
        for (Listener listener : listeners) {
            listener.close();
        }
        fixture.close();
    }

    /** What came: an event, or a heartbeat where the name is empty. */
    private record Heard(String name, String id, String data) {
        long place() {
            return Long.parseLong(id.substring(id.indexOf('-') + 1));
        }
    }

    private static final class Listener implements AutoCloseable {
        private final BufferedReader in;

        Listener(InputStream body) {
            this.in = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }

        @Nullable
        Heard next() throws IOException {
            String name = "";
            String id = "";
            String data = "";
            String line;
            while ((line = in.readLine()) != null) {
                if (line.isEmpty()) {
                    return new Heard(name, id, data);
                }
                name = line.startsWith("event: ") ? line.substring(7) : name;
                id = line.startsWith("id: ") ? line.substring(4) : id;
                data = line.startsWith("data: ") ? line.substring(6) : data;
            }
            return null;
        }

        Heard event() throws IOException {
            Heard heard = next();
            while (heard != null && (heard.name().isEmpty() || heard.name().equals("here"))) {
                heard = next();
            }
            assertThat(heard).as("the stream ended").isNotNull();
            return heard;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private Listener listen(Desk of, String query, String lastId) throws IOException, InterruptedException {
        var request = of.request("/events/stream" + query);
        if (!lastId.isEmpty()) {
            request.setHeader("Last-Event-ID", lastId);
        }
        HttpResponse<InputStream> response =
                of.http().send(request.GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("text/event-stream");
        assertThat(response.headers().firstValue("content-encoding")).isEmpty();
        Listener listener = new Listener(response.body());
        listeners.add(listener);
        return listener;
    }

    private void change(int number) {
        fixture.server
                .inventory()
                .merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(number, 1));
    }

    private void fits(String schema, Heard heard) {
        assertThat(fixture.contract.validate("#/components/schemas/" + schema, heard.data()))
                .isEmpty();
    }

    @Test
    void changesAreToldAsTheyHappen() throws Exception {
        Listener listener = listen(desk, "", "");
        Heard hello = listener.event();
        assertThat(hello.name()).isEqualTo("hello");
        fits("Hello", hello);
        change(1);
        Heard changed = listener.event();
        assertThat(changed.name()).isEqualTo("catalogue.changed");
        fits("CatalogueChanged", changed);
        JsonNode data = JsonMapper.shared().readTree(changed.data());
        assertThat(data.path("revision").asLong())
                .isEqualTo(fixture.server.inventory().revision());
        Desk operator = fixture.desk("operator");
        operator.post("/layouts", LAYOUT.formatted("private"));
        operator.post("/layouts", LAYOUT.formatted("global"));
        Heard layout = listener.event();
        assertThat(layout.name()).isEqualTo("layout.changed");
        fits("LayoutChanged", layout);
        String id = JsonMapper.shared().readTree(layout.data()).path("id").asString();
        // The private one was not told of, so this is the shared one, which the viewer may read.
        assertThat(desk.get("/layouts/" + id).status()).isEqualTo(200);
        operator.delete("/layouts/" + id, "If-Match", "\"1\"");
        assertThat(listener.event().name()).isEqualTo("layout.deleted");
    }

    @Test
    void channelsNarrow() throws Exception {
        Listener listener = listen(desk, "?channels=layout", "");
        listener.event();
        change(1);
        fixture.desk("operator").post("/layouts", LAYOUT.formatted("global"));
        assertThat(listener.event().name()).isEqualTo("layout.changed");
    }

    @Test
    void silenceIsFilledWithHeartbeats() throws Exception {
        Listener listener = listen(desk, "", "");
        listener.event();
        Heard beat = listener.next();
        assertThat(beat).isNotNull();
        assertThat(beat.name()).isEmpty();
    }

    @Test
    void whatHappensToOthersIsNoSilence() throws Exception {
        Listener listener = listen(desk, "?channels=layout", "");
        Heard hello = listener.event();
        AtomicBoolean heard = new AtomicBoolean();
        Thread others = Thread.ofVirtual().start(() -> {
            long begun = System.nanoTime();
            for (int number = 1; !heard.get() && System.nanoTime() - begun < 10_000_000_000L; number++) {
                change(number);
            }
        });
        try {
            Heard here = Objects.requireNonNull(listener.next());
            assertThat(others.isAlive()).as("while they go on").isTrue();
            assertThat(here.name()).isEqualTo("here");
            assertThat(here.data()).isEqualTo("{}");
            assertThat(here.place()).as("where to resume from").isGreaterThan(hello.place());
        } finally {
            heard.set(true);
            others.join();
        }
    }

    @Test
    void oneSessionListensSoOftenAndOthersListenOn() throws Exception {
        for (int i = 0; i < 8; i++) {
            listen(desk, "", "").event();
        }
        Desk.Answer refused = desk.get("/events/stream");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("tooManyStreams");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        listen(fixture.desk("viewer"), "", "").event();
        desk.delete("/sessions/current");
        for (Listener each : listeners.subList(0, 8)) {
            assertThat(each.event().name()).isEqualTo("session.ended");
        }
    }

    @Test
    void aDeskThatComesBackHearsWhatItMissed() throws Exception {
        Listener first = listen(desk, "", "");
        first.event();
        change(1);
        String last = first.event().id();
        first.close();
        change(2);
        change(3);
        Listener second = listen(desk, "", last);
        assertThat(second.event().name()).isEqualTo("hello");
        Heard two = second.event();
        Heard three = second.event();
        assertThat(two.name()).isEqualTo("catalogue.changed");
        assertThat(JsonMapper.shared().readTree(three.data()).path("revision").asLong())
                .isEqualTo(JsonMapper.shared()
                                .readTree(two.data())
                                .path("revision")
                                .asLong()
                        + 1);
        assertThat(second.next()).extracting(Heard::name).isEqualTo("");
    }

    @Test
    void whatCannotBeToldIsReset() throws Exception {
        for (String last : List.of("other-5", "x", "", "99999999999999999999")) {
            if (last.isEmpty()) {
                continue;
            }
            Listener listener = listen(desk, "", last);
            assertThat(listener.event().name()).isEqualTo("hello");
            assertThat(listener.event().name()).isEqualTo("reset");
            change(1 + listeners.size());
            assertThat(listener.event().name()).isEqualTo("catalogue.changed");
        }
    }

    @Test
    void theEndOfTheTokenIsToldAndThenTheStreamEnds() throws Exception {
        Listener listener = listen(desk, "", "");
        listener.event();
        clock.advance(Sessions.ACCESS.minusSeconds(30));
        Heard expiring = listener.event();
        assertThat(expiring.name()).isEqualTo("session.expiring");
        fits("SessionExpiring", expiring);
        clock.advance(Duration.ofSeconds(60));
        assertThat(listener.event().name()).isEqualTo("session.ended");
        assertThat(listener.next()).isNull();
    }

    @Test
    void aRefreshKeepsTheStreamOpen() throws Exception {
        JsonNode session =
                fixture.anonymous.login("operator", ServerFixture.PASSWORD).json();
        Listener listener =
                listen(fixture.anonymous.withToken(session.path("accessToken").asString()), "", "");
        listener.event();
        fixture.anonymous.post(
                "/sessions/refresh",
                "{\"refreshToken\":\"" + session.path("refreshToken").asString() + "\"}");
        change(5);
        assertThat(listener.event().name()).isEqualTo("catalogue.changed");
    }

    @Test
    void signingOutEndsTheStream() throws Exception {
        Listener listener = listen(desk, "", "");
        listener.event();
        desk.delete("/sessions/current");
        assertThat(listener.event().name()).isEqualTo("session.ended");
        assertThat(listener.next()).isNull();
    }

    @Test
    void theServerClosesThoughDesksListen() throws Exception {
        Listener listener = listen(desk, "", "");
        listener.event();
        fixture.server.close();
        Heard last = new Heard("", "", "");
        try {
            while (last != null) {
                last = listener.next();
            }
        } catch (IOException cut) {
            last = null;
        }
        assertThat(last).isNull();
    }
}

package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Connection.Phase;
import vn.toancanh.base.Outcome;
import vn.toancanh.wall.LayoutLibrary;

/** What is said of the server is so, at once, also while nothing else is asked of it. */
class ServerGoneTest {
    private static final String STREAM = "GET /events/stream";
    private static final String HELLO = "event: hello\ndata: {}\n\n";

    /** Of attempts that fail the next comes in half a minute, so that whatever is said sooner is not said by chance. */
    private static final CentralOptions PATIENT = new CentralOptions(
            "test 1",
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofSeconds(40),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofMillis(30),
            Duration.ofSeconds(60));

    private static final Duration SOON = Duration.ofSeconds(4);

    private FakeCentral server;
    private Desk desk;
    private final List<Phase> phases = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() throws IOException {
        server = new FakeCentral();
        desk = new Desk(PATIENT);
        server.on("GET /info", request -> FakeCentral.json(FakeCentral.info("events", "layouts")));
        server.on(STREAM, request -> stands());
    }

    @AfterEach
    void close() {
        desk.close();
        server.close();
    }

    private void signIn() {
        desk.here(() -> desk.client
                .sessions()
                .onChange(state -> phases.add(state.connection().phase())));
        desk.signedIn(server.uri());
    }

    /** Goes on for ever. */
    private static MockResponse stands() {
        return ends().setHeader("Content-Length", 1 << 20)
                .onResponseEnd(SocketEffect.Stall.INSTANCE)
                .build();
    }

    /** Ends in order, a moment after it began. */
    private static MockResponse.Builder ends() {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "text/event-stream")
                .bodyDelay(300, TimeUnit.MILLISECONDS)
                .body(HELLO);
    }

    private static MockResponse hangsUp() {
        return FakeCentral.odd(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
    }

    private static MockResponse silent() {
        return FakeCentral.odd(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
    }

    private Phase phase() {
        return desk.here(() -> desk.client.sessions().state().connection().phase());
    }

    private void within(Duration time, Phase expected) {
        long begin = System.nanoTime();
        desk.until(() -> phases.getLast() == expected);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(time);
    }

    @Test
    void aStreamThatIsRenewedIsNoNews() {
        server.once(STREAM, ends().build());
        isOpenedAnewUnnoticed();
    }

    @Test
    void aStreamThatBreaksWhileTheServerIsThereIsNoNewsEither() {
        server.once(
                STREAM,
                ends().body(HELLO + ": still here\n\n".repeat(100))
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build());
        isOpenedAnewUnnoticed();
    }

    private void isOpenedAnewUnnoticed() {
        signIn();
        long begin = System.nanoTime();
        desk.until(() -> server.to(STREAM).size() == 2);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
        assertThat(phase()).isEqualTo(Phase.ONLINE);
        assertThat(phases).containsOnly(Phase.ONLINE);
    }

    @Test
    void aServerThatEndsIsSaidToBeAwayAtOnce() {
        signIn();
        desk.until(() -> server.to(STREAM).size() == 1);
        server.web.close();
        within(SOON, Phase.AWAY);
    }

    @Test
    void aServerThatTakesConnectionsAndSaysNothingIsSaidToBeAwayAtOnce() {
        server.once(STREAM, ends().build());
        server.on(STREAM, request -> silent());
        signIn();
        desk.until(() -> server.to(STREAM).size() == 2);
        within(SOON, Phase.AWAY);
        assertThat(server.to(STREAM)).as("it is still being waited for").hasSize(2);
    }

    @Test
    void silenceIsNoSignOfLife() {
        server.once(STREAM, stands());
        server.on(STREAM, request -> silent());
        desk.close();
        desk = new Desk(with(Duration.ofMillis(600), Duration.ofMillis(20)));
        signIn();
        desk.until(() -> phases.contains(Phase.AWAY));
        desk.until(() -> server.to(STREAM).size() >= 4);
        assertThat(phases).containsExactly(Phase.ONLINE, Phase.AWAY);
    }

    @Test
    void theContractsSignsOfLifeAreWaitedForAndNotForMuchLonger() {
        assertThat(CentralOptions.standard("test 1").silence())
                .isBetween(Duration.ofSeconds(17), Duration.ofSeconds(20));
    }

    @Test
    void whoAnswersSomethingElseIsListenedToAtOnce() {
        AtomicBoolean bad = new AtomicBoolean(true);
        server.on(STREAM, request -> bad.get() ? hangsUp() : stands());
        signIn();
        desk.until(() -> phases.getLast() == Phase.AWAY);
        int before = server.to(STREAM).size();
        bad.set(false);
        server.on("GET /layouts", request -> FakeCentral.json("{\"items\":[],\"nextCursor\":null}"));
        askForLayouts();
        within(SOON, Phase.ONLINE);
        long begin = System.nanoTime();
        desk.until(() -> server.to(STREAM).size() > before);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    }

    @Test
    void anAnswerThatBrokeOffSaysNothingOfNow() {
        server.on(STREAM, request -> hangsUp());
        signIn();
        desk.until(() -> phases.getLast() == Phase.AWAY);
        server.on(
                "GET /layouts",
                request -> FakeCentral.odd(FakeCentral.json("{\"items\":[")
                        .newBuilder()
                        .setHeader("Content-Length", 2000)
                        .onResponseEnd(new SocketEffect.CloseSocket())
                        .build()));
        askForLayouts();
        assertThat(phase()).isEqualTo(Phase.AWAY);
    }

    private void askForLayouts() {
        Outcome<List<LayoutLibrary.Entry>> answer = desk.ask(desk.client.layouts()::list);
        assertThat(answer).isNotNull();
    }

    private static CentralOptions with(Duration silence, Duration firstRetry) {
        return new CentralOptions(
                PATIENT.clientName(),
                PATIENT.connect(),
                PATIENT.answer(),
                PATIENT.page(),
                silence,
                firstRetry,
                PATIENT.longestRetry(),
                PATIENT.gather(),
                PATIENT.poll());
    }
}

package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Connection.Phase;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.catalogue.CatalogueUpdate;
import vn.toancanh.live.StreamGrants.Answer;
import vn.toancanh.live.StreamGrants.Wish;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.StreamRole;

/** Somebody is signed in as soon as the server answers. */
class PatientSignInTest {
    private final List<SignInOutcome> outcomes = new CopyOnWriteArrayList<>();
    private FakeCentral server;
    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        server = new FakeCentral();
        desk = new Desk();
    }

    @AfterEach
    void close() {
        desk.close();
        server.close();
    }

    private void whenBack(Desk where, URI uri) {
        where.here(() -> {
            where.client.sessions().signInWhenBack(uri, "truc.ban", Secret.of("mat-khau"), outcomes::add);
            return true;
        });
    }

    private static Phase phase(Desk where) {
        return where.here(() -> where.client.sessions().state().connection().phase());
    }

    @Test
    void waitsForAServerThatIsAwayAndAnswersCallsSo() throws IOException {
        URI nobody;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + taken.getLocalPort());
        }
        whenBack(desk, nobody);
        assertThat(phase(desk)).isEqualTo(Phase.WAITING);
        assertThat(desk.here(() -> desk.client.sessions().current())
                        .orElseThrow()
                        .user())
                .isEqualTo("truc.ban");
        Outcome<CatalogueUpdate> cameras =
                desk.ask(answer -> desk.client.catalogue().fetch("", answer));
        assertThat(Desk.failure(cameras).kind()).isEqualTo(Kind.UNREACHABLE);
        List<Answer> grants = desk.ask(answer ->
                desk.client.grants().ask(List.of(new Wish(new CameraId("c-1"), StreamRole.SUB)), answer));
        assertThat(grants.getFirst().failure())
                .isNotNull()
                .extracting(failure -> failure.kind())
                .isEqualTo(Kind.UNREACHABLE);
        assertThat(outcomes).isEmpty();
    }

    @Test
    void triesUntilTheServerAnswersThenIsSignedIn() {
        for (int i = 0; i < 3; i++) {
            server.once("GET /info", FakeCentral.status(502));
        }
        whenBack(desk, server.uri());
        desk.until(() -> !outcomes.isEmpty());
        assertThat(outcomes).singleElement().isInstanceOf(SignInOutcome.SignedIn.class);
        assertThat(server.to("GET /info")).hasSize(4);
        assertThat(phase(desk)).isEqualTo(Phase.ONLINE);
        assertThat(desk.here(
                        () -> desk.client.sessions().current().orElseThrow().displayName()))
                .isEqualTo("Trực ban 1");
    }

    @Test
    void aRefusalEndsTheWaiting() {
        server.once("GET /info", FakeCentral.status(503));
        server.on("POST /sessions", request -> FakeCentral.problem(401, "badCredentials"));
        whenBack(desk, server.uri());
        desk.until(() -> !outcomes.isEmpty());
        assertThat(Desk.refusal(outcomes.getFirst()).kind()).isEqualTo(Kind.CREDENTIALS);
        assertThat(phase(desk)).isEqualTo(Phase.SIGNED_OUT);
        assertThat(server.to("POST /sessions")).hasSize(1);
    }

    @Test
    void whoGaveUpIsNotSignedInLater() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        server.on("GET /info", request -> {
            asked.countDown();
            try {
                assertThat(gone.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
            return FakeCentral.json(FakeCentral.info());
        });
        whenBack(desk, server.uri());
        assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
        desk.here(() -> {
            desk.client.sessions().signOut();
            return true;
        });
        gone.countDown();
        desk.until(() -> !server.to("DELETE /sessions/current").isEmpty());
        assertThat(phase(desk)).isEqualTo(Phase.SIGNED_OUT);
        assertThat(outcomes).isEmpty();
    }

    @Test
    void askingNowDoesNotWaitForTheNextTurn() {
        CentralOptions slow = new CentralOptions(
                "test 1",
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                Duration.ofSeconds(20),
                Duration.ofHours(1),
                Duration.ofHours(2),
                Duration.ofMillis(30),
                Duration.ofMillis(100));
        server.once("GET /info", FakeCentral.status(502));
        try (Desk patient = new Desk(slow)) {
            whenBack(patient, server.uri());
            patient.until(() -> server.to("GET /info").size() == 1);
            patient.until(() -> {
                patient.client.sessions().tryNow();
                return !outcomes.isEmpty();
            });
            assertThat(phase(patient)).isEqualTo(Phase.ONLINE);
        }
    }
}

package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Connection.Phase;
import vn.toancanh.access.KeptRightsInMemory;
import vn.toancanh.access.RightsMemory.Kept;
import vn.toancanh.access.SessionState;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.catalogue.CatalogueUpdate;
import vn.toancanh.live.StreamGrants.Wish;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.StreamGrant;
import vn.toancanh.model.StreamRole;

/** What the server says of the time without it, kept, renewed, run out and taken back. */
class WithoutServerTest {
    private final ManualClock clock = new ManualClock();
    private final KeptRightsInMemory memory = new KeptRightsInMemory();
    private FakeCentral server;
    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        server = new FakeCentral();
        server.on("POST /sessions", request -> FakeCentral.json(201, session(1, clock.now(), "operate")));
        desk = new Desk(memory, clock);
    }

    @AfterEach
    void close() {
        desk.close();
        server.close();
    }

    private static String session(int number, Instant now, String level) {
        return """
                {"accessToken":"access-%d","expiresInS":600,"refreshToken":"refresh-%d","refreshExpiresInS":43200,
                 "serverTime":"%s","offlineUntil":"%s",
                 "user":{"id":"u-1","username":"truc.ban","displayName":"Trực ban 1","role":"operator"},
                 "rights":[{"level":"%s","siteId":null}]}
                """.formatted(number, number, now, now.plus(Duration.ofHours(12)), level);
    }

    private Optional<Kept> kept() {
        return desk.here(() -> Optional.ofNullable(memory.kept.get(KeptRightsInMemory.key(server.uri(), "truc.ban"))));
    }

    private SessionState state() {
        return desk.here(() -> desk.client.sessions().state());
    }

    private Phase phase() {
        return state().connection().phase();
    }

    private void until(Phase phase) {
        desk.until(() -> desk.client.sessions().state().connection().phase() == phase);
    }

    /** Until that is kept which the server says now. */
    private void untilKeptAnew() {
        String key = KeptRightsInMemory.key(server.uri(), "truc.ban");
        desk.until(() -> memory.kept.containsKey(key)
                && memory.kept.get(key).until().equals(clock.now().plus(Duration.ofHours(12))));
    }

    private Outcome<CatalogueUpdate> cameras() {
        return desk.ask(answer -> desk.client.catalogue().fetch("", answer));
    }

    private void later(Duration by) {
        desk.here(() -> {
            clock.advance(by);
            return true;
        });
    }

    private void away() {
        server.on("GET /sites", request -> FakeCentral.status(502));
        server.on("GET /cameras", request -> FakeCentral.status(502));
        server.on("POST /sessions/refresh", request -> FakeCentral.status(502));
        assertThat(Desk.failure(cameras()).kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void signingInKeepsWhoAndUntilWhen() {
        desk.signedIn(server.uri());
        Kept found = kept().orElseThrow();
        assertThat(found.session().displayName()).isEqualTo("Trực ban 1");
        assertThat(found.session().rights()).hasSize(1);
        assertThat(found.until()).isEqualTo(clock.now().plus(Duration.ofHours(12)));
    }

    @Test
    void everyChangeOfTokensCountsAnewAndBringsTheRightsUpToDate() {
        desk.signedIn(server.uri());
        server.on("POST /sessions/refresh", request -> FakeCentral.json(session(2, clock.now(), "view")));
        later(Duration.ofMinutes(9).plusSeconds(30));
        cameras();
        untilKeptAnew();
        assertThat(state().signedIn().orElseThrow().rights().getFirst().level().name())
                .isEqualTo("VIEW");
    }

    @Test
    void aServerThatNamesNoTimeIsGoneOnWithoutButNotStartedWithout() {
        server.on("POST /sessions", request -> FakeCentral.json(201, FakeCentral.SESSION.formatted(1, 600, 1)));
        desk.signedIn(server.uri());
        assertThat(kept()).isEmpty();
        away();
        later(Duration.ofDays(40));
        assertThat(Desk.failure(cameras()).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(phase()).isEqualTo(Phase.AWAY);
    }

    @Test
    void rightsRunOutWhileTheServerIsAwayAndComeBackWithIt() {
        desk.signedIn(server.uri());
        away();
        assertThat(phase()).isEqualTo(Phase.AWAY);
        assertThat(state().connection().holdsUntil()).isEqualTo(clock.now().plus(Duration.ofHours(12)));
        later(Duration.ofHours(12));
        until(Phase.LAPSED);
        assertThat(state().signedIn())
                .as("what waits to be sent is still somebody's")
                .isPresent();
        assertThat(Desk.failure(cameras()).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(phase()).as("and stays so").isEqualTo(Phase.LAPSED);

        server.on("POST /sessions/refresh", request -> FakeCentral.json(session(2, clock.now(), "view")));
        server.on("GET /sites", request -> FakeCentral.json("{\"revision\":1,\"items\":[]}"));
        server.on("GET /cameras", request -> FakeCentral.problem(404, "notFound"));
        cameras();
        until(Phase.ONLINE);
        cameras();
        untilKeptAnew();
    }

    @Test
    void whoIsOnlineLosesNothingWhenTheTimeIsOver() {
        desk.signedIn(server.uri());
        later(Duration.ofHours(13));
        assertThat(phase()).isEqualTo(Phase.ONLINE);
    }

    @Test
    void aSessionThatTheServerEndsIsForgotten() {
        desk.signedIn(server.uri());
        server.on("GET /sites", request -> FakeCentral.problem(401, "unauthenticated"));
        server.on("POST /sessions/refresh", request -> FakeCentral.problem(401, "refreshReused"));
        cameras();
        until(Phase.EXPIRED);
        assertThat(kept()).isEmpty();
    }

    @Test
    void whoIsRefusedCannotGoOnWithWhatWasKept() {
        desk.signedIn(server.uri());
        server.on("POST /sessions", request -> FakeCentral.problem(401, "badCredentials"));
        assertThat(Desk.refusal(desk.signIn(server.uri())).kind()).isEqualTo(Kind.CREDENTIALS);
        assertThat(kept()).isEmpty();
    }

    @Test
    void aRefusalAfterWaitingForgetsToo() {
        desk.signedIn(server.uri());
        Kept found = kept().orElseThrow();
        server.on("POST /sessions", request -> FakeCentral.problem(401, "badCredentials"));
        List<SignInOutcome> outcomes = new CopyOnWriteArrayList<>();
        whenBack(server.uri(), found, outcomes);
        desk.until(() -> !outcomes.isEmpty());
        assertThat(phase()).isEqualTo(Phase.SIGNED_OUT);
        assertThat(kept()).isEmpty();
    }

    private void whenBack(URI where, Kept found, List<SignInOutcome> outcomes) {
        desk.here(() -> {
            desk.client.sessions().signInWhenBack(where, "truc.ban", Secret.of("mat-khau"), found, outcomes::add);
            return true;
        });
    }

    @Test
    void whoWaitsWithWhatWasKeptIsWhomTheServerKnewUntilItRunsOut() {
        desk.signedIn(server.uri());
        Kept found = kept().orElseThrow();
        server.on("GET /info", request -> FakeCentral.status(502));
        whenBack(server.uri(), found, new CopyOnWriteArrayList<>());
        assertThat(phase()).isEqualTo(Phase.WAITING);
        assertThat(state().signedIn().orElseThrow().displayName()).isEqualTo("Trực ban 1");
        later(Duration.ofHours(12));
        until(Phase.LAPSED);

        server.on("GET /info", request -> FakeCentral.json(FakeCentral.info()));
        desk.here(() -> {
            desk.client.sessions().tryNow();
            return true;
        });
        until(Phase.ONLINE);
    }

    @Test
    void aGrantTellsUntilWhenItMayBeUsedWithoutTheServer() {
        String until = clock.now().plus(Duration.ofHours(4)).toString();
        server.on("POST /stream-sessions", request -> FakeCentral.json("""
                {"items":[
                 {"sessionId":"g","cameraId":"c-1","role":"sub","url":"rtsp://10.1.2.3/1","transports":["tcp"],"expiresAt":"%1$s","renewAfter":"%1$s","offlineUntil":"%1$s"},
                 {"sessionId":"g","cameraId":"c-2","role":"sub","url":"rtsp://10.1.2.3/2","transports":["tcp"],"expiresAt":"%1$s","renewAfter":"%1$s"}]}
                """.formatted(until)));
        desk.signedIn(server.uri());
        List<StreamGrant> grants = desk
                .<List<vn.toancanh.live.StreamGrants.Answer>>ask(
                        answer -> desk.client.grants().ask(List.of(wish("c-1"), wish("c-2")), answer))
                .stream()
                .map(answer -> answer.grant())
                .toList();
        assertThat(grants.get(0).offlineUntil()).hasToString(until);
        assertThat(grants.get(1).offlineUntil()).isNull();
        assertThat(grants.get(1).holdsWithoutServer(clock.now())).isFalse();
    }

    private static Wish wish(String camera) {
        return new Wish(new CameraId(camera), StreamRole.SUB);
    }
}

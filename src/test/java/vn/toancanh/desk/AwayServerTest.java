package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Connection;
import vn.toancanh.access.Connection.Phase;
import vn.toancanh.access.ServerTime;
import vn.toancanh.access.SessionState;
import vn.toancanh.access.ShownCertificate;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Language;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Texts;
import vn.toancanh.catalogue.CatalogueOwner;
import vn.toancanh.ui.testing.City;
import vn.toancanh.ui.testing.Desk;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.ui.testing.Untrusted;

/** What the desk does while the server is away, before anybody is signed in. */
class AwayServerTest {
    private static final String SERVER = "https://may.vn";
    private static final CatalogueOwner OWNER = new CatalogueOwner(URI.create(SERVER), "ban1");
    private static final Secret PASSWORD = Secret.of(FakeSessions.PASSWORD);

    private final ManualLane lane = new ManualLane(new ManualClock());
    private final List<SignIn.Answer> answers = new ArrayList<>();

    private Desk desk(String atWork) {
        Desk desk = new Desk(lane, lane, 40, 3, Map.of("signIn.atWork", atWork), false, () -> WallReading.NOTHING);
        desk.kept.contents.put(OWNER, City.of(30));
        desk.wasHere(OWNER.server(), OWNER.user());
        desk.sessions.fail(Kind.UNREACHABLE);
        desk.source.fail(Kind.UNREACHABLE);
        return desk;
    }

    private Phase phase(Desk desk) {
        lane.runReady();
        return desk.sessions.state().connection().phase();
    }

    private void back(Desk desk) {
        desk.sessions.fail(null);
        desk.source.fail(null);
        desk.signIn.tryNow();
        lane.runReady();
    }

    private Optional<Instant> kept(Desk desk, String server, String user) {
        List<Optional<Instant>> told = new ArrayList<>();
        desk.signIn.keptAsOf(server, user, told::add);
        return told.getFirst();
    }

    @Test
    void whoWasAtWorkHereSeesWhatIsKeptUntilTheServerAnswers() {
        Desk desk = desk(SERVER + " ban1");
        assertThat(kept(desk, "may.vn", " ban1 ")).contains(City.of(30).asOf());
        desk.signIn.whenBack("may.vn", "ban1", PASSWORD, answers::add);
        assertThat(phase(desk)).isEqualTo(Phase.WAITING);
        assertThat(desk.catalogue.snapshot().size()).isEqualTo(30);
        assertThat(desk.catalogue.state().fromCache()).isTrue();
        assertThat(answers).isEmpty();

        back(desk);
        assertThat(phase(desk)).isEqualTo(Phase.ONLINE);
        assertThat(desk.catalogue.snapshot().size()).isEqualTo(40);
        assertThat(answers).singleElement().isInstanceOf(SignIn.Answer.Done.class);
    }

    @Test
    void nobodyElseAndNobodyWhoSignedOutSeesIt() {
        Desk desk = desk(SERVER + " ban1");
        assertThat(kept(desk, "may.vn", "ban2")).isEmpty();
        assertThat(kept(desk, "kia.vn", "ban1")).isEmpty();
        desk.signIn.whenBack("may.vn", "ban2", PASSWORD, answers::add);
        lane.runReady();
        assertThat(desk.catalogue.snapshot().size()).isZero();

        desk.parts.signOut().now();
        desk.signIn.whenBack("may.vn", "ban1", PASSWORD, answers::add);
        lane.runReady();
        assertThat(desk.catalogue.snapshot().size()).isZero();
        assertThat(kept(desk, "may.vn", "ban1")).isEmpty();

        back(desk);
        assertThat(kept(desk, "may.vn", "ban1")).isPresent();
    }

    @Test
    void anotherPasswordThanTheOneKeptShowsNothingAndWaitsOn() {
        Desk desk = desk(SERVER + " ban1");
        desk.signIn.whenBack("may.vn", "ban1", Secret.of("sai"), answers::add);
        lane.runReady();
        assertThat(phase(desk)).isEqualTo(Phase.WAITING);
        assertThat(desk.catalogue.snapshot().size()).isZero();
        back(desk);
        assertThat(phase(desk)).isEqualTo(Phase.SIGNED_OUT);
        assertThat(desk.catalogue.snapshot().size()).isZero();
        assertThat(answers).singleElement().isInstanceOfSatisfying(SignIn.Answer.Wrong.class, wrong -> {
            assertThat(wrong.concern()).isEqualTo(SignIn.Concern.PASSWORD);
            assertThat(new Texts(Language.VI).of(wrong.failure())).contains("mật khẩu");
        });
    }

    @Test
    void aPasswordThatTheServerKnowsNoMoreTakesTheListAway() {
        Desk desk = desk(SERVER + " ban1");
        desk.signIn.whenBack("may.vn", "ban1", PASSWORD, answers::add);
        lane.runReady();
        assertThat(desk.catalogue.snapshot().size()).isEqualTo(30);
        desk.sessions.fail(Kind.CREDENTIALS);
        desk.signIn.tryNow();
        lane.runReady();
        assertThat(phase(desk)).isEqualTo(Phase.SIGNED_OUT);
        assertThat(desk.catalogue.snapshot().size()).isZero();
    }

    @Test
    void onceTheTimeThatTheServerSetIsOverNothingIsShown() {
        Desk desk = desk(SERVER + " ban1");
        desk.keptRights.put(
                desk.keptRights.kept.values().iterator().next().session(),
                new ServerTime.Mark(desk.parts.clock().now(), Duration.ZERO),
                Duration.ZERO);
        assertThat(kept(desk, SERVER, "ban1")).isEmpty();
        desk.signIn.whenBack("may.vn", "ban1", PASSWORD, answers::add);
        assertThat(phase(desk)).isEqualTo(Phase.WAITING);
        assertThat(desk.catalogue.snapshot().size()).isZero();
        back(desk);
        assertThat(phase(desk)).isEqualTo(Phase.ONLINE);
    }

    @Test
    void whoGoesOnDoesSoAsWhomTheServerKnew() {
        Desk desk = desk(SERVER + " ban1");
        desk.signIn.whenBack("may.vn", "ban1", PASSWORD, answers::add);
        lane.runReady();
        assertThat(desk.sessions.current().orElseThrow().displayName()).isEqualTo("Bàn 1 · Ca trưởng");
    }

    @Test
    void whoSignsOutCannotGoOnHere() {
        Desk desk = desk(SERVER + " ban1");
        desk.signIn.whenBack("may.vn", "ban1", PASSWORD, answers::add);
        lane.runReady();
        desk.parts.signOut().now();
        assertThat(desk.keptRights.kept).isEmpty();
    }

    @Test
    void aVerdictThatComesTooLateChangesNothing() {
        Desk desk = desk(SERVER + " ban1");
        desk.signIn.whenBack("may.vn", "ban1", PASSWORD, answers::add);
        desk.sessions.fail(null);
        desk.source.fail(null);
        desk.signIn.as("may.vn", "ban1", PASSWORD, answers::add);
        lane.runReady();
        assertThat(phase(desk)).isEqualTo(Phase.ONLINE);
    }

    @Test
    void anUnattendedDeskWithAnotherPasswordThanTheOneKeptWaitsAndShowsNothing() {
        Desk desk = desk(SERVER + " ban1");
        unattended(desk, Secret.of("sai"));
        assertThat(phase(desk)).isEqualTo(Phase.WAITING);
        assertThat(desk.catalogue.snapshot().size()).isZero();
    }

    @Test
    void whoTriedAtTheLockedDeskHasNoMoreTriesHere() {
        Desk desk = desk(SERVER + " ban1");
        String hash = desk.hashes.kept.values().iterator().next();
        for (int i = 0; i < PasswordTries.MOST; i++) {
            desk.tries.judge(Secret.of("sai"), hash, right -> {});
        }
        lane.runReady();
        desk.signIn.goOn("may.vn", "ban1", PASSWORD, answers::add);
        lane.runReady();
        assertThat(answers)
                .singleElement()
                .isInstanceOfSatisfying(
                        SignIn.Answer.Wrong.class,
                        wrong -> assertThat(wrong.failure().kind()).isEqualTo(Kind.BUSY));
        assertThat(phase(desk)).isEqualTo(Phase.SIGNED_OUT);
    }

    @Test
    void aServerThatSaysNothingKeepsNoUnattendedWallDark() {
        Desk desk = desk(SERVER + " ban1");
        desk.sessions.hold();
        unattended(desk, PASSWORD);
        assertThat(phase(desk)).isEqualTo(Phase.SIGNED_OUT);
        lane.advance(StaySignedIn.PATIENCE);
        assertThat(phase(desk)).isEqualTo(Phase.WAITING);
        assertThat(desk.catalogue.snapshot().size()).isEqualTo(30);
        desk.sessions.answer();
        assertThat(phase(desk)).as("that nobody answered is known by now").isEqualTo(Phase.WAITING);
        assertThat(answers).singleElement().isInstanceOf(SignIn.Answer.Wrong.class);
    }

    @Test
    void anAnswerThatComesWhileTheDeskIsBusyIsNotCalledMissing() {
        Desk desk = desk("");
        back(desk);
        desk.sessions.hold();
        unattended(desk, PASSWORD);
        lane.after(StaySignedIn.PATIENCE, desk.sessions::answer);
        lane.advance(StaySignedIn.PATIENCE);
        assertThat(phase(desk)).isEqualTo(Phase.ONLINE);
        assertThat(answers).singleElement().isInstanceOf(SignIn.Answer.Done.class);
    }

    @Test
    void aServerThatIsNotTrustedIsNamedThoughItAnsweredLate() {
        Desk desk = desk(SERVER + " ban1");
        desk.sessions.hold();
        desk.sessions.failWith(Untrusted.failure("may.vn", ShownCertificate.Why.UNKNOWN));
        unattended(desk, PASSWORD);
        lane.advance(StaySignedIn.PATIENCE);
        assertThat(answers).hasSize(1);
        desk.sessions.answer();
        assertThat(phase(desk)).isEqualTo(Phase.WAITING);
        assertThat(answers)
                .hasSize(2)
                .last()
                .isInstanceOfSatisfying(
                        SignIn.Answer.Wrong.class,
                        wrong -> assertThat(wrong.untrusted()).isPresent());
    }

    @Test
    void givingUpKeepsWhatIsKept() {
        Desk desk = desk(SERVER + " ban1");
        desk.signIn.whenBack("may.vn", "ban1", PASSWORD, answers::add);
        lane.runReady();
        desk.signIn.giveUpWaiting();
        assertThat(phase(desk)).isEqualTo(Phase.SIGNED_OUT);
        assertThat(desk.catalogue.snapshot().size()).isZero();
        assertThat(kept(desk, "may.vn", "ban1")).isPresent();
        back(desk);
        assertThat(answers).isEmpty();
    }

    private StaySignedIn unattended(Desk desk, Secret password) {
        StaySignedIn stay =
                new StaySignedIn(desk.signIn, desk.sessions, lane, "may.vn", "ban1", password, answers::add);
        stay.begin();
        lane.runReady();
        return stay;
    }

    @Test
    void anUnattendedDeskOpensFromWhatIsKeptAndComesAliveByItself() {
        Desk desk = desk(SERVER + " ban1");
        unattended(desk, PASSWORD);
        assertThat(phase(desk)).isEqualTo(Phase.WAITING);
        assertThat(desk.catalogue.snapshot().size()).isEqualTo(30);
        assertThat(answers).singleElement().isInstanceOf(SignIn.Answer.Wrong.class);
        back(desk);
        assertThat(phase(desk)).isEqualTo(Phase.ONLINE);
        assertThat(answers).hasSize(2).last().isInstanceOf(SignIn.Answer.Done.class);
    }

    @Test
    void anUnattendedDeskSignsInAgainWhenItsSessionHasEnded() {
        Desk desk = desk("");
        back(desk);
        unattended(desk, PASSWORD);
        desk.sessions.connection(new Connection(Phase.EXPIRED, Instant.EPOCH));
        assertThat(phase(desk)).isEqualTo(Phase.EXPIRED);
        lane.advance(StaySignedIn.AGAIN);
        assertThat(phase(desk)).isEqualTo(Phase.ONLINE);

        desk.sessions.connection(new Connection(Phase.EXPIRED, Instant.EPOCH));
        desk.sessions.fail(Kind.TIMEOUT);
        lane.advance(StaySignedIn.AGAIN.multipliedBy(3));
        assertThat(phase(desk)).isEqualTo(Phase.EXPIRED);
        assertThat(desk.catalogue.snapshot().size()).as("the wall goes on").isEqualTo(40);
        assertThat(answers).as("said once").hasSize(3);
        desk.sessions.fail(null);
        lane.advance(StaySignedIn.AGAIN);
        assertThat(phase(desk)).isEqualTo(Phase.ONLINE);
    }

    @Test
    void aWallWhoseSessionHasEndedDoesNotGoDarkForASlowAnswer() {
        Desk desk = desk("");
        back(desk);
        unattended(desk, PASSWORD);
        desk.sessions.connection(new Connection(Phase.EXPIRED, Instant.EPOCH));
        desk.sessions.hold();
        lane.advance(StaySignedIn.AGAIN);
        lane.advance(StaySignedIn.PATIENCE.multipliedBy(8));
        assertThat(phase(desk)).isEqualTo(Phase.EXPIRED);
        assertThat(desk.catalogue.snapshot().size()).isEqualTo(40);
        desk.sessions.answer();
        assertThat(phase(desk)).isEqualTo(Phase.ONLINE);
        assertThat(desk.catalogue.snapshot().size()).isEqualTo(40);
    }

    @Test
    void aRefusedPasswordIsTriedOnceAndAPersonWhoSignsOutStaysOut() {
        Desk desk = desk("");
        back(desk);
        unattended(desk, Secret.of("sai"));
        assertThat(answers).hasSize(1);
        lane.advance(Duration.ofHours(1));
        assertThat(answers).hasSize(1);
        assertThat(desk.sessions.state()).isEqualTo(SessionState.SIGNED_OUT);

        unattended(desk, PASSWORD);
        desk.parts.signOut().now();
        lane.advance(Duration.ofHours(1));
        assertThat(phase(desk)).isEqualTo(Phase.SIGNED_OUT);
        assertThat(answers).hasSize(2);
    }

    @Test
    void aClosedDeskAsksNoMore() {
        Desk desk = desk("");
        back(desk);
        StaySignedIn stay = unattended(desk, PASSWORD);
        desk.sessions.connection(new Connection(Phase.EXPIRED, Instant.EPOCH));
        stay.close();
        lane.advance(Duration.ofHours(1));
        assertThat(phase(desk)).isEqualTo(Phase.EXPIRED);
    }
}

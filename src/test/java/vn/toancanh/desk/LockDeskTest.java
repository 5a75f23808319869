package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toancanh.access.Connection;
import vn.toancanh.access.Connection.Phase;
import vn.toancanh.access.IdleLock.State;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Secret;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.PreferenceStore;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.ui.testing.KeptHashes;

/** A desk that locks, and to whom it opens. */
class LockDeskTest {
    private static final URI SERVER = URI.create("https://may.vn");
    private static final Secret RIGHT = Secret.of(FakeSessions.PASSWORD);
    private static final Secret WRONG = Secret.of("sai");

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeSessions sessions = new FakeSessions();
    private final KeptHashes hashes = new KeptHashes();
    private final Map<String, String> saved = new HashMap<>();
    private final Preferences preferences = new Preferences(Map.of(), store(), lane);
    private final List<Optional<Failure>> answers = new ArrayList<>();
    private final PasswordTries tries = new PasswordTries(lane, lane, clock);
    private LockDesk lock = desk(true);

    private PreferenceStore store() {
        return new PreferenceStore() {
            @Override
            public Map<String, String> load() {
                return Map.of();
            }

            @Override
            public void save(String name, String value) {
                saved.put(name, value);
            }
        };
    }

    private LockDesk desk(boolean attended) {
        return new LockDesk(lane, clock, lane, sessions, preferences, hashes, tries, attended);
    }

    @BeforeEach
    void signIn() {
        sessions.signIn(SERVER, "ban1", RIGHT, outcome -> {});
    }

    private Optional<Failure> open(Secret password) {
        answers.clear();
        lock.open(password, answers::add);
        lane.runReady();
        assertThat(answers).hasSize(1);
        return answers.getFirst();
    }

    private void know() {
        lock.know(sessions.current().orElseThrow(), RIGHT);
        lane.runReady();
    }

    @Test
    void itLocksAfterAQuarterOfAnHourUnlessSaidOtherwiseAndOpensToThePassword() {
        lane.advance(Duration.ofMinutes(14));
        assertThat(lock.locked()).isFalse();
        lane.advance(Duration.ofMinutes(1));
        assertThat(lock.state()).isEqualTo(State.LOCKED);
        assertThat(open(WRONG).orElseThrow().textKey()).isEqualTo("shell.lockWrong");
        assertThat(lock.locked()).isTrue();
        assertThat(open(Secret.of("")).orElseThrow().textKey()).isEqualTo("login.passwordMissing");
        assertThat(open(RIGHT)).isEmpty();
        assertThat(lock.locked()).isFalse();
        assertThat(sessions.current().orElseThrow().user())
                .as("the session stays")
                .isEqualTo("ban1");

        lock.after(5);
        assertThat(saved).containsEntry(PreferenceKey.LOCK_MINUTES.name(), "5");
        lane.advance(Duration.ofMinutes(5));
        assertThat(lock.locked()).isTrue();
        open(RIGHT);
        lock.after(0);
        lane.advance(Duration.ofDays(1));
        assertThat(lock.locked()).isFalse();
        lock.now();
        assertThat(lock.locked()).isTrue();
    }

    private void signInWithLock(int minutes) {
        sessions.lockMinutes = minutes;
        sessions.signIn(SERVER, "ban1", RIGHT, outcome -> {});
        lane.runReady();
    }

    @Test
    void theRoleMayDemandASoonerLockAndNeverALaterOne() {
        signInWithLock(5);
        assertThat(lock.mostMinutes()).isEqualTo(5);
        lane.advance(Duration.ofMinutes(5));
        assertThat(lock.locked()).isTrue();
        open(RIGHT);
        lock.after(0);
        assertThat(lock.minutes()).as("never is not for this role").isEqualTo(5);
        lock.after(60);
        lane.advance(Duration.ofMinutes(5));
        assertThat(lock.locked()).isTrue();
        open(RIGHT);

        signInWithLock(30);
        assertThat(lock.minutes()).isEqualTo(30);
        lock.after(15);
        assertThat(lock.minutes()).as("the desk may be stricter").isEqualTo(15);
        lane.advance(Duration.ofMinutes(15));
        assertThat(lock.locked()).isTrue();
        open(RIGHT);

        signInWithLock(0);
        lock.after(0);
        lane.advance(Duration.ofDays(1));
        assertThat(lock.locked()).isFalse();
    }

    @Test
    void aRoleThatDemandsItWhileOneWorksHoldsFromThen() {
        lane.advance(Duration.ofMinutes(9));
        signInWithLock(10);
        lane.advance(Duration.ofMinutes(9));
        assertThat(lock.locked()).as("counted anew").isFalse();
        lane.advance(Duration.ofMinutes(1));
        assertThat(lock.locked()).isTrue();
    }

    @Test
    void aServerThatComesAndGoesKeepsNoDeskOpen() {
        for (int i = 0; i < 30; i++) {
            sessions.connection(new Connection(i % 2 == 0 ? Phase.AWAY : Phase.ONLINE, Instant.EPOCH));
            lane.advance(Duration.ofSeconds(30));
        }
        assertThat(lock.locked()).isTrue();
    }

    @Test
    void whileOnePasswordIsLookedAtAnotherIsNot() {
        lock.now();
        sessions.hold();
        lock.open(RIGHT, answers::add);
        assertThat(lock.state()).isEqualTo(State.ASKING);
        lock.open(WRONG, answers::add);
        assertThat(answers).isEmpty();
        sessions.answer();
        lane.runReady();
        assertThat(answers).containsExactly(Optional.empty());
        assertThat(lock.locked()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"UNREACHABLE", "TIMEOUT", "UNTRUSTED", "PROTOCOL", "RESOURCES"})
    void whileTheServerCannotSayTheKeptHashDoes(Kind away) {
        know();
        assertThat(hashes.kept.values())
                .hasSize(1)
                .allSatisfy(hash -> assertThat(hash).startsWith("$argon2id$").doesNotContain(FakeSessions.PASSWORD));
        sessions.fail(away);
        lock.now();
        assertThat(open(WRONG).orElseThrow().textKey()).isEqualTo("shell.lockWrong");
        assertThat(lock.locked()).isTrue();
        assertThat(open(RIGHT)).isEmpty();
        assertThat(lock.locked()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"FORBIDDEN", "BUSY", "CREDENTIALS", "SESSION_EXPIRED"})
    void whereTheServerSaysNoTheKeptHashDoesNotCount(Kind no) {
        know();
        sessions.fail(no);
        lock.now();
        assertThat(open(RIGHT)).isPresent();
        assertThat(lock.locked()).isTrue();
    }

    @Test
    void withoutAHashOneHasToWaitForTheServer() {
        sessions.fail(Kind.UNREACHABLE);
        lock.now();
        assertThat(open(RIGHT).orElseThrow().textKey()).isEqualTo("shell.lockCannotCheck");
        assertThat(lock.locked()).isTrue();
        sessions.fail(null);
        assertThat(open(RIGHT)).isEmpty();
    }

    @Test
    void tooManyWrongPasswordsHaveToWaitHereToo() {
        know();
        sessions.fail(Kind.UNREACHABLE);
        lock.now();
        for (int i = 0; i < PasswordTries.MOST; i++) {
            assertThat(open(WRONG).orElseThrow().kind()).isEqualTo(Kind.CREDENTIALS);
        }
        assertThat(open(RIGHT).orElseThrow().kind()).isEqualTo(Kind.BUSY);
        lane.advance(PasswordTries.WAIT.minusMillis(1));
        assertThat(open(RIGHT).orElseThrow().kind()).isEqualTo(Kind.BUSY);
        lane.advance(Duration.ofMillis(1));
        assertThat(open(RIGHT)).isEmpty();
    }

    @Test
    void wrongPasswordsAreCountedTogetherWhereverTheyAreTyped() {
        know();
        sessions.fail(Kind.UNREACHABLE);
        for (int i = 0; i < PasswordTries.MOST - 1; i++) {
            tries.judge(WRONG, hashes.kept.values().iterator().next(), right -> {});
        }
        lane.runReady();
        lock.now();
        assertThat(open(WRONG).orElseThrow().kind()).isEqualTo(Kind.CREDENTIALS);
        assertThat(open(RIGHT).orElseThrow().kind()).as("no five more here").isEqualTo(Kind.BUSY);
        assertThat(tries.left()).isEqualTo(PasswordTries.WAIT);
    }

    @Test
    void aPasswordThatWasChangedAtTheServerIsTheOneThatCountsLater() {
        hashes.keep(SERVER, "ban1", "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA");
        lock.now();
        assertThat(open(RIGHT)).isEmpty();
        lane.runReady();
        sessions.fail(Kind.UNREACHABLE);
        lock.now();
        assertThat(open(RIGHT)).isEmpty();
    }

    @Test
    void nobodySignedInMeansNothingToLock() {
        lock.now();
        sessions.signOut();
        assertThat(lock.locked()).isFalse();
        assertThat(lock.possible()).isFalse();
        lock.now();
        assertThat(lock.locked()).isFalse();
        signIn();
        lock.now();
        assertThat(lock.locked()).isTrue();
    }

    @Test
    void aDeskThatAProgramSignedInNeverLocks() {
        lock.close();
        lock = desk(false);
        know();
        lane.advance(Duration.ofDays(1));
        lock.now();
        assertThat(lock.locked()).isFalse();
        assertThat(lock.possible()).isFalse();
        assertThat(hashes.kept).as("for going on without the server").hasSize(1);
    }
}

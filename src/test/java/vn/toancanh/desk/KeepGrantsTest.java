package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toancanh.access.Confirmed;
import vn.toancanh.access.Connection;
import vn.toancanh.access.Connection.Phase;
import vn.toancanh.access.KeptRightsInMemory;
import vn.toancanh.access.OfflineRights;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Secret;
import vn.toancanh.live.GrantMemory;
import vn.toancanh.live.StreamGrants;
import vn.toancanh.live.StreamGrants.Answer;
import vn.toancanh.live.StreamGrants.Wish;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.StreamGrant;
import vn.toancanh.model.StreamRole;
import vn.toancanh.ui.testing.FakeSessions;

/** Streams that were granted are granted on while the server cannot be asked, and no longer than it allows. */
class KeepGrantsTest {
    private static final URI SERVER = URI.create("https://may.vn");
    private static final Duration HOUR = Duration.ofHours(1);

    /** A server that grants for five minutes, and for an hour where it cannot be asked; or fails. */
    private final class Granting implements StreamGrants {
        final List<List<Wish>> asked = new ArrayList<>();
        final Map<Wish, Kind> refused = new HashMap<>();

        @Nullable
        Kind failing;

        @Nullable
        Duration offline = HOUR;

        @Override
        public void ask(List<Wish> wishes, Consumer<List<Answer>> answers) {
            asked.add(wishes);
            lane.execute(() -> answers.accept(wishes.stream().map(this::answer).toList()));
        }

        private Answer answer(Wish wish) {
            Kind kind = failing != null ? failing : refused.get(wish);
            return kind == null
                    ? new Answer(wish, grant(wish), null)
                    : new Answer(wish, null, Failure.of(kind, "as the test wants"));
        }

        private StreamGrant grant(Wish wish) {
            return new StreamGrant(
                    "g",
                    wish.camera(),
                    wish.role(),
                    URI.create("rtsp://camera/" + wish.camera().value()),
                    "viewer",
                    Secret.of("bi-mat"),
                    List.of(),
                    clock.now().plusSeconds(300),
                    clock.now().plusSeconds(200),
                    offline == null ? null : rights.now().plus(offline));
        }
    }

    /** What the machine keeps, in memory; with {@code hold} it is read only when the test says so. */
    private final class Memory implements GrantMemory {
        final Map<String, StreamGrant> kept = new HashMap<>();
        final List<Runnable> reading = new ArrayList<>();
        boolean hold;

        private String key(URI server, String user, Wish wish) {
            return server + " " + user + " " + wish;
        }

        @Override
        public void keep(URI server, String user, StreamGrant grant) {
            kept.put(key(server, user, new Wish(grant.camera(), grant.role())), grant);
        }

        @Override
        public void forget(URI server, String user, Wish wish) {
            kept.remove(key(server, user, wish));
        }

        @Override
        public void forgetAll(URI server, String user) {
            kept.keySet().removeIf(key -> key.startsWith(server + " " + user + " "));
        }

        @Override
        public void forgetOver(URI server, java.time.Instant now) {
            kept.values().removeIf(grant -> !grant.holdsWithoutServer(now));
        }

        @Override
        public void load(URI server, String user, Consumer<List<StreamGrant>> answer) {
            Runnable read = () -> answer.accept(kept.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(server + " " + user + " "))
                    .map(Map.Entry::getValue)
                    .toList());
            if (hold) {
                reading.add(read);
            } else {
                lane.execute(read);
            }
        }
    }

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeSessions sessions = new FakeSessions();
    private final OfflineRights rights = new OfflineRights(lane, clock, new KeptRightsInMemory());
    private final Granting server = new Granting();
    private final Memory memory = new Memory();
    private KeepGrants grants = keeper();

    private KeepGrants keeper() {
        return new KeepGrants(server, memory, sessions, rights, lane, clock);
    }

    private static Wish wish(String camera) {
        return new Wish(new CameraId(camera), StreamRole.SUB);
    }

    private void signIn(String user) {
        sessions.signIn(SERVER, user, Secret.of(FakeSessions.PASSWORD), outcome -> {});
        rights.confirmed(
                new Confirmed(sessions.current().orElseThrow(), clock.now().plus(Duration.ofHours(12)), clock.now()));
        lane.runReady();
    }

    private void phase(Phase phase) {
        sessions.connection(new Connection(phase, clock.now()));
        lane.runReady();
    }

    private List<Answer> ask(String... cameras) {
        List<Answer> heard = new ArrayList<>();
        grants.ask(java.util.Arrays.stream(cameras).map(KeepGrantsTest::wish).toList(), heard::addAll);
        lane.runReady();
        return heard;
    }

    private Optional<Kind> failure(String camera) {
        return Optional.ofNullable(ask(camera).getFirst().failure()).map(Failure::kind);
    }

    /** The client is started anew, without its server. */
    private void restartWithoutServer(String user) {
        sessions.signOut();
        grants.close();
        lane.runReady();
        server.failing = Kind.UNREACHABLE;
        sessions.signInWhenBack(SERVER, user, Secret.of(FakeSessions.PASSWORD), outcome -> {});
        grants = keeper();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "TIMEOUT", "UNTRUSTED", "PROTOCOL", "RESOURCES", "INTERNAL"})
    void whereTheServerJudgesNothingWhatIsKeptCounts(Kind nothing) {
        signIn("an");
        ask("c-1");
        server.failing = nothing;
        List<Answer> answers = ask("c-1", "c-2");
        assertThat(answers.getFirst().kept()).isTrue();
        StreamGrant grant = Objects.requireNonNull(answers.getFirst().grant());
        assertThat(grant.uri()).hasToString("rtsp://camera/c-1");
        assertThat(grant.expiresAt()).isEqualTo(clock.now().plus(KeepGrants.GOOD_FOR));
        assertThat(grant.renewAfter()).isEqualTo(clock.now().plus(KeepGrants.AGAIN));
        assertThat(Objects.requireNonNull(answers.get(1).failure()).kind()).isEqualTo(nothing);
    }

    @ParameterizedTest
    @EnumSource(names = {"FORBIDDEN", "NOT_FOUND", "BUSY", "SESSION_EXPIRED", "BAD_INPUT"})
    void whereItJudgesItsWordCounts(Kind judgement) {
        signIn("an");
        ask("c-1", "c-2");
        server.refused.put(wish("c-1"), judgement);
        assertThat(failure("c-1")).contains(judgement);
        assertThat(failure("c-2")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"FORBIDDEN", "NOT_FOUND"})
    void whatIsRefusedIsForgottenAtOnce(Kind judgement) {
        signIn("an");
        ask("c-1", "c-2");
        server.refused.put(wish("c-1"), judgement);
        ask("c-1");
        assertThat(memory.kept).hasSize(1);
        server.failing = Kind.UNREACHABLE;
        assertThat(failure("c-1")).contains(Kind.UNREACHABLE);
        assertThat(failure("c-2")).isEmpty();
    }

    @Test
    void aServerThatIsBusyTakesNothingBack() {
        signIn("an");
        ask("c-1");
        server.failing = Kind.BUSY;
        ask("c-1");
        assertThat(memory.kept).hasSize(1);
    }

    @Test
    void aGrantWhoseTimeIsOverIsNeverUsed() {
        signIn("an");
        ask("c-1");
        server.failing = Kind.UNREACHABLE;
        phase(Phase.AWAY);
        lane.advance(HOUR.minusSeconds(10));
        StreamGrant last = Objects.requireNonNull(ask("c-1").getFirst().grant());
        assertThat(last.expiresAt()).isEqualTo(clock.now().plusSeconds(10));
        assertThat(last.renewAfter()).isEqualTo(clock.now().plusSeconds(10));
        lane.advance(Duration.ofSeconds(10));
        assertThat(failure("c-1")).contains(Kind.LAPSED);
        clock.set(clock.now().minus(HOUR));
        assertThat(failure("c-1")).as("whatever the clock says").contains(Kind.LAPSED);
        server.failing = null;
        assertThat(failure("c-1")).isEmpty();
    }

    @Test
    void oneThatIsOfNoUseWithoutTheServerIsNotKeptAndTakesAnEarlierOneAway() {
        signIn("an");
        ask("c-1");
        server.offline = null;
        ask("c-1", "c-2");
        assertThat(memory.kept).isEmpty();
        server.failing = Kind.UNREACHABLE;
        assertThat(failure("c-1")).contains(Kind.UNREACHABLE);
    }

    @Test
    void aClientThatIsStartedAnewWithoutItsServerGrantsByWhatIsKept() {
        signIn("an");
        ask("c-1");
        memory.hold = true;
        restartWithoutServer("an");
        int asked = server.asked.size();
        List<Answer> heard = new ArrayList<>();
        grants.ask(List.of(wish("c-1")), heard::addAll);
        lane.runReady();
        assertThat(heard).as("it is still being read").isEmpty();
        memory.reading.forEach(Runnable::run);
        lane.runReady();
        assertThat(heard)
                .singleElement()
                .satisfies(answer -> assertThat(answer.grant()).isNotNull());
        assertThat(server.asked).as("a server that is away need not be asked").hasSize(asked);
        assertThat(failure("c-9")).as("of others it is asked").contains(Kind.UNREACHABLE);
    }

    @Test
    void nobodyElseIsGrantedWhatAnotherWas() {
        signIn("an");
        ask("c-1");
        restartWithoutServer("binh");
        lane.runReady();
        assertThat(failure("c-1")).contains(Kind.UNREACHABLE);
        sessions.signOut();
        lane.runReady();
        assertThat(failure("c-1")).contains(Kind.UNREACHABLE);
    }

    @Test
    void anAnswerToSomebodyWhoHasLeftIsNotKeptForTheNext() {
        signIn("an");
        List<Answer> heard = new ArrayList<>();
        grants.ask(List.of(wish("c-1")), heard::addAll);
        sessions.signIn(SERVER, "binh", Secret.of(FakeSessions.PASSWORD), outcome -> {});
        lane.runReady();
        assertThat(heard).hasSize(1);
        assertThat(memory.kept).isEmpty();
    }

    @Test
    void theEndOfTheSessionTakesAllOfThemBack() {
        signIn("an");
        ask("c-1", "c-2");
        phase(Phase.EXPIRED);
        assertThat(memory.kept).isEmpty();
        server.failing = Kind.UNREACHABLE;
        assertThat(failure("c-1")).contains(Kind.UNREACHABLE);
    }

    @Test
    void whereRightsHaveRunOutNothingIsGrantedHereOrThere() {
        signIn("an");
        ask("c-1");
        server.failing = Kind.UNREACHABLE;
        phase(Phase.LAPSED);
        assertThat(memory.kept).isEmpty();
        int asked = server.asked.size();
        assertThat(failure("c-1")).contains(Kind.LAPSED);
        assertThat(server.asked).hasSize(asked);
        server.failing = null;
        phase(Phase.ONLINE);
        assertThat(failure("c-1")).isEmpty();
    }

    @Test
    void whatIsReadAfterRightsHaveRunOutIsNotUsed() {
        signIn("an");
        ask("c-1");
        memory.hold = true;
        restartWithoutServer("an");
        grants.ask(List.of(wish("c-1")), answers -> {});
        phase(Phase.LAPSED);
        memory.reading.forEach(Runnable::run);
        phase(Phase.WAITING);
        assertThat(failure("c-1")).contains(Kind.UNREACHABLE);
    }

    @Test
    void aCameraThatIsNoMoreIsGrantedNoMore() {
        signIn("an");
        ask("c-1", "c-2");
        grants.onlyOf(camera -> camera.value().equals("c-2"));
        assertThat(memory.kept).hasSize(1);
        server.failing = Kind.UNREACHABLE;
        assertThat(failure("c-1")).contains(Kind.UNREACHABLE);
        assertThat(failure("c-2")).isEmpty();
    }

    @Test
    void answersComeInTheOrderOfTheWishes() {
        signIn("an");
        ask("c-2");
        server.failing = Kind.TIMEOUT;
        phase(Phase.AWAY);
        assertThat(ask("c-1", "c-2", "c-3"))
                .extracting(answer -> answer.wish().camera().value())
                .containsExactly("c-1", "c-2", "c-3");
    }
}

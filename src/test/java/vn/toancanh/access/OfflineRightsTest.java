package vn.toancanh.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;

/** Rights without the server end when it said, whatever is done to this machine's clock. */
class OfflineRightsTest {
    private static final URI SERVER = URI.create("https://may.vn");
    private static final Duration TWELVE = Duration.ofHours(12);

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final KeptRightsInMemory memory = new KeptRightsInMemory();
    private final List<String> told = new ArrayList<>();
    private OfflineRights rights;

    @BeforeEach
    void start() {
        restart();
    }

    /** The program ends, and is started anew. */
    private void restart() {
        if (rights != null) {
            rights.close();
        }
        rights = new OfflineRights(lane, clock, memory);
        rights.onOver(() -> told.add("over"));
    }

    private static Session session(String user) {
        return new Session(
                SERVER, user, "Bàn 1", List.of("operator"), List.of(new Right(Level.VIEW, null, List.of())), false);
    }

    private void confirmed(String user, @Nullable Duration offlineFor, Duration serverAhead) {
        Instant there = clock.now().plus(serverAhead);
        rights.confirmed(new Confirmed(session(user), offlineFor == null ? null : there.plus(offlineFor), there));
    }

    private Optional<RightsMemory.Kept> kept(String user) {
        List<Optional<RightsMemory.Kept>> answers = new ArrayList<>();
        rights.kept(SERVER, user, answers::add);
        return answers.getFirst();
    }

    @Test
    void whoSignedInHereMayGoOnUntilThenAndNobodyElse() {
        confirmed("an", TWELVE, Duration.ZERO);
        restart();
        clock.advance(Duration.ofHours(11));
        assertThat(kept("an").orElseThrow().session()).isEqualTo(session("an"));
        assertThat(kept("binh")).isEmpty();
        clock.advance(Duration.ofHours(1));
        assertThat(kept("an")).isEmpty();
    }

    @Test
    void itEndsWhileTheProgramRunsAndIsToldOnce() {
        confirmed("an", TWELVE, Duration.ZERO);
        lane.advance(TWELVE.minusSeconds(2));
        assertThat(rights.over()).isFalse();
        lane.advance(Duration.ofSeconds(2));
        assertThat(rights.over()).isTrue();
        lane.advance(Duration.ofHours(1));
        assertThat(told).containsExactly("over");
        confirmed("an", TWELVE, Duration.ZERO);
        assertThat(rights.over()).isFalse();
    }

    @Test
    void everyAnswerOfTheServerCountsAnew() {
        confirmed("an", TWELVE, Duration.ZERO);
        lane.advance(Duration.ofHours(8));
        confirmed("an", TWELVE, Duration.ZERO);
        lane.advance(Duration.ofHours(11));
        assertThat(rights.over()).isFalse();
    }

    @Test
    void aClockThatIsSetBackLengthensNothing() {
        confirmed("an", TWELVE, Duration.ZERO);
        lane.advance(Duration.ofHours(6));
        clock.set(clock.now().minus(Duration.ofHours(20)));
        lane.advance(Duration.ofHours(5));
        assertThat(rights.over()).isFalse();
        lane.advance(Duration.ofHours(1));
        assertThat(rights.over()).as("six hours and six more").isTrue();
    }

    @Test
    void norWhileTheProgramDoesNotRun() {
        confirmed("an", TWELVE, Duration.ZERO);
        lane.advance(Duration.ofHours(11));
        restart();
        clock.set(clock.now().minus(Duration.ofHours(20)));
        RightsMemory.Kept found = kept("an").orElseThrow();
        rights.goOn(found);
        lane.advance(Duration.ofMinutes(59));
        assertThat(rights.over()).isFalse();
        lane.advance(Duration.ofMinutes(1));
        assertThat(rights.over()).as("eleven hours and one more").isTrue();
        restart();
        assertThat(kept("an")).isEmpty();
    }

    @Test
    void norThroughSomebodyElseWhoWorksHereLater() {
        confirmed("an", TWELVE, Duration.ZERO);
        lane.advance(Duration.ofHours(11));
        confirmed("binh", TWELVE, Duration.ZERO);
        lane.advance(Duration.ofHours(2));
        restart();
        clock.set(clock.now().minus(Duration.ofHours(13)));
        assertThat(kept("an")).isEmpty();
        assertThat(kept("binh")).isPresent();
    }

    @Test
    void theServersTimeCountsAndNotTheDifferenceOfTheClocks() {
        confirmed("an", TWELVE, Duration.ofHours(-3));
        restart();
        clock.advance(TWELVE.minusMinutes(1));
        assertThat(kept("an")).isPresent();
        clock.advance(Duration.ofMinutes(1));
        assertThat(kept("an")).isEmpty();
    }

    @Test
    void aClockThatRanAheadByMistakeIsSetRightByTheServerAlone() {
        confirmed("an", TWELVE, Duration.ZERO);
        clock.set(clock.now().plus(Duration.ofDays(400)));
        lane.advance(Duration.ofMinutes(2));
        assertThat(rights.over()).isTrue();
        clock.set(clock.now().minus(Duration.ofDays(400)));
        lane.advance(Duration.ofMinutes(2));
        assertThat(rights.over()).isTrue();
        confirmed("an", TWELVE, Duration.ZERO);
        lane.advance(Duration.ofMinutes(2));
        restart();
        assertThat(kept("an")).isPresent();
    }

    @Test
    void aServerThatNamesNoEndKeepsNothingAndEndsNothing() {
        confirmed("an", TWELVE, Duration.ZERO);
        confirmed("an", null, Duration.ZERO);
        lane.advance(Duration.ofDays(30));
        assertThat(rights.over()).isFalse();
        assertThat(kept("an")).isEmpty();
    }

    @Test
    void whatTheServerTakesBackIsForgotten() {
        confirmed("an", TWELVE, Duration.ZERO);
        rights.forget(SERVER, "an");
        assertThat(kept("an")).isEmpty();
        assertThat(memory.kept).isEmpty();
        lane.advance(TWELVE);
        assertThat(rights.over()).as("no longer than it was to last").isTrue();
    }

    @Test
    void whoSignsOutEndsNothingAndWhatIsKeptStaysKept() {
        confirmed("an", TWELVE, Duration.ZERO);
        rights.nobody();
        lane.advance(Duration.ofHours(11));
        assertThat(kept("an")).isPresent();
        lane.advance(Duration.ofDays(30));
        assertThat(told).isEmpty();
    }
}

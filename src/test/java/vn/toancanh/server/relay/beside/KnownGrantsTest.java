package vn.toancanh.server.relay.beside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.base.ManualClock;
import vn.toancanh.model.StreamRole;
import vn.toancanh.server.relay.Admission;
import vn.toancanh.server.relay.Allowance;

/** Who is let in and who plays on, with the server there and without it. */
class KnownGrantsTest {
    private static final Duration FIVE = Duration.ofMinutes(5);
    private static final Duration GRACE = Duration.ofMinutes(30);

    private final ManualClock clock = new ManualClock();
    private final List<Set<Admission>> asked = new ArrayList<>();
    private final KnownGrants grants = new KnownGrants(clock, asked::add);

    @BeforeEach
    void begin() {
        grants.tell();
        grants.settled();
    }

    private WireGrant told(String id, String session) {
        long now = clock.nanos();
        return Told.grant(id, session, now + FIVE.toNanos(), now + GRACE.toNanos());
    }

    private Admission admission(String id) {
        Admission known = grants.of(id);
        assertThat(known).as(id).isNotNull();
        return known;
    }

    /** The server speaks every few seconds. */
    private void serverIsThereFor(Duration time) {
        for (Duration left = time; left.isPositive(); left = left.minusSeconds(3)) {
            clock.advance(Duration.ofSeconds(3));
            grants.heard();
        }
    }

    @Test
    void withTheServerThereAGrantLetsInUntilItEnds() {
        grants.admit(List.of(told("g-1", "s-1")));
        serverIsThereFor(Duration.ofMinutes(4));
        assertThat(grants.of("g-1")).isNotNull();
        assertThat(grants.of("g-2")).isNull();
        serverIsThereFor(Duration.ofMinutes(2));
        assertThat(grants.of("g-1")).isNull();
    }

    @Test
    void withoutItWhoHadAGoodGrantGoesOnUntilTheGraceIsOver() {
        grants.admit(List.of(told("g-old", "s-1")));
        serverIsThereFor(Duration.ofMinutes(6));
        grants.admit(List.of(told("g-new", "s-2")));
        Admission plays = admission("g-new");
        grants.lost();
        clock.advance(Duration.ofMinutes(20));
        assertThat(grants.of("g-old")).as("had ended before").isNull();
        assertThat(grants.of("g-new")).isEqualTo(plays);
        assertThat(grants.ended(Set.of(plays))).isEmpty();
        clock.advance(Duration.ofMinutes(11));
        assertThat(grants.of("g-new")).isNull();
        assertThat(grants.ended(Set.of(plays))).containsExactly(plays);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {24, -24})
    void whoeverSetsTheClockEndsNoGrantAndMakesNoneLonger(long hours) {
        grants.admit(List.of(told("g-1", "s-1")));
        Admission plays = admission("g-1");
        clock.set(clock.now().plus(Duration.ofHours(hours)));
        assertThat(grants.of("g-1")).isEqualTo(plays);
        assertThat(grants.ended(Set.of(plays))).isEmpty();
        assertThat(asked).as("the server is still there").hasSize(1);
        grants.sweep();
        grants.lost();
        clock.set(clock.now().plus(Duration.ofHours(hours)));
        clock.advance(GRACE.minusSeconds(1));
        assertThat(grants.of("g-1")).isEqualTo(plays);
        clock.advance(Duration.ofSeconds(1));
        assertThat(grants.of("g-1")).isNull();
        assertThat(grants.ended(Set.of(plays))).containsExactly(plays);
    }

    @Test
    void aServerThatSaysNothingIsAwayToo() {
        grants.admit(List.of(told("g-1", "s-1")));
        Admission plays = admission("g-1");
        assertThat(grants.ended(Set.of(plays))).isEmpty();
        assertThat(asked).containsExactly(Set.of(plays));
        clock.advance(FIVE.plusSeconds(20));
        assertThat(grants.of("g-1")).isEqualTo(plays);
        // It speaks again, and decides again.
        grants.heard();
        assertThat(grants.of("g-1")).isNull();
        grants.ended(Set.of(plays));
        assertThat(asked).hasSize(2);
    }

    @Test
    void whoPlaysByAnEarlierGrantGoesOnByTheNextForTheSameStream() {
        grants.admit(List.of(told("g-1", "s-1")));
        Admission plays = admission("g-1");
        serverIsThereFor(Duration.ofMinutes(4));
        grants.admit(List.of(told("g-2", "s-1")));
        serverIsThereFor(Duration.ofMinutes(3));
        grants.sweep();
        grants.lost();
        assertThat(grants.ended(Set.of(plays))).isEmpty();
        Admission others = new Admission("g-1", plays.token(), "s-other", "c-17", StreamRole.SUB);
        assertThat(grants.ended(Set.of(others))).containsExactly(others);
    }

    @Test
    void aServerThatComesBackNamesWhatStands() {
        grants.admit(List.of(told("g-1", "s-1"), told("g-2", "s-2"), told("g-3", "s-3")));
        Admission first = admission("g-1");
        Admission second = admission("g-2");
        grants.lost();
        clock.advance(Duration.ofMinutes(10));
        assertThat(grants.tell().stream().map(Allowance::admission)).hasSize(3).contains(first, second);
        grants.admit(List.of(told("g-1", "s-1"), told("g-4", "s-4")));
        assertThat(grants.of("g-2")).as("until the server has named all").isNotNull();
        grants.settled();
        assertThat(grants.of("g-1")).isNotNull();
        assertThat(grants.of("g-2")).isNull();
        assertThat(grants.of("g-4")).isNotNull();
        assertThat(grants.unheld().test(first)).isFalse();
        assertThat(grants.unheld().test(second)).isTrue();
    }

    @Test
    void whatIsTakenBackIsGone() {
        grants.admit(List.of(told("g-1", "s-1"), told("g-2", "s-2"), told("g-3", "s-2")));
        grants.forget(Set.of("g-1"), Set.of("s-2"));
        grants.lost();
        for (String id : List.of("g-1", "g-2", "g-3")) {
            assertThat(grants.of(id)).as(id).isNull();
        }
        assertThat(grants.find("c-17", StreamRole.SUB)).isEmpty();
    }

    @Test
    void aCameraIsFoundAsItWasToldLast() {
        grants.admit(List.of(told("g-1", "s-1")));
        clock.advance(Duration.ofSeconds(1));
        grants.admit(List.of(told("g-2", "s-2")));
        assertThat(grants.find("c-17", StreamRole.SUB).orElseThrow().password())
                .isEqualTo(vn.toancanh.base.Secret.of("mat-khau-g-2"));
        assertThat(grants.find("c-17", StreamRole.MAIN)).isEmpty();
        assertThat(grants.find("c-18", StreamRole.SUB)).isEmpty();
    }
}

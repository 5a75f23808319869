package vn.toancanh.server.ptz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.server.http.ApiProblem;

class LeasesTest {
    private static final Duration TTL = Duration.ofSeconds(15);

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeHeads heads = new FakeHeads();
    private final List<String> changes = new ArrayList<>();
    private final List<Boolean> firsts = new ArrayList<>();
    private int ids;
    private final HeadControl control = new HeadControl(
            heads, clock, lane, () -> "l-" + ++ids, (camera, change, before, now) -> changes.add(change.word()));
    private final Leases leases = control.leases();

    private Lease take(String who, int priority, boolean takeover, boolean reason) {
        return leases.take(new Leases.Asking(
                "c-1", new Lease.Holder("s-" + who, "u-" + who, who), priority, TTL, takeover, reason));
    }

    private static void heldBy(String who, ApiProblem problem) {
        assertThat(problem.code()).isEqualTo("ptz.held");
        assertThat(problem.errors().getFirst().args())
                .containsEntry("holder", who)
                .containsKeys("priority", "expiresAt");
    }

    private void refused(String holder, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(ApiProblem.class, problem -> heldBy(holder, problem));
    }

    private boolean tell(Lease lease, long seq, HeadCommand.Kind kind) {
        boolean told = control.tell(
                "c-1",
                lease.lockId(),
                lease.holder().sessionId(),
                seq,
                new HeadCommand(kind, 0.5, 0, 0, 0, null),
                Duration.ofSeconds(1),
                (problem, first) -> firsts.add(first));
        lane.runReady();
        return told;
    }

    /** A stop that comes after it by another way must not count as old. */
    @Test
    void whatGoesBesideMovementsHasAnOrderOfItsOwn() {
        Lease lease = take("an", 50, false, false);
        assertThat(tell(lease, 1, HeadCommand.Kind.CONTINUOUS)).isTrue();
        assertThat(tell(lease, 9, HeadCommand.Kind.AUX)).isTrue();
        assertThat(tell(lease, 8, HeadCommand.Kind.AUX)).isFalse();
        assertThat(tell(lease, 2, HeadCommand.Kind.STOP)).isTrue();
    }

    @Test
    void aLeaseEndsByItself() {
        take("an", 0, false, false);
        lane.advance(TTL.minusMillis(1));
        assertThat(leases.of("c-1")).isPresent();
        lane.advance(Duration.ofMillis(1));
        assertThat(leases.of("c-1")).isEmpty();
        assertThat(changes).containsExactly("taken", "expired");
    }

    /** The clock counts for people alone: they are told the end as it has it then. */
    @ParameterizedTest
    @ValueSource(longs = {24, -24})
    void aLeaseIsAsLongAsBeforeWhereverTheClockIsSet(long hours) {
        Lease lease = take("an", 0, false, false);
        clock.set(clock.now().plus(Duration.ofHours(hours)));
        assertThat(leases.of("c-1").map(Lease::expiresAt)).contains(clock.now().plus(TTL));
        lane.advance(Duration.ofSeconds(5));
        tell(lease, 1, HeadCommand.Kind.CONTINUOUS);
        lane.advance(TTL.minusMillis(1));
        assertThat(leases.of("c-1")).isPresent();
        lane.advance(Duration.ofMillis(1));
        assertThat(leases.of("c-1")).isEmpty();
    }

    @Test
    void renewalAndMovementKeepIt() {
        Lease lease = take("an", 0, false, false);
        lane.advance(Duration.ofSeconds(10));
        assertThat(take("an", 0, false, false).lockId()).isEqualTo(lease.lockId());
        lane.advance(Duration.ofSeconds(14));
        tell(lease, 1, HeadCommand.Kind.CONTINUOUS);
        lane.advance(Duration.ofSeconds(14));
        assertThat(leases.of("c-1")).isPresent();
        lane.advance(Duration.ofSeconds(1));
        assertThat(leases.of("c-1")).isEmpty();
        assertThat(changes).containsExactly("taken", "expired");
    }

    @Test
    void whoComesLaterIsToldWhoHoldsIt() {
        take("an", 5, false, false);
        refused("an", () -> take("binh", 5, false, false));
        refused("an", () -> take("binh", 9, false, false));
        refused("an", () -> take("binh", 5, true, false));
        refused("an", () -> take("binh", 4, true, false));
    }

    @Test
    void aHigherPriorityTakesItAndSoDoesAReasonWithTheRight() {
        Lease first = take("an", 5, false, false);
        Lease second = take("binh", 6, true, false);
        assertThat(second.lockId()).isNotEqualTo(first.lockId());
        refused("binh", () -> tell(first, 1, HeadCommand.Kind.CONTINUOUS));
        take("chi", 1, true, true);
        assertThat(changes).containsExactly("taken", "takenOver", "takenOver");
    }

    @Test
    void whoLosesTheLeaseLosesTheMovement() {
        Lease lease = take("an", 0, false, false);
        tell(lease, 1, HeadCommand.Kind.CONTINUOUS);
        heads.answer(HeadCommand.Kind.CONTINUOUS, null);
        lane.runReady();
        take("binh", 1, true, false);
        assertThat(heads.last().kind()).isEqualTo(HeadCommand.Kind.STOP);
    }

    @Test
    void expiryReleaseAndTheEndOfASessionStopTheHead() {
        List<Runnable> ends = List.of(
                () -> lane.advance(TTL),
                () -> leases.release("c-1", "s-an", false),
                () -> leases.releaseAll("s-an"),
                control::stopAll);
        for (Runnable end : ends) {
            heads.sent.clear();
            heads.open.clear();
            Lease lease = take("an", 0, false, false);
            tell(lease, 1, HeadCommand.Kind.CONTINUOUS);
            heads.answer(HeadCommand.Kind.CONTINUOUS, null);
            lane.runReady();
            end.run();
            lane.runReady();
            assertThat(heads.last().kind()).isEqualTo(HeadCommand.Kind.STOP);
            heads.answer(HeadCommand.Kind.STOP, null);
            leases.release("c-1", "", true);
            lane.runReady();
        }
    }

    @Test
    void olderSequenceNumbersAreDroppedUnderOneLease() {
        Lease lease = take("an", 0, false, false);
        assertThat(tell(lease, 5, HeadCommand.Kind.CONTINUOUS)).isTrue();
        assertThat(tell(lease, 6, HeadCommand.Kind.STOP)).isTrue();
        assertThat(tell(lease, 4, HeadCommand.Kind.CONTINUOUS)).isFalse();
        assertThat(tell(lease, 6, HeadCommand.Kind.CONTINUOUS)).isFalse();
        assertThat(heads.kinds()).containsExactly(HeadCommand.Kind.CONTINUOUS, HeadCommand.Kind.STOP);
        Lease next = take("binh", 1, true, false);
        assertThat(tell(next, 1, HeadCommand.Kind.CONTINUOUS)).isTrue();
    }

    private void answer(HeadCommand.Kind kind, @Nullable ApiProblem problem) {
        heads.answer(kind, problem);
        lane.runReady();
    }

    /** What no head took moved nothing; what was never answered may have. */
    @Test
    void eachMovementIsToldOnceTheHeadHasIt() {
        Lease lease = take("an", 0, false, false);
        tell(lease, 1, HeadCommand.Kind.CONTINUOUS);
        tell(lease, 2, HeadCommand.Kind.CONTINUOUS);
        tell(lease, 3, HeadCommand.Kind.CONTINUOUS);
        answer(HeadCommand.Kind.CONTINUOUS, ApiProblem.of(502, "ptz.refused", "no"));
        answer(HeadCommand.Kind.CONTINUOUS, null);
        tell(lease, 4, HeadCommand.Kind.HOME);
        answer(HeadCommand.Kind.HOME, null);
        tell(lease, 5, HeadCommand.Kind.STOP);
        answer(HeadCommand.Kind.STOP, null);
        assertThat(firsts)
                .as("replaced, refused, begun, home, stopped")
                .containsExactly(false, false, true, true, false);
        firsts.clear();
        tell(lease, 6, HeadCommand.Kind.CONTINUOUS);
        answer(HeadCommand.Kind.CONTINUOUS, null);
        tell(lease, 7, HeadCommand.Kind.CONTINUOUS);
        answer(HeadCommand.Kind.CONTINUOUS, null);
        tell(lease, 8, HeadCommand.Kind.STOP);
        answer(HeadCommand.Kind.STOP, null);
        tell(lease, 9, HeadCommand.Kind.CONTINUOUS);
        answer(HeadCommand.Kind.CONTINUOUS, null);
        assertThat(firsts).as("begun, told again, stopped, begun anew").containsExactly(true, false, false, true);
        tell(lease, 10, HeadCommand.Kind.HOME);
        answer(HeadCommand.Kind.HOME, null);
        tell(lease, 11, HeadCommand.Kind.CONTINUOUS);
        answer(HeadCommand.Kind.CONTINUOUS, null);
        assertThat(firsts).as("sent home in the midst, and moved on").endsWith(true, true);
        tell(lease, 12, HeadCommand.Kind.STOP);
        answer(HeadCommand.Kind.STOP, null);
        Lease next = take("binh", 1, true, false);
        firsts.clear();
        tell(next, 1, HeadCommand.Kind.CONTINUOUS);
        answer(HeadCommand.Kind.CONTINUOUS, Heads.noAnswer());
        assertThat(firsts).containsExactly(true);
    }

    @Test
    void onlyTheHolderGivesItBackAndAManagerFreesIt() {
        take("an", 0, false, false);
        assertThat(leases.release("c-1", "s-binh", false)).isFalse();
        assertThat(leases.of("c-1")).isPresent();
        assertThat(leases.release("c-1", "s-binh", true)).isTrue();
        assertThat(leases.release("c-1", "s-an", false)).isFalse();
    }

    @Test
    void aStolenIdIsWorthNothingInAnotherSession() {
        Lease lease = take("an", 0, false, false);
        refused(
                "an",
                () -> control.tell("c-1", lease.lockId(), "s-binh", 1, HeadCommand.STOP, TTL, (problem, first) -> {}));
        refused("an", () -> control.tell("c-1", "l-99", "s-an", 1, HeadCommand.STOP, TTL, (problem, first) -> {}));
    }
}

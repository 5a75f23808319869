package vn.toancanh.server.ptz;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.server.ptz.HeadCommand.Kind.AUX;
import static vn.toancanh.server.ptz.HeadCommand.Kind.CONTINUOUS;
import static vn.toancanh.server.ptz.HeadCommand.Kind.FOCUS;
import static vn.toancanh.server.ptz.HeadCommand.Kind.HOME;
import static vn.toancanh.server.ptz.HeadCommand.Kind.STOP;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.server.http.ApiProblem;

class SteeringTest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ManualLane lane = new ManualLane(new ManualClock());
    private final FakeHeads heads = new FakeHeads();
    private final Steering steering = new Steering("c-1", heads, lane);
    private final List<String> told = new ArrayList<>();

    private static ApiProblem deaf() {
        return ApiProblem.of(502, "ptz.noAnswer", "deaf");
    }

    private static HeadCommand pan(double speed) {
        return new HeadCommand(CONTINUOUS, speed, 0, 0, 0, null);
    }

    private void tell(HeadCommand command) {
        steering.tell(command, PATIENCE, problem -> told.add(problem == null ? "ok" : problem.code()));
        lane.runReady();
    }

    private void answer(HeadCommand.Kind kind, @Nullable ApiProblem problem) {
        heads.answer(kind, problem);
        lane.runReady();
    }

    private static HeadCommand focus(double speed) {
        return new HeadCommand(FOCUS, 0, 0, 0, speed, null);
    }

    /** It knows no time of its own: what stops the axes stops it, and it stands before the head turns. */
    @Test
    void aFocusIsStoppedWithTheAxesAndBeforeTheyMove() {
        tell(focus(0.5));
        answer(FOCUS, null);
        tell(pan(1));
        assertThat(heads.kinds()).containsExactly(FOCUS, STOP);
        assertThat(heads.last()).isEqualTo(HeadCommand.STOP_WITH_LENS);
        answer(STOP, null);
        assertThat(heads.kinds()).containsExactly(FOCUS, STOP, CONTINUOUS);
        answer(CONTINUOUS, null);
        tell(focus(0.5));
        assertThat(heads.last().kind())
                .as("nor does the head turn while it focuses")
                .isEqualTo(STOP);
        answer(STOP, null);
        answer(FOCUS, null);
        tell(HeadCommand.STOP);
        assertThat(heads.last()).isEqualTo(HeadCommand.STOP_WITH_LENS);
        answer(STOP, null);
        tell(pan(1));
        answer(CONTINUOUS, null);
        tell(HeadCommand.STOP);
        assertThat(heads.last()).as("the focus stands since").isEqualTo(HeadCommand.STOP);
    }

    @Test
    void whatMovesNothingGoesBesideAMovement() {
        tell(pan(1));
        tell(new HeadCommand(AUX, 0, 0, 0, 0, "tt:Wiper|On"));
        assertThat(heads.kinds()).as("it waits for nothing").containsExactly(CONTINUOUS, AUX);
        answer(CONTINUOUS, null);
        lane.advance(PATIENCE);
        assertThat(heads.last().kind()).as("the dead-man still holds").isEqualTo(STOP);
    }

    @Test
    void aHeadThatIsNotToldAgainIsStopped() {
        tell(pan(0.5));
        answer(CONTINUOUS, null);
        lane.advance(Duration.ofMillis(999));
        assertThat(heads.kinds()).containsExactly(CONTINUOUS);
        tell(pan(0.5));
        answer(CONTINUOUS, null);
        lane.advance(Duration.ofMillis(999));
        assertThat(heads.kinds()).containsExactly(CONTINUOUS, CONTINUOUS);
        lane.advance(Duration.ofMillis(1));
        assertThat(heads.last().kind()).isEqualTo(STOP);
        answer(STOP, null);
        lane.advance(Duration.ofMinutes(1));
        assertThat(heads.kinds()).containsExactly(CONTINUOUS, CONTINUOUS, STOP);
        assertThat(steering.rests()).isTrue();
    }

    @Test
    void theNewestWinsAndOneIsUnderWay() {
        tell(pan(0.1));
        tell(pan(0.2));
        tell(pan(0.3));
        assertThat(heads.sent).hasSize(1);
        answer(CONTINUOUS, null);
        assertThat(heads.last().pan()).isEqualTo(0.3);
        assertThat(told).containsExactly("ptz.superseded", "ok");
    }

    @Test
    void aStopOvertakesAndIsSaidAgainAfterTheMoveHasAnswered() {
        tell(pan(0.1));
        tell(pan(0.9));
        tell(HeadCommand.STOP);
        assertThat(heads.kinds()).containsExactly(CONTINUOUS, STOP);
        answer(STOP, null);
        assertThat(heads.kinds()).containsExactly(CONTINUOUS, STOP);
        answer(CONTINUOUS, null);
        assertThat(heads.kinds()).containsExactly(CONTINUOUS, STOP, STOP);
        answer(STOP, null);
        assertThat(steering.rests()).isTrue();
        assertThat(told).containsExactly("ptz.superseded", "ok", "ok");
    }

    @Test
    void theMoveThatAnswersFirstIsFollowedByOneMoreStop() {
        tell(pan(0.1));
        tell(HeadCommand.STOP);
        answer(CONTINUOUS, null);
        answer(STOP, null);
        assertThat(heads.kinds()).containsExactly(CONTINUOUS, STOP, STOP);
    }

    @Test
    void aStopThatIsNotAcknowledgedIsRepeated() {
        tell(pan(0.1));
        answer(CONTINUOUS, null);
        steering.stop();
        for (int i = 1; i < 5; i++) {
            answer(STOP, deaf());
            assertThat(heads.sent).hasSize(1 + i);
            lane.advance(Steering.AGAIN);
            assertThat(heads.sent).hasSize(2 + i);
        }
        answer(STOP, null);
        lane.advance(Duration.ofMinutes(1));
        assertThat(heads.sent).hasSize(6);
    }

    @Test
    void aHeadThatNeverAnswersIsGivenUp() {
        tell(pan(0.1));
        answer(CONTINUOUS, null);
        steering.stop();
        for (int i = 0; i < Steering.MOST_STOPS; i++) {
            answer(STOP, deaf());
            lane.advance(Steering.AGAIN);
        }
        assertThat(heads.sent).hasSize(1 + Steering.MOST_STOPS);
        assertThat(steering.rests()).isTrue();
    }

    @Test
    void aNewMoveWaitsForTheStopAndThenEndsItsRepetition() {
        tell(pan(0.1));
        answer(CONTINUOUS, null);
        tell(HeadCommand.STOP);
        tell(pan(-0.1));
        assertThat(heads.kinds()).containsExactly(CONTINUOUS, STOP);
        answer(STOP, deaf());
        assertThat(heads.last().pan()).isEqualTo(-0.1);
        answer(CONTINUOUS, null);
        lane.advance(Duration.ofMillis(500));
        assertThat(heads.kinds()).containsExactly(CONTINUOUS, STOP, CONTINUOUS);
    }

    @Test
    void whatEndsByItselfIsNotStopped() {
        tell(new HeadCommand(HOME, 0, 0, 0, 0, null));
        answer(HOME, null);
        steering.stop();
        lane.advance(Duration.ofMinutes(1));
        assertThat(heads.kinds()).containsExactly(HOME);
        tell(HeadCommand.STOP);
        assertThat(heads.last().kind()).isEqualTo(STOP);
    }

    /** The head would end it by itself after two seconds. */
    @Test
    void aMovementIsToldAgainAtHalfItsTimeAsLongAsItIsWanted() {
        heads.lasting = Duration.ofSeconds(2);
        steering.tell(pan(0.5), Duration.ofMillis(2500), problem -> {});
        answer(CONTINUOUS, null);
        lane.advance(Duration.ofMillis(999));
        assertThat(heads.sent).hasSize(1);
        lane.advance(Duration.ofMillis(1));
        assertThat(heads.sent).hasSize(2);
        lane.advance(Duration.ofSeconds(1));
        assertThat(heads.sent).as("the second has not answered yet").hasSize(2);
        answer(CONTINUOUS, null);
        lane.advance(Duration.ofMillis(500));
        assertThat(heads.kinds()).as("wanted no more").containsExactly(CONTINUOUS, CONTINUOUS, STOP);
        answer(STOP, null);
        lane.advance(Duration.ofMinutes(1));
        assertThat(heads.sent).hasSize(3);
    }

    @Test
    void nothingIsToldAgainOnceSomethingElseWasWanted() {
        heads.lasting = Duration.ofSeconds(2);
        tell(pan(0.5));
        answer(CONTINUOUS, null);
        tell(new HeadCommand(HOME, 0, 0, 0, 0, null));
        answer(HOME, null);
        lane.advance(Duration.ofMinutes(1));
        assertThat(heads.kinds()).containsExactly(CONTINUOUS, HOME);
    }

    /** The head may come to it after the stop that it acknowledged. */
    @Test
    void afterAMoveThatWasNeverAnsweredStopsAreRepeated() {
        tell(pan(0.5));
        answer(CONTINUOUS, deaf());
        steering.stop();
        for (int i = 0; i < 4; i++) {
            answer(STOP, null);
            lane.advance(Steering.LATE.plusMillis(10));
        }
        lane.advance(Duration.ofMinutes(1));
        assertThat(heads.kinds()).containsExactly(CONTINUOUS, STOP, STOP, STOP, STOP);
        assertThat(steering.rests()).isTrue();
    }

    /** Whoever let go is told that it stands when it says so, and not before. */
    @Test
    void aStopIsAnsweredWhenTheHeadHasIt() {
        tell(pan(0.1));
        answer(CONTINUOUS, null);
        tell(HeadCommand.STOP);
        answer(STOP, deaf());
        assertThat(told).containsExactly("ok");
        lane.advance(Steering.AGAIN);
        answer(STOP, null);
        assertThat(told).containsExactly("ok", "ok");
        lane.advance(Duration.ofMinutes(1));
        assertThat(told).hasSize(2);
    }

    @Test
    void aStopThatNoHeadAcknowledgesIsSaidToBeUnansweredAndRepeated() {
        tell(pan(0.1));
        answer(CONTINUOUS, null);
        tell(HeadCommand.STOP);
        lane.advance(Steering.ANSWER.minusMillis(1));
        assertThat(told).containsExactly("ok");
        lane.advance(Duration.ofMillis(1));
        assertThat(told).containsExactly("ok", "ptz.noAnswer");
        tell(HeadCommand.STOP);
        answer(STOP, deaf());
        lane.advance(Steering.AGAIN);
        answer(STOP, null);
        assertThat(told).containsExactly("ok", "ptz.noAnswer", "ok");
        assertThat(steering.rests()).isTrue();
    }

    @Test
    void aStopThatANewMoveReplacesIsSaidToBeReplaced() {
        tell(pan(0.1));
        answer(CONTINUOUS, null);
        tell(HeadCommand.STOP);
        tell(pan(0.2));
        assertThat(told).containsExactly("ok", "ptz.superseded");
        answer(STOP, null);
        answer(CONTINUOUS, null);
        assertThat(told).containsExactly("ok", "ptz.superseded", "ok");
    }
}

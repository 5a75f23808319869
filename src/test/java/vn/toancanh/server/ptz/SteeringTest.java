package vn.toancanh.server.ptz;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.server.ptz.HeadCommand.Kind.CONTINUOUS;
import static vn.toancanh.server.ptz.HeadCommand.Kind.HOME;
import static vn.toancanh.server.ptz.HeadCommand.Kind.STOP;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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
        return new HeadCommand(CONTINUOUS, speed, 0, 0, null);
    }

    private void tell(HeadCommand command) {
        steering.tell(command, PATIENCE, problem -> told.add(problem == null ? "ok" : problem.code()));
        lane.runReady();
    }

    private void answer(HeadCommand.Kind kind, @Nullable ApiProblem problem) {
        heads.answer(kind, problem);
        lane.runReady();
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
        tell(new HeadCommand(HOME, 0, 0, 0, null));
        answer(HOME, null);
        steering.stop();
        lane.advance(Duration.ofMinutes(1));
        assertThat(heads.kinds()).containsExactly(HOME);
        tell(HeadCommand.STOP);
        assertThat(heads.last().kind()).isEqualTo(STOP);
    }

    @Test
    void whateverHappensTheLastThingAHeadAcceptsIsAStop() {
        for (long seed = 1; seed <= 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ManualLane own = new ManualLane(new ManualClock());
            FakeHeads some = new FakeHeads();
            Steering one = new Steering("c-1", some, own);
            List<HeadCommand.Kind> accepted = new ArrayList<>();
            for (int step = 0; step < 40; step++) {
                switch (random.nextInt(5)) {
                    case 0, 1 -> one.tell(pan(random.nextDouble()), PATIENCE, problem -> {});
                    case 2 -> one.tell(HeadCommand.STOP, PATIENCE, problem -> {});
                    case 3 -> own.advance(Duration.ofMillis(random.nextInt(700)));
                    default -> answerAny(random, some, accepted, random.nextInt(3) == 0);
                }
                own.runReady();
            }
            for (int rest = 0; rest < 400 && !one.rests(); rest++) {
                answerAny(random, some, accepted, rest < 20 && random.nextBoolean());
                own.advance(Duration.ofMillis(100));
            }
            assertThat(one.rests()).as("seed %d", seed).isTrue();
            if (accepted.contains(CONTINUOUS)) {
                assertThat(accepted.getLast()).as("seed %d %s", seed, accepted).isEqualTo(STOP);
            }
        }
    }

    /** The head takes the command when it answers, which is the worst for a stop that came meanwhile. */
    private static void answerAny(
            SplittableRandom random, FakeHeads heads, List<HeadCommand.Kind> accepted, boolean deaf) {
        if (!heads.open.isEmpty()) {
            FakeHeads.Sent one = heads.open.remove(random.nextInt(heads.open.size()));
            if (!deaf) {
                accepted.add(one.command().kind());
            }
            one.done().accept(deaf ? deaf() : null);
        }
    }
}

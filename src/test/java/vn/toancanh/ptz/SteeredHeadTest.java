package vn.toancanh.ptz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.model.CameraId;
import vn.toancanh.ptz.HeadReading.Phase;

/** What one head hears from a desk, step by step. */
class SteeredHeadTest {
    private static final CameraId CAMERA = new CameraId("c-1");
    private static final HeadSpeed RIGHT = new HeadSpeed(0.5, 0, 0);
    private static final HeadSpeed UP = new HeadSpeed(0, 0.5, 0);

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeHeads server = new FakeHeads(lane, clock);
    private final Steering steering = new Steering(server, lane, lane, clock);
    private final List<Phase> phases = new ArrayList<>();

    @BeforeEach
    void follow() {
        steering.onChange(camera -> {
            Phase now = steering.reading(camera).phase();
            if (phases.isEmpty() || phases.getLast() != now) {
                phases.add(now);
            }
        });
        lane.every(Steering.BEAT, steering::beat);
        steering.watch(CAMERA);
        lane.runReady();
    }

    private Grip move(HeadSpeed speed) {
        Grip grip = steering.grip(CAMERA);
        grip.move(speed);
        lane.runReady();
        return grip;
    }

    private void answerFirst() {
        server.answerFirst();
        lane.runReady();
    }

    private void wait(int millis) {
        lane.advance(Duration.ofMillis(millis));
    }

    private Failure cause() {
        Failure cause = steering.reading(CAMERA).cause();
        if (cause == null) {
            throw new AssertionError("nothing is said");
        }
        return cause;
    }

    @Test
    void movingTakesTheLeaseIsToldAgainAndEndsWithAStop() {
        Grip grip = move(RIGHT);
        assertThat(steering.reading(CAMERA).mine()).isTrue();
        wait(1200);
        grip.release();
        wait(2000);
        assertThat(server.story)
                .containsExactly("taken", "move 0.5 0.0 0.0", "move 0.5 0.0 0.0", "move 0.5 0.0 0.0", "stop");
        assertThat(phases).endsWith(Phase.MOVING, Phase.STOPPING, Phase.STOPPED);
        wait(20_000);
        assertThat(steering.reading(CAMERA).mine()).isTrue();
        server.tell();
        lane.runReady();
        assertThat(steering.reading(CAMERA).standing()).isEqualTo(HeadStanding.NONE);
    }

    @Test
    void theNewestWinsAndOneIsUnderWay() {
        move(RIGHT).release();
        lane.runReady();
        server.story.clear();
        server.held = new ArrayList<>();
        Grip grip = move(RIGHT);
        grip.move(UP);
        grip.move(new HeadSpeed(-1, 0, 0));
        lane.runReady();
        assertThat(server.held).hasSize(1);
        answerFirst();
        answerFirst();
        assertThat(server.story).containsExactly("move 0.5 0.0 0.0", "move -1.0 0.0 0.0");
        assertThat(server.held).isEmpty();
    }

    @Test
    void aStopOvertakesAMovementThatHangsAndIsSaidAgainAfterIt() {
        move(RIGHT).release();
        lane.runReady();
        server.story.clear();
        server.held = new ArrayList<>();
        move(RIGHT).release();
        lane.runReady();
        assertThat(server.held).hasSize(2);
        Runnable hanging = server.held.removeFirst();
        answerFirst();
        assertThat(steering.reading(CAMERA).phase()).isEqualTo(Phase.STOPPING);
        hanging.run();
        lane.runReady();
        answerFirst();
        assertThat(server.story).containsExactly("stop", "stop");
        assertThat(steering.reading(CAMERA).phase()).isEqualTo(Phase.STOPPED);
    }

    /** The server stops the head after as long without a word; what comes late is followed by one more stop, and the hand presses anew. */
    @Test
    void aMovementThatHangsForTheDeadMansTimeIsHeldNoMore() {
        Grip grip = move(RIGHT);
        server.story.clear();
        server.held = new ArrayList<>();
        wait(500);
        assertThat(server.held).as("told again").hasSize(1);
        wait(999);
        assertThat(grip.isLoose()).isFalse();
        wait(1);
        assertThat(grip.isLoose()).isTrue();
        assertThat(cause().kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(steering.reading(CAMERA).phase()).isEqualTo(Phase.STOPPING);
        assertThat(server.held).hasSize(2);
        answerFirst();
        grip.move(UP);
        lane.runReady();
        while (!server.held.isEmpty()) {
            answerFirst();
        }
        assertThat(server.story).containsExactly("move 0.5 0.0 0.0", "stop", "stop");
        assertThat(server.moving).isFalse();
    }

    @Test
    void aStopIsSaidUntilItIsHeard() {
        Grip grip = move(RIGHT);
        server.away = true;
        grip.release();
        wait(900);
        assertThat(server.moving).isTrue();
        assertThat(steering.reading(CAMERA).phase()).isEqualTo(Phase.STOPPING);
        assertThat(cause().kind()).isEqualTo(Kind.UNREACHABLE);
        server.away = false;
        wait(300);
        assertThat(server.moving).isFalse();
        assertThat(steering.reading(CAMERA).phase()).isEqualTo(Phase.STOPPED);
    }

    @Test
    void aServerThatIsGoneInMidMovementIsSaidAndBreaksTheGrip() {
        Grip grip = move(RIGHT);
        server.away = true;
        wait(600);
        assertThat(grip.isLoose()).isTrue();
        assertThat(cause().kind()).isEqualTo(Kind.UNREACHABLE);
        wait(40_000);
        assertThat(steering.reading(CAMERA).phase()).isEqualTo(Phase.REFUSED);
        server.away = false;
        grip.move(UP);
        wait(1000);
        assertThat(server.story).doesNotContain("move 0.0 0.5 0.0");
    }

    @Test
    void aScreenThatHangsLetsGo() {
        ManualLane painted = new ManualLane(clock);
        Steering hung = new Steering(server, lane, painted, clock);
        hung.beat();
        Grip grip = hung.grip(CAMERA);
        grip.move(RIGHT);
        wait(200);
        assertThat(server.moving).isTrue();
        wait(150);
        assertThat(server.moving).isFalse();
        assertThat(grip.isLoose()).isTrue();
        hung.beat();
        grip.move(RIGHT);
        wait(50);
        assertThat(server.moving).isFalse();
        hung.grip(CAMERA).move(RIGHT);
        wait(50);
        assertThat(server.moving).isTrue();
    }

    @Test
    void whatSomebodyElseHoldsIsNotMovedAndHeIsNamed() {
        server.takenBy("Chỉ huy");
        lane.runReady();
        Grip grip = move(RIGHT);
        assertThat(steering.reading(CAMERA).phase()).isEqualTo(Phase.REFUSED);
        assertThat(cause().args()).containsExactly("Chỉ huy");
        assertThat(grip.isLoose()).isTrue();
        assertThat(server.moving).isFalse();
        steering.takeOver(CAMERA, "đuổi theo xe");
        lane.runReady();
        assertThat(steering.reading(CAMERA).phase()).isEqualTo(Phase.IDLE);
        move(RIGHT);
        assertThat(server.moving).isTrue();
    }

    @Test
    void whoeverLosesItIsToldToWhomAndTellsItNothingMore() {
        Grip grip = move(RIGHT);
        server.takenBy("Chỉ huy");
        lane.runReady();
        assertThat(grip.isLoose()).isTrue();
        assertThat(cause().textKey()).isEqualTo("ptz.takenBy");
        assertThat(steering.reading(CAMERA).others()).isTrue();
        wait(5000);
        assertThat(server.story.getLast()).isEqualTo("taken by Chỉ huy");
        server.lose("released");
        server.tell();
        lane.runReady();
        assertThat(steering.reading(CAMERA).phase()).isEqualTo(Phase.IDLE);
    }

    @Test
    void whatWasAskedBeforeTheLeaseCameSaysNothingOfIt() {
        List<Runnable> answers = new ArrayList<>();
        server.held = answers;
        server.tell();
        lane.runReady();
        Grip grip = move(RIGHT);
        assertThat(answers).as("who holds it, and the lease").hasSize(2);
        answers.removeLast().run();
        lane.runReady();
        assertThat(steering.reading(CAMERA).mine()).isTrue();
        answerFirst();
        assertThat(steering.reading(CAMERA).mine()).isTrue();
        assertThat(grip.isLoose()).isFalse();
    }

    @Test
    void aLeaseThatEndedAtTheServerIsTakenAnewByPressingAndNotInMidMovement() {
        move(RIGHT).release();
        lane.runReady();
        server.lose("restarted");
        Grip grip = move(UP);
        assertThat(server.story.subList(3, 6)).containsExactly("restarted", "taken", "move 0.0 0.5 0.0");
        server.lose("restarted");
        wait(600);
        assertThat(cause().textKey()).isEqualTo(HeadService.LEASE_ENDED);
        assertThat(grip.isLoose()).isTrue();
        assertThat(server.story.getLast()).isEqualTo("restarted");
    }

    @Test
    void whatGoesSomewhereGoesOnWhenHandsAreLetGoAndStandsByAStop() {
        steering.go(CAMERA, new HeadOrder.Preset("7"));
        lane.runReady();
        steering.letGo();
        wait(100);
        assertThat(server.story).endsWith("preset 7");
        steering.stop(CAMERA);
        lane.runReady();
        assertThat(server.story).endsWith("stop");
        server.lose("expired");
        steering.stop(CAMERA);
        wait(16_000);
        steering.stop(CAMERA);
        lane.runReady();
        assertThat(server.story).endsWith("taken", "stop");
        assertThat(steering.reading(CAMERA).phase()).isEqualTo(Phase.STOPPED);
    }

    @Test
    void aReservedHeadIsHeldForAnHourUntilItIsGivenBack() {
        steering.reserve(CAMERA);
        wait(3_000_000);
        assertThat(steering.reading(CAMERA).mine()).isTrue();
        move(RIGHT);
        steering.release(CAMERA);
        lane.runReady();
        assertThat(server.moving).isFalse();
        assertThat(server.lockId).isNull();
        assertThat(steering.reading(CAMERA).mine()).isFalse();
    }

    @Test
    void whoeverComesNextSeesNothingOfWhoLeft() {
        move(RIGHT);
        steering.forget();
        lane.runReady();
        assertThat(server.moving).isFalse();
        assertThat(steering.reading(CAMERA)).isEqualTo(HeadReading.NONE);
    }

    @Test
    void theMiddleSixthMovesNothingAndTheEdgeAsFastAsItCan() {
        assertThat(Deflection.at(0.16, 0)).isEqualTo(HeadSpeed.ZERO);
        assertThat(Deflection.at(Double.NaN, 0)).isEqualTo(HeadSpeed.ZERO);
        assertThat(Deflection.at(0.17, 0).pan()).isBetween(0.04, 0.06);
        assertThat(Deflection.at(-1, 0)).isEqualTo(new HeadSpeed(-1, 0, 0));
        assertThat(Deflection.at(0, 1).tilt()).isEqualTo(-1);
        assertThat(Deflection.at(3, 4).pan()).isBetween(0.59, 0.61);
        assertThat(new HeadSpeed(7, Double.NaN, -7)).isEqualTo(new HeadSpeed(1, 0, -1));
    }
}

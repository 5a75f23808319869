package vn.toancanh.server.ptz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.server.http.ApiProblem;

/**
 * One head. The newest command wins, one move is under way at a time, and a stop overtakes everything: it goes out at once,
 * again after any move that was still under way has answered, and again until the head acknowledges. A movement that goes on is told
 * the head again at half the time after which it would end by itself, and is stopped where whoever steers does not repeat it in time.
 * A focus is stopped with it, and before the head does something else; what moves nothing goes beside all of this.
 * After a move that was never answered, which the head may yet come to, a stop is repeated though it was acknowledged. On the PTZ lane.
 */
final class Steering {
    /** Between two tries of a stop that was not acknowledged. */
    static final Duration AGAIN = Duration.ofMillis(250);

    /** Tries of one stop: half a minute of a head that refuses at once, six minutes of a silent one; then it is taken for unreachable. */
    static final int MOST_STOPS = 120;

    /** Between the stops after a move that was never answered. */
    static final Duration LATE = Duration.ofSeconds(1);

    /** How long a head may sit on a command whose connection has ended: the last stop goes out after it. */
    static final Duration DOUBT = Duration.ofSeconds(3);

    /** So long whoever wants a stop waits for the head to say that it has it; the stop is repeated beyond that. */
    static final Duration ANSWER = Duration.ofMillis(1800);

    private static final Logger LOG = LoggerFactory.getLogger(Steering.class);

    /** What became of a command: null where the head has it, else why not. */
    interface Told extends Consumer<@Nullable ApiProblem> {}

    private record Waiting(HeadCommand command, Told told) {}

    private final String cameraId;
    private final Heads heads;
    private final Lane lane;
    private boolean underWay;
    private boolean stopping;
    private boolean stopUnderWay;
    private boolean mayMove;
    /** What may move is the focus, or that too. */
    private boolean lens;
    /** What was sent last is for the focus. */
    private boolean focusing;

    private int stops;
    private boolean inDoubt;
    private @Nullable Waiting waiting;
    private @Nullable HeadCommand goingOn;
    private Handle deadMan = Handle.NONE;
    private Handle again = Handle.NONE;
    private Handle beat = Handle.NONE;
    private Handle doubt = Handle.NONE;

    /** Who wanted it to stop and was not told yet what became of that. */
    private final List<Told> stoppers = new ArrayList<>();

    private Handle late = Handle.NONE;

    Steering(String cameraId, Heads heads, Lane lane) {
        this.cameraId = cameraId;
        this.heads = heads;
        this.lane = lane;
    }

    /**
     * Tells the head.
     *
     * @param patience how long a head that goes on does so without being told again
     * @param told what became of it; a command that a newer one has replaced is told {@link #superseded()}, a stop that the head does
     *     not acknowledge in time that it does not answer
     */
    void tell(HeadCommand command, Duration patience, Told told) {
        lane.assertHere();
        if (command.kind().isAside()) {
            heads.send(cameraId, command, problem -> lane.execute(() -> told.accept(problem)));
            return;
        }
        drop();
        if (command.kind() == HeadCommand.Kind.STOP) {
            stoppers.add(told);
            late.close();
            late = lane.after(ANSWER, () -> stopped(Heads.noAnswer()));
            halt();
            return;
        }
        stopped(superseded());
        if (command.kind().goesOn()) {
            goingOn = command;
            deadMan = lane.after(patience, this::stop);
        }
        boolean other = mayMove && focusing != (command.kind() == HeadCommand.Kind.FOCUS);
        if (underWay || stopUnderWay || other) {
            waiting = new Waiting(command, told);
            if (other) {
                sendStop();
            }
        } else {
            send(command, told);
        }
    }

    /** Stops the head, whatever is under way; nothing where it cannot be moving. */
    void stop() {
        lane.assertHere();
        drop();
        if (mayMove || underWay) {
            halt();
        }
    }

    private void halt() {
        stopping = true;
        stops = 0;
        sendStop();
    }

    /** True where nothing is under way and nothing will come by itself. */
    boolean rests() {
        return !underWay && !stopping && !stopUnderWay && !mayMove && waiting == null;
    }

    /** True where it goes on, as far as is known. */
    boolean mayMove() {
        return mayMove;
    }

    static ApiProblem superseded() {
        return ApiProblem.of(409, "ptz.superseded", "A newer command has replaced this one");
    }

    /** What was wanted so far is wanted no more. */
    private void drop() {
        @Nullable Waiting last = waiting;
        waiting = null;
        goingOn = null;
        deadMan.close();
        beat.close();
        if (last != null) {
            last.told.accept(superseded());
        }
    }

    private void send(HeadCommand command, Told told) {
        stopping = false;
        again.close();
        underWay = true;
        mayMove = mayMove || command.kind().goesOn();
        focusing = command.kind() == HeadCommand.Kind.FOCUS;
        lens |= focusing;
        if (command.kind().goesOn()) {
            beat.close();
            beat = lane.after(heads.lasting(cameraId).dividedBy(2), this::repeat);
        }
        heads.send(cameraId, command, problem -> lane.execute(() -> answered(problem, told)));
    }

    /** The head would end by itself what is still wanted. */
    private void repeat() {
        @Nullable HeadCommand still = goingOn;
        if (still == null || stopping) {
            return;
        }
        if (underWay || stopUnderWay || waiting != null) {
            beat = lane.after(heads.lasting(cameraId).dividedBy(2), this::repeat);
        } else {
            send(still, problem -> {});
        }
    }

    private void answered(@Nullable ApiProblem problem, Told told) {
        underWay = false;
        if (problem != null && Heads.isNoAnswer(problem)) {
            inDoubt = true;
            doubt.close();
            doubt = lane.after(DOUBT, () -> inDoubt = false);
        }
        told.accept(problem);
        if (stopping) {
            // The move may have come to the head after the stop.
            sendStop();
        } else {
            goOn();
        }
    }

    /** @param problem null where the head has acknowledged */
    private void stopped(@Nullable ApiProblem problem) {
        late.close();
        List<Told> waited = List.copyOf(stoppers);
        stoppers.clear();
        waited.forEach(told -> told.accept(problem));
    }

    private void sendStop() {
        again.close();
        if (stopUnderWay) {
            return;
        }
        stops++;
        stopUnderWay = true;
        boolean over = underWay;
        boolean doubtful = inDoubt;
        HeadCommand stop = lens ? HeadCommand.STOP_WITH_LENS : HeadCommand.STOP;
        heads.send(cameraId, stop, problem -> lane.execute(() -> stopAnswered(problem, over, doubtful)));
    }

    private void stopAnswered(@Nullable ApiProblem problem, boolean moveWasUnderWay, boolean doubtful) {
        stopUnderWay = false;
        if (waiting != null && !underWay) {
            goOn();
        } else if (stopping && problem == null && !moveWasUnderWay) {
            acknowledged(doubtful);
        } else if (stopping && problem == null && !underWay) {
            // The move has answered meanwhile.
            sendStop();
        } else if (stopping && problem != null) {
            tryAgain(problem);
        }
    }

    private void acknowledged(boolean doubtful) {
        stopped(null);
        if (doubtful) {
            again = lane.after(LATE, this::sendStop);
            return;
        }
        rest();
    }

    private void rest() {
        stopping = false;
        mayMove = false;
        lens = false;
    }

    private void tryAgain(ApiProblem problem) {
        if (stops < MOST_STOPS) {
            again = lane.after(AGAIN, this::sendStop);
        } else {
            LOG.error("camera {} does not acknowledge a stop: {}", cameraId, problem.code());
            rest();
        }
    }

    private void goOn() {
        @Nullable Waiting next = waiting;
        waiting = null;
        if (next != null) {
            send(next.command, next.told);
        }
    }
}

package vn.toancanh.server.ptz;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.server.http.ApiProblem;

/**
 * One head. The newest command wins, one move is under way at a time, and a stop overtakes everything: it goes out at once,
 * again after any move that was still under way has answered, and again until the head acknowledges. A head that goes on
 * is stopped where the command is not repeated in time. On the PTZ lane.
 */
final class Steering {
    /** Between two tries of a stop that was not acknowledged. */
    static final Duration AGAIN = Duration.ofMillis(250);

    /** Tries of one stop: half a minute, after which the head is taken for unreachable. */
    static final int MOST_STOPS = 120;

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
    private int stops;
    private @Nullable Waiting waiting;
    private Handle deadMan = Handle.NONE;
    private Handle again = Handle.NONE;

    Steering(String cameraId, Heads heads, Lane lane) {
        this.cameraId = cameraId;
        this.heads = heads;
        this.lane = lane;
    }

    /**
     * Tells the head.
     *
     * @param patience how long a head that goes on does so without being told again
     * @param told what became of it; a command that a newer one has replaced is told {@link #superseded()}
     */
    void tell(HeadCommand command, Duration patience, Told told) {
        lane.assertHere();
        drop();
        deadMan.close();
        if (command.kind() == HeadCommand.Kind.STOP) {
            halt();
            told.accept(null);
            return;
        }
        if (command.kind().goesOn()) {
            deadMan = lane.after(patience, this::stop);
        }
        if (underWay || stopUnderWay) {
            waiting = new Waiting(command, told);
        } else {
            send(command, told);
        }
    }

    /** Stops the head, whatever is under way; nothing where it cannot be moving. */
    void stop() {
        lane.assertHere();
        drop();
        deadMan.close();
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

    private void drop() {
        @Nullable Waiting last = waiting;
        waiting = null;
        if (last != null) {
            last.told.accept(superseded());
        }
    }

    private void send(HeadCommand command, Told told) {
        stopping = false;
        again.close();
        underWay = true;
        mayMove = mayMove || command.kind().goesOn();
        heads.send(cameraId, command, problem -> lane.execute(() -> answered(problem, told)));
    }

    private void answered(@Nullable ApiProblem problem, Told told) {
        underWay = false;
        told.accept(problem);
        if (stopping) {
            // The move may have come to the head after the stop.
            sendStop();
        } else {
            goOn();
        }
    }

    private void sendStop() {
        again.close();
        if (stopUnderWay) {
            return;
        }
        stops++;
        stopUnderWay = true;
        boolean over = underWay;
        heads.send(cameraId, HeadCommand.STOP, problem -> lane.execute(() -> stopAnswered(problem, over)));
    }

    private void stopAnswered(@Nullable ApiProblem problem, boolean moveWasUnderWay) {
        stopUnderWay = false;
        if (waiting != null && !underWay) {
            goOn();
        } else if (stopping && problem == null && !moveWasUnderWay) {
            stopping = false;
            mayMove = false;
        } else if (stopping && problem == null && !underWay) {
            // The move has answered meanwhile.
            sendStop();
        } else if (stopping && problem != null) {
            tryAgain(problem);
        }
    }

    private void tryAgain(ApiProblem problem) {
        if (stops < MOST_STOPS) {
            again = lane.after(AGAIN, this::sendStop);
        } else {
            LOG.error("camera {} does not acknowledge a stop: {}", cameraId, problem.code());
            stopping = false;
            mayMove = false;
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

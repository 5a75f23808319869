package vn.toancanh.administration;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Outcome;

/**
 * What one form has sent and what came of it. While an answer is awaited nothing more is sent, so that no hand that presses
 * twice makes two of anything; the answer to what was given up is dropped. Lane: DESK.
 */
public final class Sending {
    /** How it stands. */
    public enum Phase {
        READY,
        /** An answer is awaited. */
        SENDING,
        /** The server did not do it. */
        REFUSED,
        /** Somebody else changed it first; what was typed stands against what there is now. */
        OVERTAKEN
    }

    /**
     * What is to be said of it.
     *
     * @param failure why it was not done
     * @param faults the fields that the server refuses
     */
    public record State(Phase phase, Optional<Failure> failure, List<FieldRefused.Fault> faults) {
        static final State READY = new State(Phase.READY, Optional.empty(), List.of());

        public boolean sending() {
            return phase == Phase.SENDING;
        }
    }

    private final Consumer<State> listener;
    private State state = State.READY;
    private long turn;

    /** @param listener told of every later state */
    public Sending(Consumer<State> listener) {
        this.listener = listener;
    }

    public State state() {
        return state;
    }

    /**
     * Asks, unless an answer is awaited.
     *
     * @param ask sends it and hands the outcome on
     * @param done told what it came to, after the state is ready again
     * @return false where an answer is awaited, and nothing was sent
     */
    public <T> boolean send(Consumer<Consumer<Outcome<T>>> ask, Consumer<? super T> done) {
        if (state.sending()) {
            return false;
        }
        long mine = ++turn;
        become(new State(Phase.SENDING, Optional.empty(), List.of()));
        ask.accept(outcome -> {
            if (mine == turn) {
                answered(outcome, done);
            }
        });
        return true;
    }

    private <T> void answered(Outcome<T> outcome, Consumer<? super T> done) {
        switch (outcome) {
            case Outcome.Done<T>(T value) -> {
                become(State.READY);
                done.accept(value);
            }
            case Outcome.Failed<T>(Failure failure) -> refuse(failure);
        }
    }

    /** Says that it is not done, be it without asking the server. */
    public void refuse(Failure failure) {
        List<FieldRefused.Fault> faults =
                failure.cause() instanceof FieldRefused refused ? refused.faults() : List.of();
        become(new State(isOvertaken(failure) ? Phase.OVERTAKEN : Phase.REFUSED, Optional.of(failure), faults));
    }

    /** True where somebody else was faster, and for no other conflict, which would come again. */
    private static boolean isOvertaken(Failure failure) {
        return failure.kind() == Failure.Kind.CONFLICT && failure.textKey().equals(Failure.Kind.CONFLICT.textKey());
    }

    /** What was wrong is being typed anew. */
    public void typed() {
        if (!state.sending() && state.phase() != Phase.READY) {
            become(State.READY);
        }
    }

    /** Something else is in the form now: an answer that is still awaited concerns nobody here. */
    public void drop() {
        turn++;
        if (state.phase() != Phase.READY) {
            become(State.READY);
        }
    }

    private void become(State next) {
        state = next;
        listener.accept(next);
    }
}

package vn.toancanh.central;

import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.toancanh.base.Backoff;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;

/** Tries to sign in until the server has said yes or no. State on DESK. */
final class PatientSignIn implements Handle {
    private final Net net;
    private final Supplier<Login> enter;
    private final Backoff backoff;
    private final Consumer<Outcome<Login>> settled;
    private final Consumer<Login> unwanted;
    private final Consumer<Failure> meanwhile;
    private Handle turn = Handle.NONE;
    private boolean asking;
    private boolean closed;

    /**
     * Does nothing yet.
     *
     * @param enter signs in; away from DESK
     * @param settled told once what the server said
     * @param unwanted told of a login that came after closing
     * @param meanwhile told why each try came to nothing that is not the last
     */
    PatientSignIn(
            Net net,
            Supplier<Login> enter,
            Backoff backoff,
            Consumer<Outcome<Login>> settled,
            Consumer<Login> unwanted,
            Consumer<Failure> meanwhile) {
        this.net = net;
        this.enter = enter;
        this.backoff = backoff;
        this.settled = settled;
        this.unwanted = unwanted;
        this.meanwhile = meanwhile;
    }

    /** Asks now; while it is being asked, or after closing, does nothing. */
    void tryNow() {
        if (asking || closed) {
            return;
        }
        turn.close();
        asking = true;
        net.ask("signIn", enter, this::answered);
    }

    private void answered(Outcome<Login> answer) {
        asking = false;
        if (closed) {
            if (answer instanceof Outcome.Done<Login>(Login late)) {
                unwanted.accept(late);
            }
            return;
        }
        if (answer instanceof Outcome.Failed<Login> failed
                && failed.failure().kind().passing()) {
            meanwhile.accept(failed.failure());
            turn = net.desk().after(backoff.next(), this::tryNow);
            return;
        }
        closed = true;
        settled.accept(answer);
    }

    @Override
    public void close() {
        closed = true;
        turn.close();
    }
}

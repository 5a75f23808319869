package vn.toancanh.app.client;

import java.time.Duration;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;

/**
 * Says where the program was started that the server does not answer, once it has not for a while: a server that is started with its walls,
 * or a machine that has much to do at a start, answers a moment later. Once each time. On DESK.
 */
final class WaitingWord implements Handle {
    /** No start takes so long where the server is there. */
    static final Duration AFTER = Duration.ofSeconds(5);

    private final Lane desk;
    private final Runnable say;
    private Handle due = Handle.NONE;
    private boolean waits;

    /** @param say says it */
    WaitingWord(Lane desk, Runnable say) {
        this.desk = desk;
        this.say = say;
    }

    /** It has not answered; what is said already, or is about to be, is not said again. */
    void waits() {
        if (!waits) {
            waits = true;
            due = desk.after(AFTER, say);
        }
    }

    /** It has. */
    @Override
    public void close() {
        waits = false;
        due.close();
    }
}

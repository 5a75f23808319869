package vn.toancanh.ui.kit;

import java.time.Duration;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.ThreadLane;

/**
 * The DESK lane of the client: JavaFX's own thread. The only caller of {@code Platform.runLater}. Delays are kept by a
 * thread of their own, because a JavaFX animation would keep the pulse running for nothing. Work that throws is logged
 * and the lane goes on.
 */
public final class FxLane implements Lane, Handle {
    private static final Logger LOG = LoggerFactory.getLogger(FxLane.class);

    private final ThreadLane timers = new ThreadLane("desk-timers");

    @Override
    public String name() {
        return "DESK";
    }

    @Override
    public boolean isHere() {
        return Platform.isFxApplicationThread();
    }

    /** Work handed over after JavaFX has ended is dropped. */
    @Override
    public void execute(Runnable work) {
        try {
            Platform.runLater(() -> run(work));
        } catch (IllegalStateException ended) {
            LOG.debug("JavaFX has ended; work dropped");
        }
    }

    @Override
    public Handle after(Duration delay, Runnable work) {
        Once once = new Once(work, false);
        Handle timer = timers.after(delay, () -> execute(once));
        return () -> {
            once.closed = true;
            timer.close();
        };
    }

    /** A period that comes due while the last one still waits for the thread is skipped. */
    @Override
    public Handle every(Duration period, Runnable work) {
        Once repeated = new Once(work, true);
        Handle timer = timers.every(period, () -> {
            if (!repeated.waiting) {
                repeated.waiting = true;
                execute(repeated);
            }
        });
        return () -> {
            repeated.closed = true;
            timer.close();
        };
    }

    @Override
    public void close() {
        timers.close();
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error fault) {
            LOG.error("fault on lane DESK", fault);
        }
    }

    /** Work that a closed handle stops even when it is already queued. */
    private static final class Once implements Runnable {
        private final Runnable work;
        private final boolean again;
        private volatile boolean closed;
        private volatile boolean waiting;

        Once(Runnable work, boolean again) {
            this.work = work;
            this.again = again;
        }

        @Override
        public void run() {
            waiting = false;
            if (!closed) {
                closed = !again;
                work.run();
            }
        }
    }
}

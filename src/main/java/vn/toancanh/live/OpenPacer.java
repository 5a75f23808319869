package vn.toancanh.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;

/** Lets players open a few at a time, so that a wall of 64 does not fall on a server in one burst. Lane: DESK. */
final class OpenPacer implements Handle {
    /** The first opens at once, then a batch each period: 64 tiles within 0.6 s. */
    static final Duration PERIOD = Duration.ofMillis(25);

    private static final int BATCH = 3;

    private final Lane desk;
    private final Deque<Runnable> queue = new ArrayDeque<>();
    private Handle timer = Handle.NONE;
    private boolean running;

    OpenPacer(Lane desk) {
        this.desk = desk;
    }

    /** Runs the opening soon, in order. */
    void submit(Runnable opening) {
        queue.add(opening);
        if (!running) {
            running = true;
            turn();
        }
    }

    private void turn() {
        running = !queue.isEmpty();
        for (int i = 0; i < BATCH && !queue.isEmpty(); i++) {
            queue.poll().run();
        }
        if (running) {
            timer = desk.after(PERIOD, this::turn);
        }
    }

    @Override
    public void close() {
        queue.clear();
        timer.close();
    }
}

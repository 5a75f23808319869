package vn.toancanh.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;

/**
 * Lets players open a few at a time, so that a wall of 64, or four of them, do not fall on the machine in one burst, and
 * only so many at one host before earlier ones play. Lane: DESK, one for all walls.
 */
public final class OpenPacer {
    /** The first opens at once, then a batch each period: 64 tiles within 0.6 s where nothing holds them back. */
    static final Duration PERIOD = Duration.ofMillis(25);

    /** Openings under way at one host. A recorder with a hundred channels takes about that many handshakes at a time. */
    static final int PER_HOST = 24;

    /** Of these so many at most for streams that nobody sees yet: whoever looks at a tile never waits for those. */
    static final int AHEAD_PER_HOST = 12;

    /** One that does not play by then no longer keeps others from opening. */
    static final Duration LONGEST = Duration.ofSeconds(3);

    private static final int BATCH = 3;

    /** One opening, waiting or under way; closing gives its place up. */
    private final class Turn implements Handle {
        final String host;
        final Runnable opening;
        final int most;
        Handle limit = Handle.NONE;
        boolean underWay;
        boolean over;

        Turn(String host, int most, Runnable opening) {
            this.host = host;
            this.most = most;
            this.opening = opening;
        }

        void run() {
            underWay = true;
            openings.merge(host, 1, Integer::sum);
            limit = desk.after(LONGEST, this::close);
            opening.run();
        }

        @Override
        public void close() {
            if (over) {
                return;
            }
            over = true;
            limit.close();
            if (underWay) {
                openings.computeIfPresent(host, (h, count) -> count > 1 ? count - 1 : null);
                wake();
            } else {
                queue.remove(this);
            }
        }
    }

    private final Lane desk;
    private final ArrayDeque<Turn> queue = new ArrayDeque<>();
    private final Map<String, Integer> openings = new HashMap<>();
    private boolean running;

    OpenPacer(Lane desk) {
        this.desk = desk;
    }

    /**
     * Runs the opening soon, in order at each host.
     *
     * @return to be closed once it plays or is over
     */
    Handle submit(String host, Runnable opening) {
        return submit(new Turn(host, PER_HOST, opening));
    }

    /**
     * The same for a stream that nobody sees yet.
     *
     * @return to be closed once it is received or is over
     */
    Handle submitAhead(String host, Runnable opening) {
        return submit(new Turn(host, AHEAD_PER_HOST, opening));
    }

    private Handle submit(Turn turn) {
        queue.add(turn);
        wake();
        return turn;
    }

    private void wake() {
        if (!running && !queue.isEmpty()) {
            running = true;
            desk.execute(this::turn);
        }
    }

    private void turn() {
        List<Turn> batch = nextBatch();
        running = !batch.isEmpty();
        batch.forEach(Turn::run);
        if (running) {
            desk.after(PERIOD, this::turn);
        }
    }

    private List<Turn> nextBatch() {
        List<Turn> batch = new ArrayList<>();
        Map<String, Integer> chosen = new HashMap<>();
        Iterator<Turn> waiting = queue.iterator();
        while (waiting.hasNext() && batch.size() < BATCH) {
            Turn next = waiting.next();
            int there = openings.getOrDefault(next.host, 0) + chosen.getOrDefault(next.host, 0);
            if (there < next.most) {
                waiting.remove();
                chosen.merge(next.host, 1, Integer::sum);
                batch.add(next);
            }
        }
        return batch;
    }
}

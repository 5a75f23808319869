package vn.toancanh.live;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.live.StreamGrants.Wish;

/**
 * Streams that are received but not decoded, each with its newest pictures at hand, for tiles that may come next: those a wall
 * expects, and those that have just left one. Where there are too many, the one least recently wanted goes. Lane: DESK, one
 * for all walls.
 */
public final class WarmStreams implements Handle {
    /** A stream that nobody came back to for so long is let go. */
    static final Duration KEPT = Duration.ofSeconds(30);

    /** As many as a large wall has tiles: the wall before is one keystroke away. */
    public static final int MOST = 36;

    private final class Warm implements Player.Listener, Handle {
        final OpenStream stream;
        final Handle turn;
        Handle limit = Handle.NONE;

        Warm(OpenStream stream, Handle turn) {
            this.stream = stream;
            this.turn = turn;
        }

        void wanted() {
            limit.close();
            limit = desk.after(KEPT, () -> drop(stream.wish()));
        }

        @Override
        public void statistics(StreamStatistics statistics) {
            if (statistics.framesReceived() > 0) {
                turn.close();
            }
        }

        @Override
        public void failed(Failure failure) {
            // Whoever comes for it opens anew and is told then.
            drop(stream.wish());
        }

        @Override
        public void close() {
            taken();
            stream.close();
        }

        void taken() {
            limit.close();
            turn.close();
        }
    }

    private final Lane desk;
    private final Map<Wish, Warm> warm = new LinkedHashMap<>();
    private int most = MOST;
    private boolean changing;

    WarmStreams(Lane desk) {
        this.desk = desk;
    }

    /** How many there are. */
    public int count() {
        desk.assertHere();
        return warm.size();
    }

    /** True while there is room for none. */
    boolean keepsNone() {
        return most == 0;
    }

    /** How many there may be from now on; those least recently wanted go. */
    public void limit(int streams) {
        desk.assertHere();
        most = streams;
        trim();
    }

    /**
     * Changes a wall: none goes for want of room before it is over, because the streams that leave the wall come here before
     * those that it waits for are taken, which would be the ones to go.
     */
    void across(Runnable change) {
        changing = true;
        try {
            change.run();
        } finally {
            changing = false;
            trim();
        }
    }

    /** Takes a stream that nobody shows any more. */
    void keep(OpenStream stream) {
        if (stream.over()) {
            return;
        }
        drop(stream.wish());
        stream.player().rest();
        hold(stream, Handle.NONE);
    }

    /**
     * Takes a stream that was opened to rest here.
     *
     * @param turn closed once something is received, or it is not awaited here any more
     */
    void hold(OpenStream stream, Handle turn) {
        Warm one = new Warm(stream, turn);
        stream.belongsTo(one);
        one.wanted();
        warm.put(stream.wish(), one);
        trim();
    }

    /** True where that stream is here; then it was wanted just now. */
    boolean expects(Wish wish) {
        Warm known = warm.remove(wish);
        if (known == null) {
            return false;
        }
        known.wanted();
        warm.put(wish, known);
        return true;
    }

    /** Gives a stream away; null where it is not here. */
    @Nullable
    OpenStream take(Wish wish) {
        Warm known = warm.remove(wish);
        if (known == null) {
            return null;
        }
        known.taken();
        return known.stream;
    }

    /** Adds the streams here, so that their grants are renewed. */
    void collectWishes(Set<Wish> wishes) {
        wishes.addAll(warm.keySet());
    }

    private void trim() {
        while (!changing && warm.size() > most) {
            drop(warm.keySet().iterator().next());
        }
    }

    private void drop(Wish wish) {
        Warm known = warm.remove(wish);
        if (known != null) {
            known.close();
        }
    }

    /** Lets all go. */
    @Override
    public void close() {
        Map<Wish, Warm> all = Map.copyOf(warm);
        warm.clear();
        all.values().forEach(Warm::close);
    }
}

package vn.toancanh.bench;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * The last times at which tiles were seen to have left pictures out. Where many did at the same moment, it was not their decoders: a picture of
 * the whole wall was painted, and did not come to the screen or stood there for too short a time to be seen. Any thread.
 */
final class Losses {
    private static final int KEPT = 4096;

    /** Fewer tiles than that at a moment are told as by themselves. */
    private static final int MANY = 4;

    /** What is seen in one look at the whole screen. */
    private static final long MOMENT = Duration.ofMillis(15).toNanos();

    /**
     * One time.
     *
     * @param nanos when the picture after them was seen, {@code Clock.nanos()}
     * @param pictures how many were left out
     */
    record Loss(int camera, long nanos, int pictures) {}

    /**
     * What tiles left out at one moment.
     *
     * @param afterMillis since what was asked for
     */
    record Moment(long afterMillis, int tiles, int pictures) {
        boolean ofTheWall() {
            return tiles >= MANY;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d in %d tile%s at %.1f s",
                    pictures,
                    tiles,
                    tiles == 1 ? "" : "s",
                    afterMillis / 1e3);
        }
    }

    private final Deque<Loss> last = new ArrayDeque<>();

    synchronized void add(Loss loss) {
        last.addLast(loss);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
    }

    /** What these cameras' tiles left out since then, moment by moment. */
    synchronized List<Moment> since(long nanos, Collection<Integer> cameras) {
        List<Moment> moments = new ArrayList<>();
        long began = 0;
        int tiles = 0;
        int pictures = 0;
        for (Loss loss : last) {
            if (loss.nanos() < nanos || !cameras.contains(loss.camera())) {
                continue;
            }
            if (tiles > 0 && loss.nanos() - began > MOMENT) {
                moments.add(new Moment((began - nanos) / 1_000_000, tiles, pictures));
                tiles = 0;
                pictures = 0;
            }
            began = tiles == 0 ? loss.nanos() : began;
            tiles++;
            pictures += loss.pictures();
        }
        if (tiles > 0) {
            moments.add(new Moment((began - nanos) / 1_000_000, tiles, pictures));
        }
        return moments;
    }
}

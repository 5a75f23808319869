package vn.toancanh.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Threads;
import vn.toancanh.simulator.strip.Mark;
import vn.toancanh.simulator.strip.Schedule;
import vn.toancanh.simulator.strip.StripReader;

/**
 * Watches a window from outside: reads the frame numbers in every tile's strip off the screen's own pixels, a few
 * hundred times a second, and notes when each new one stood there. Looks on a thread of its own.
 */
public final class WallProbe implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(4);

    /** A picture older than that is late. */
    static final Duration LATE = Duration.ofMillis(150);

    /** Where the picture of a camera is on the screen, letterbox bars left out, pixels. */
    public record Spot(int camera, int x, int y, int width, int height) {}

    /** When a picture was seen to change last, {@code Clock.nanos()}, 0: not yet; and how old the new one was then. */
    record Move(long nanos, long ageNanos) {}

    /** What one spot showed since watching began. */
    static final class Seen {
        private int last = -1;
        private int frames;
        private int missed;
        private int unseen;
        private final Overlooked overlooked = new Overlooked();
        private long lastCount = -1;
        private final SpoiltPicture spoilt = new SpoiltPicture();
        private long spoiltAt;
        private Move move = new Move(0, 0);
        private final Percentiles ageMs = new Percentiles();
        private final StuckTime stuck = new StuckTime(LATE.toNanos());

        /** Pictures with a number other than the one before. */
        int frames() {
            return frames;
        }

        /** Pictures the schedule had between two that were seen, less those that may have been overlooked. */
        int missed() {
            return missed;
        }

        Percentiles ageMs() {
            return ageMs;
        }

        /** Gives how many pictures it newly missed. */
        private int see(Mark mark, long now) {
            if (mark.frame() == last) {
                return 0;
            }
            last = mark.frame();
            frames++;
            long age = Schedule.STANDARD.ageNanos(mark, now);
            move = new Move(now, age);
            ageMs.add(age / 1e6);
            stuck.shown(age, now);
            long count = Schedule.STANDARD.countAt(mark.camera(), mark.role(), now - age);
            int missing = lastCount < 0 ? 0 : (int) Math.max(0, count - lastCount - 1);
            int gone = overlooked.of(missing);
            unseen += gone;
            missed += missing - gone;
            lastCount = count;
            return missing - gone;
        }
    }

    private final FrameBuffer screen;
    private final List<Spot> spots;
    private final Clock clock;
    private final long everyNanos;
    private final Thread thread;
    private final Losses losses = new Losses();
    private List<Seen> seen = List.of();
    private long sinceNanos;
    private volatile long blindNanosMax;
    private volatile boolean closed;

    WallProbe(FrameBuffer screen, List<Spot> spots, Clock clock) {
        this(screen, spots, clock, LOOK_EVERY);
    }

    /** @param every how often it looks; at least twice as often as pictures come */
    WallProbe(FrameBuffer screen, List<Spot> spots, Clock clock, Duration every) {
        this.screen = screen;
        this.spots = new ArrayList<>(spots);
        this.clock = clock;
        this.everyNanos = every.toNanos();
        restart();
        this.thread = Threads.daemon("wall-probe", this::watch);
        thread.start();
    }

    /** Forgets what was seen and begins anew. Any thread. */
    synchronized void restart() {
        List<Seen> fresh = new ArrayList<>();
        spots.forEach(spot -> fresh.add(new Seen()));
        seen = fresh;
        sinceNanos = clock.nanos();
    }

    /** A picture is at another place now, or of another size. Any thread. */
    synchronized void place(int i, Spot spot) {
        spots.set(i, spot);
    }

    /** The last change of the picture at spot {@code i}. Any thread. */
    synchronized Move lastMove(int i) {
        return seen.get(i).move;
    }

    /** When the picture at spot {@code i} was last seen to change to one whose number cannot be read; 0: not yet. Any thread. */
    synchronized long lastSpoiltNanos(int i) {
        return seen.get(i).spoiltAt;
    }

    /** When pictures were left out of late. */
    Losses losses() {
        return losses;
    }

    /** The longest time between two looks so far, nanoseconds: what stood on the screen for less may have been overlooked. */
    long blindNanosMax() {
        return blindNanosMax;
    }

    /** Pictures that spot {@code i} did not show between two that it did, since the last restart. Any thread. */
    synchronized int missed(int i) {
        return seen.get(i).missed;
    }

    /** Pictures that may have stood at spot {@code i} while nobody looked, since the last restart. Any thread. */
    synchronized int unseen(int i) {
        return seen.get(i).unseen;
    }

    /** What was seen since the last restart, spot by spot, and for how many seconds; watching ends. */
    synchronized Result end() {
        close();
        long now = clock.nanos();
        return new Result(seen, (now - sinceNanos) / 1e9, now);
    }

    /**
     * One watch.
     *
     * @param endNanos when it ended, {@code Clock.nanos()}
     */
    record Result(List<Seen> seen, double seconds, long endNanos) {
        /** How long each spot was late at most without a break, milliseconds; the whole time where nothing was seen there. */
        List<Long> stuckMs() {
            return seen.stream()
                    .map(each -> each.frames == 0
                            ? Math.round(seconds * 1000)
                            : each.stuck.longestNanos(endNanos) / 1_000_000)
                    .toList();
        }

        /** New pictures a second of the spot that had fewest. */
        double fpsMin() {
            return seen.stream().mapToDouble(s -> s.frames() / seconds).min().orElse(0);
        }

        double fpsMean() {
            return seen.stream()
                    .mapToDouble(s -> s.frames() / seconds)
                    .average()
                    .orElse(0);
        }

        /** Ages of all pictures of all spots, milliseconds, when they stood on the screen. */
        Percentiles ageMs() {
            Percentiles all = new Percentiles();
            seen.forEach(s -> s.ageMs().forEach(all::add));
            return all;
        }
    }

    private void watch() {
        long next = clock.nanos();
        long looked = next;
        while (!closed) {
            long now = clock.nanos();
            look(now - looked);
            looked = now;
            next += everyNanos;
            long wait = next - clock.nanos();
            if (wait > 0) {
                java.util.concurrent.locks.LockSupport.parkNanos(wait);
            } else {
                next = clock.nanos();
            }
        }
    }

    private synchronized void look(long sinceLastNanos) {
        blindNanosMax = Math.max(blindNanosMax, sinceLastNanos);
        seen.forEach(each -> each.overlooked.looked(sinceLastNanos));
        for (int i = 0; i < spots.size(); i++) {
            Spot spot = spots.get(i);
            Optional<Mark> mark =
                    StripReader.read(screen.pixels(), screen.stride(), spot.x(), spot.y(), spot.width(), spot.height());
            Seen each = seen.get(i);
            boolean moved = each.spoilt.moved(screen.pixels(), screen.stride(), spot);
            if (mark.isPresent() && mark.get().camera() == spot.camera()) {
                note(spot.camera(), each, mark.get());
            } else if (moved) {
                each.spoiltAt = clock.nanos();
            }
        }
    }

    private void note(int camera, Seen spot, Mark mark) {
        long now = clock.nanos();
        int left = spot.see(mark, now);
        if (left > 0) {
            losses.add(new Losses.Loss(camera, now, left));
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}

package vn.toancanh.bench;

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
final class WallProbe implements AutoCloseable {
    private static final long LOOK_EVERY_NANOS = 4_000_000L;

    /** Where a tile's picture is on the screen, letterbox bars left out, pixels. */
    record Spot(int x, int y, int width, int height) {}

    /** What one spot showed since watching began. */
    static final class Seen {
        private int last = -1;
        private int frames;
        private int missed;
        private long lastCount = -1;
        private final Percentiles ageMs = new Percentiles();

        /** Pictures with a number other than the one before. */
        int frames() {
            return frames;
        }

        /** Pictures the schedule had between two that were seen. */
        int missed() {
            return missed;
        }

        Percentiles ageMs() {
            return ageMs;
        }

        private void see(Mark mark, long now) {
            if (mark.frame() == last) {
                return;
            }
            last = mark.frame();
            frames++;
            long age = Schedule.STANDARD.ageNanos(mark, now);
            ageMs.add(age / 1e6);
            long count = Schedule.STANDARD.countAt(mark.camera(), mark.role(), now - age);
            if (lastCount >= 0 && count > lastCount + 1) {
                missed += (int) (count - lastCount - 1);
            }
            lastCount = count;
        }
    }

    private final FrameBuffer screen;
    private final List<Spot> spots;
    private final Clock clock;
    private final Thread thread;
    private List<Seen> seen = List.of();
    private long sinceNanos;
    private volatile boolean closed;

    WallProbe(FrameBuffer screen, List<Spot> spots, Clock clock) {
        this.screen = screen;
        this.spots = List.copyOf(spots);
        this.clock = clock;
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

    /** What was seen since the last restart, spot by spot, and for how many seconds; watching ends. */
    synchronized Result end() {
        close();
        return new Result(seen, (clock.nanos() - sinceNanos) / 1e9);
    }

    /** One watch. */
    record Result(List<Seen> seen, double seconds) {
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
        while (!closed) {
            look();
            next += LOOK_EVERY_NANOS;
            long wait = next - clock.nanos();
            if (wait > 0) {
                java.util.concurrent.locks.LockSupport.parkNanos(wait);
            } else {
                next = clock.nanos();
            }
        }
    }

    private synchronized void look() {
        for (int i = 0; i < spots.size(); i++) {
            Spot spot = spots.get(i);
            Optional<Mark> mark =
                    StripReader.read(screen.pixels(), screen.stride(), spot.x(), spot.y(), spot.width(), spot.height());
            if (mark.isPresent()) {
                seen.get(i).see(mark.get(), clock.nanos());
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}

package vn.toancanh.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Threads;
import vn.toancanh.simulator.strip.Mark;
import vn.toancanh.simulator.strip.Schedule;
import vn.toancanh.simulator.strip.StripReader;

/**
 * Watches cameras wherever on a screen they appear: reads the number in the pixels of every place, a few hundred times a
 * second, and notes when each camera was first seen and which of its pictures were not. Looks on a thread of its own.
 */
final class CameraWatch implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(3);

    /** What is known of one camera since the watch was begun anew. */
    private static final class Known {
        long firstAt;
        long firstCount;
        long lastCount;
        int missed;
    }

    private final FrameBuffer screen;
    private final List<WallProbe.Spot> places;
    private final Clock clock;
    private final Map<Integer, Known> known = new HashMap<>();
    private volatile boolean closed;

    /** @param places where pictures may be; whose they are is read from them */
    CameraWatch(FrameBuffer screen, List<WallProbe.Spot> places, Clock clock) {
        this.screen = screen;
        this.places = List.copyOf(places);
        this.clock = clock;
        Threads.daemon("camera-watch", this::watch).start();
    }

    private void watch() {
        while (!closed) {
            look();
            java.util.concurrent.locks.LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private synchronized void look() {
        for (WallProbe.Spot spot : places) {
            Optional<Mark> mark =
                    StripReader.read(screen.pixels(), screen.stride(), spot.x(), spot.y(), spot.width(), spot.height());
            mark.ifPresent(this::see);
        }
    }

    private void see(Mark mark) {
        long now = clock.nanos();
        long age = Schedule.STANDARD.ageNanos(mark, now);
        long count = Schedule.STANDARD.countAt(mark.camera(), mark.role(), now - age);
        Known camera = known.get(mark.camera());
        if (camera == null) {
            camera = new Known();
            camera.firstAt = now;
            camera.firstCount = count;
            camera.lastCount = count;
            known.put(mark.camera(), camera);
        } else if (count > camera.lastCount) {
            camera.missed += (int) (count - camera.lastCount - 1);
            camera.lastCount = count;
        }
    }

    /** Forgets what was seen. */
    synchronized void restart() {
        known.clear();
    }

    /** Forgets those cameras only. */
    synchronized void forget(Collection<Integer> cameras) {
        cameras.forEach(known::remove);
    }

    /** When the camera was first seen, {@code Clock.nanos()}; empty: not yet. */
    synchronized OptionalLong firstAt(int camera) {
        Known one = known.get(camera);
        return one == null ? OptionalLong.empty() : OptionalLong.of(one.firstAt);
    }

    /** The running count of the picture it was first seen with; negative: not yet. */
    synchronized long firstCount(int camera) {
        Known one = known.get(camera);
        return one == null ? -1 : one.firstCount;
    }

    /** Pictures that cameras did not show between two that they did. */
    synchronized int missed(Collection<Integer> cameras) {
        return cameras.stream()
                .map(known::get)
                .mapToInt(one -> one == null ? 0 : one.missed)
                .sum();
    }

    /**
     * Waits until all those cameras were seen.
     *
     * @return when the last one was, {@code Clock.nanos()}; empty where that took longer
     */
    OptionalLong awaitAll(Collection<Integer> cameras, Duration longest) throws InterruptedException {
        long until = clock.nanos() + longest.toNanos();
        while (clock.nanos() < until) {
            List<OptionalLong> seen = cameras.stream().map(this::firstAt).toList();
            if (seen.stream().allMatch(OptionalLong::isPresent)) {
                return OptionalLong.of(
                        seen.stream().mapToLong(OptionalLong::getAsLong).max().orElse(0));
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
        return OptionalLong.empty();
    }

    @Override
    public void close() {
        closed = true;
    }
}

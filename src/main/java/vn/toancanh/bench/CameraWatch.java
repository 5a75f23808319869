package vn.toancanh.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Threads;
import vn.toancanh.simulator.strip.Mark;
import vn.toancanh.simulator.strip.Schedule;
import vn.toancanh.simulator.strip.StripReader;

/**
 * Watches cameras wherever on a screen they appear: reads the number in the pixels of every place, a few hundred times a
 * second, and notes when each camera was first seen and which of its pictures were not. What may have stood there while this looked
 * too late is told apart. Looks on a thread of its own.
 */
final class CameraWatch implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(3);

    /** What is known of one camera since the watch was begun anew. */
    private static final class Known {
        long firstAt;
        long firstCount;
        long lastCount;
        int missed;
        int unseen;
        final Overlooked overlooked = new Overlooked();
    }

    private final FrameBuffer screen;
    private final List<WallProbe.Spot> places;
    private final Clock clock;
    private final Map<Integer, Known> known = new HashMap<>();
    private long blindNanosMax;
    private volatile boolean closed;

    /** @param places where pictures may be; whose they are is read from them */
    CameraWatch(FrameBuffer screen, List<WallProbe.Spot> places, Clock clock) {
        this.screen = screen;
        this.places = List.copyOf(places);
        this.clock = clock;
        Threads.daemon("camera-watch", this::watch).start();
    }

    private void watch() {
        long looked = clock.nanos();
        while (!closed) {
            long now = clock.nanos();
            look(now - looked);
            looked = now;
            java.util.concurrent.locks.LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private synchronized void look(long sinceLastNanos) {
        if (closed) {
            return;
        }
        blindNanosMax = Math.max(blindNanosMax, sinceLastNanos);
        known.values().forEach(camera -> camera.overlooked.looked(sinceLastNanos));
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
            int missing = (int) (count - camera.lastCount - 1);
            int gone = camera.overlooked.of(missing);
            camera.unseen += gone;
            camera.missed += missing - gone;
            camera.lastCount = count;
        }
    }

    /** Forgets what was seen. */
    synchronized void restart() {
        known.clear();
        blindNanosMax = 0;
    }

    /** The longest time between two looks since then, nanoseconds. */
    synchronized long blindNanosMax() {
        return blindNanosMax;
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
        return sum(cameras, one -> one.missed);
    }

    /** Pictures of cameras that may have stood there while nobody looked. */
    synchronized int unseen(Collection<Integer> cameras) {
        return sum(cameras, one -> one.unseen);
    }

    private int sum(Collection<Integer> cameras, ToIntFunction<Known> figure) {
        return cameras.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .mapToInt(figure)
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

    /** Nothing is looked at any more from here on. */
    @Override
    public synchronized void close() {
        closed = true;
    }
}

package vn.toancanh.base;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A lane that runs when the test says so, on the test's thread, with time by a {@link ManualClock}. */
public final class ManualLane implements Lane {
    private static final class Timer implements Handle {
        final long due;
        final Runnable work;
        boolean closed;

        Timer(long due, Runnable work) {
            this.due = due;
            this.work = work;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final ManualClock clock;
    private final ArrayDeque<Runnable> ready = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(Comparator.comparingLong(t -> t.due));

    public ManualLane(ManualClock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "MANUAL";
    }

    @Override
    public boolean isHere() {
        return true;
    }

    @Override
    public void execute(Runnable work) {
        ready.add(work);
    }

    @Override
    public Handle after(Duration delay, Runnable work) {
        Timer timer = new Timer(clock.nanos() + delay.toNanos(), work);
        timers.add(timer);
        return timer;
    }

    @Override
    public Handle every(Duration period, Runnable work) {
        Repeating repeating = new Repeating(period, work);
        repeating.arm();
        return repeating;
    }

    private final class Repeating implements Handle {
        private final Duration period;
        private final Runnable work;
        private Handle armed = Handle.NONE;
        private boolean closed;

        Repeating(Duration period, Runnable work) {
            this.period = period;
            this.work = work;
        }

        void arm() {
            armed = after(period, () -> {
                if (!closed) {
                    arm();
                    work.run();
                }
            });
        }

        @Override
        public void close() {
            closed = true;
            armed.close();
        }
    }

    /** Runs all that is ready, and what that makes ready. */
    public void runReady() {
        Runnable work = ready.poll();
        while (work != null) {
            work.run();
            work = ready.poll();
        }
    }

    /** Turns the clock, running timers at their due times and all ready work between them. */
    public void advance(Duration by) {
        long until = clock.nanos() + by.toNanos();
        runReady();
        Timer next = timers.peek();
        while (next != null && next.due <= until) {
            timers.poll();
            if (!next.closed) {
                clock.advance(Duration.ofNanos(Math.max(0, next.due - clock.nanos())));
                next.work.run();
                runReady();
            }
            next = timers.peek();
        }
        clock.advance(Duration.ofNanos(until - clock.nanos()));
        runReady();
    }
}

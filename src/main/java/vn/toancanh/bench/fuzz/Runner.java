package vn.toancanh.bench.fuzz;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Threads;
import vn.toancanh.rtsp.Rehearsal;

/** Runs one case after another on a thread of its own, until there is none left or it is given up for a case without end. */
final class Runner {
    private static final long NONE = -1;
    private static final int SHOWN_FRAMES = 6;

    private final Subject.Maker maker;
    private final Clock clock;
    private final long seed;
    private final LongSupplier numbers;
    private final Tally tally;
    private final Thread thread;
    /** The case under way; whoever takes it away counts it. */
    private final AtomicLong open = new AtomicLong(NONE);

    private volatile long since;
    private volatile Spoiled spoiled = Spoiled.NOISE;
    private volatile boolean givenUp;

    /** @param numbers of the cases to be run, negative where none is left */
    Runner(Subject.Maker maker, Clock clock, long seed, LongSupplier numbers, Tally tally) {
        this.maker = maker;
        this.clock = clock;
        this.seed = seed;
        this.numbers = numbers;
        this.tally = tally;
        this.thread = Threads.daemon("fuzz", this::run);
        thread.start();
    }

    private void run() {
        ByteBuffer buffer = ByteBuffer.allocate(Rehearsal.BUFFER);
        Gauge gauge = new Gauge(clock);
        for (long number = numbers.getAsLong(); number >= 0 && !givenUp; number = numbers.getAsLong()) {
            FuzzCase next = new FuzzCase(maker, gauge, buffer, randomOf(number));
            spoiled = next.spoiled();
            since = clock.nanos();
            open.set(number);
            Fall fall = fallOf(next, number);
            if (open.compareAndSet(number, NONE)) {
                StrictSink sink = next.sink();
                tally.add(next.spoiled(), sink.played(), sink.units(), gauge.mostBytes(), fall);
            }
        }
    }

    private SplittableRandom randomOf(long number) {
        return new SplittableRandom(seed * 0x9e3779b97f4a7c15L + number);
    }

    private static @Nullable Fall fallOf(FuzzCase running, long number) {
        try {
            running.run();
            return null;
        } catch (Breach breach) {
            return new Fall(number, running.spoiled(), breach.kind(), String.valueOf(breach.getMessage()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError thrown) {
            return new Fall(number, running.spoiled(), Fall.Kind.THREW, thrown + " " + where(thrown.getStackTrace()));
        }
    }

    private static String where(StackTraceElement[] trace) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(SHOWN_FRAMES, trace.length); i++) {
            text.append(i == 0 ? "at " : " < ").append(trace[i]);
        }
        return text.toString();
    }

    /** Gives up a case that has been running since before that time; true where there was one. */
    boolean giveUp(long before) {
        long number = open.get();
        if (number == NONE || since - before > 0 || !open.compareAndSet(number, NONE)) {
            return false;
        }
        givenUp = true;
        tally.add(spoiled, false, 0, 0, new Fall(number, spoiled, Fall.Kind.ENDLESS, where(thread.getStackTrace())));
        return true;
    }

    boolean running() {
        return thread.isAlive() && !givenUp;
    }
}

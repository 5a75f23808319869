package vn.toancanh.bench.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import vn.toancanh.base.Clock;

/**
 * Runs cases on some threads and watches that each ends. The case of a number is the same whatever ran before it, so one
 * that found something can be run again alone.
 */
public final class Fuzzing {
    /** How long a case may take, waiting for a processor included, before it counts as one without end. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long LOOK_MILLIS = 50;
    /** Threads that may be lost to cases without end. */
    private static final int MOST_GIVEN_UP = 4;

    private final Subject.Maker maker;
    private final Clock clock;
    private final Duration patience;
    private final long seed;

    public Fuzzing(Subject.Maker maker, Clock clock, Duration patience, long seed) {
        this.maker = maker;
        this.clock = clock;
        this.patience = patience;
        this.seed = seed;
    }

    /**
     * Runs the cases {@code first} to {@code first + count - 1}.
     *
     * @param progress told the tally several times a second, on the calling thread
     */
    public Tally run(long first, long count, int threads, Consumer<Tally> progress) throws InterruptedException {
        Tally tally = new Tally();
        AtomicLong next = new AtomicLong(first);
        List<Runner> runners = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            runners.add(runner(next, first + count, tally));
        }
        int givenUp = 0;
        while (runners.stream().anyMatch(Runner::running) && givenUp < MOST_GIVEN_UP) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            for (Runner each : List.copyOf(runners)) {
                if (each.giveUp(clock.nanos() - patience.toNanos())) {
                    givenUp++;
                    runners.remove(each);
                    runners.add(runner(next, first + count, tally));
                }
            }
            progress.accept(tally);
        }
        return tally;
    }

    private Runner runner(AtomicLong next, long end, Tally tally) {
        return new Runner(
                maker,
                clock,
                seed,
                () -> {
                    long number = next.getAndIncrement();
                    return number < end ? number : -1;
                },
                tally);
    }
}

package vn.toancanh.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vn.toancanh.base.Clock;

/** Processor time of processes over a window of time. */
final class Rate {
    private Rate() {}

    /** Cores used on average over {@code window}, which is slept through; 1 is one core. */
    static double cores(Clock clock, Supplier<List<ProcessHandle>> processes, Duration window)
            throws IOException, InterruptedException {
        double before = cpuSeconds(processes.get());
        long from = clock.nanos();
        TimeUnit.NANOSECONDS.sleep(window.toNanos());
        double after = cpuSeconds(processes.get());
        return (after - before) / ((clock.nanos() - from) / 1e9);
    }

    private static double cpuSeconds(List<ProcessHandle> processes) throws IOException {
        return Usage.of(processes).cpuSeconds();
    }
}

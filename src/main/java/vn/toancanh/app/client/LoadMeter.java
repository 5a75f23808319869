package vn.toancanh.app.client;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.desk.LoadReading;
import vn.toancanh.live.Governor;
import vn.toancanh.pool.WorkerFacts;

/** What our processes take of this machine's processors; read away from DESK, because it asks the system. */
final class LoadMeter implements Handle {
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final long MACHINE_KB =
            ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                    ? machine.getTotalMemorySize() / 1024
                    : 0;

    private final Supplier<List<WorkerFacts>> workers;
    private final Clock clock;
    private final int cores;
    private final Handle ticking;
    private volatile LoadReading reading = LoadReading.UNKNOWN;
    private volatile double memoryShare;
    private long decodeMillis;
    private long screenMillis;
    private long at;

    static LoadMeter ofThisMachine(Supplier<List<WorkerFacts>> workers, Lane compute, Clock clock) {
        return new LoadMeter(workers, compute, clock, Runtime.getRuntime().availableProcessors());
    }

    LoadMeter(Supplier<List<WorkerFacts>> workers, Lane compute, Clock clock, int cores) {
        this.workers = workers;
        this.clock = clock;
        this.cores = cores;
        this.ticking = compute.every(PERIOD, this::read);
    }

    LoadReading reading() {
        return reading;
    }

    /** The same as shares, with the memory our processes have. */
    Governor.Use use() {
        LoadReading now = reading;
        return new Governor.Use((now.decodePercent() + now.screenPercent()) / 100, memoryShare);
    }

    private void read() {
        long now = clock.nanos();
        long decode = workers.get().stream().mapToLong(WorkerFacts::cpuMillis).sum();
        long screen = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .orElse(0L);
        if (at != 0 && now > at) {
            double whole = (now - at) / 1e6 * cores / 100;
            // a worker that was replaced begins at nought again
            reading = new LoadReading(Math.max(0, decode - decodeMillis) / whole, (screen - screenMillis) / whole);
        }
        long kb = workers.get().stream().mapToLong(WorkerFacts::memoryKb).sum();
        memoryShare = MACHINE_KB == 0 ? 0 : (kb + Runtime.getRuntime().totalMemory() / 1024.0) / MACHINE_KB;
        decodeMillis = decode;
        screenMillis = screen;
        at = now;
    }

    @Override
    public void close() {
        ticking.close();
    }
}

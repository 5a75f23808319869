package vn.toancanh.app.client;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.desk.LoadReading;
import vn.toancanh.live.Governor;
import vn.toancanh.pool.WorkerFacts;

/**
 * What our processes take of this machine's processors and memory, the spare decoders and those that leave included; read away from DESK,
 * because it asks the system.
 */
final class LoadMeter implements Handle {
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final long MACHINE_KB =
            ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                    ? machine.getTotalMemorySize() / 1024
                    : 0;

    private final Supplier<List<WorkerFacts>> processes;
    private final Clock clock;
    private final int cores;
    private final Handle ticking;
    private volatile LoadReading reading = LoadReading.UNKNOWN;
    private volatile double memoryShare;
    private Map<Long, Long> decodeMillis = Map.of();
    private long screenMillis;
    private long at;

    static LoadMeter ofThisMachine(Supplier<List<WorkerFacts>> processes, Lane compute, Clock clock) {
        return new LoadMeter(processes, compute, clock, Runtime.getRuntime().availableProcessors());
    }

    LoadMeter(Supplier<List<WorkerFacts>> processes, Lane compute, Clock clock, int cores) {
        this.processes = processes;
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
        Map<Long, Long> decode = new HashMap<>();
        List<WorkerFacts> all = processes.get();
        // One that was replaced is another process and begins at nought.
        all.stream().filter(one -> one.pid() > 0).forEach(one -> decode.put(one.pid(), one.cpuMillis()));
        long screen = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .orElse(0L);
        if (at != 0 && now > at) {
            double whole = (now - at) / 1e6 * cores / 100;
            long spent = decode.entrySet().stream()
                    .mapToLong(one -> one.getValue() - decodeMillis.getOrDefault(one.getKey(), 0L))
                    .sum();
            reading = new LoadReading(spent / whole, (screen - screenMillis) / whole);
        }
        long kb = all.stream().mapToLong(WorkerFacts::memoryKb).sum();
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

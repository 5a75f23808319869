package vn.toancanh.app.client;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.desk.LoadReading;
import vn.toancanh.pool.WorkerFacts;

/** What our processes take of this machine's processors; read away from DESK, because it asks the system. */
final class LoadMeter implements Handle {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Supplier<List<WorkerFacts>> workers;
    private final Clock clock;
    private final int cores;
    private final Handle ticking;
    private volatile LoadReading reading = LoadReading.UNKNOWN;
    private long decodeMillis;
    private long screenMillis;
    private long at;

    LoadMeter(Supplier<List<WorkerFacts>> workers, Lane compute, Clock clock, int cores) {
        this.workers = workers;
        this.clock = clock;
        this.cores = cores;
        this.ticking = compute.every(PERIOD, this::read);
    }

    LoadReading reading() {
        return reading;
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
        decodeMillis = decode;
        screenMillis = screen;
        at = now;
    }

    @Override
    public void close() {
        ticking.close();
    }
}

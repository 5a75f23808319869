package vn.toancanh.base;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;

/** Logs a repeated message once per period and counts what it held back, so that 64 dying cameras do not fill a disk. */
public final class StormLog {
    private record Held(long sinceNanos, int count) {}

    private static final int MAX_KEYS = 1000;

    private final Logger log;
    private final Clock clock;
    private final long periodNanos;
    private final Map<String, Held> held = new HashMap<>();

    public StormLog(Logger log, Clock clock, Duration period) {
        this.log = log;
        this.clock = clock;
        this.periodNanos = period.toNanos();
    }

    /** Warns, unless the same {@code key} was warned of within the period. Any thread. */
    public synchronized void warn(String key, String message) {
        long now = clock.nanos();
        Held before = held.get(key);
        if (before != null && now - before.sinceNanos < periodNanos) {
            held.put(key, new Held(before.sinceNanos, before.count + 1));
            return;
        }
        if (held.size() >= MAX_KEYS) {
            held.clear();
        }
        held.put(key, new Held(now, 0));
        if (before == null || before.count == 0) {
            log.warn("{}", message);
        } else {
            log.warn("{} ({} more like it held back)", message, before.count);
        }
    }
}

package vn.toancanh.server.audit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;

/** So many for one key within a while, so that nobody fills the disk with entries. Any thread. */
final class Allowance {
    private static final int REMEMBERED = 4_096;

    private record Window(long beganAt, int taken) {}

    private final int most;
    private final Duration length;
    private final Clock clock;
    private final Map<String, Window> windows = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > REMEMBERED;
        }
    };

    Allowance(int most, Duration length, Clock clock) {
        this.most = most;
        this.length = length;
        this.clock = clock;
    }

    /** Takes so many, all or none; true where there was room. */
    synchronized boolean take(String key, int wanted) {
        long now = clock.nanos();
        @Nullable Window window = windows.get(key);
        if (window == null || now - window.beganAt() >= length.toNanos()) {
            window = new Window(now, 0);
        }
        if (window.taken() + wanted > most) {
            return false;
        }
        windows.put(key, new Window(window.beganAt(), window.taken() + wanted));
        return true;
    }
}

package vn.toancanh.server.alarms;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;

/** So much within a period for each sender, a period's worth at once at most; forgotten when the server ends. Any thread. */
final class Allowance {
    private static final int REMEMBERED = 10_000;

    /** What is left at a time. */
    private record Bucket(double left, long at) {}

    private final double periodNanos;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    Allowance(Duration period, Clock clock) {
        this.periodNanos = (double) period.toNanos();
        this.clock = clock;
    }

    /**
     * Takes some of what a sender has; the seconds to wait where not enough is left, 0 where it was given.
     *
     * @param most what a period gives, not less than what is wanted
     */
    synchronized int take(String sender, long wanted, long most) {
        long now = clock.nanos();
        @Nullable Bucket last = buckets.get(sender);
        double full = (double) most;
        double left = last == null ? full : Math.min(full, last.left + (now - last.at) / periodNanos * full);
        if (left < wanted) {
            buckets.put(sender, new Bucket(left, now));
            return (int) Math.max(1, Math.ceil((wanted - left) / full * periodNanos / 1e9));
        }
        buckets.put(sender, new Bucket(left - wanted, now));
        return 0;
    }
}

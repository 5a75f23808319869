package vn.toancanh.server.alarms;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;

/** So many a minute for each sender, a minute's worth at once at most. Any thread. */
final class Allowance {
    private static final double MINUTE_NANOS = 60e9;
    private static final int REMEMBERED = 10_000;

    /** What is left at a time. */
    private record Bucket(double left, long at) {}

    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    Allowance(Clock clock) {
        this.clock = clock;
    }

    /** Takes one; the seconds to wait where none is left, 0 where it was given. */
    synchronized int take(String sender, int perMinute) {
        long now = clock.nanos();
        @Nullable Bucket last = buckets.get(sender);
        double left =
                last == null ? perMinute : Math.min(perMinute, last.left + (now - last.at) / MINUTE_NANOS * perMinute);
        if (left < 1) {
            buckets.put(sender, new Bucket(left, now));
            return (int) Math.max(1, Math.ceil((1 - left) / perMinute * 60));
        }
        buckets.put(sender, new Bucket(left - 1, now));
        return 0;
    }
}

package vn.toancanh.server.accounts;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;

/**
 * Five tries a minute for one user from one address. It counts by both together, so that nobody can lock a user out from
 * elsewhere. A try counts when it begins, so that many at once gain nothing. One address may have so many passwords looked at
 * or waiting at a time, so that a flood from there does not use up the turns of all others. Any thread.
 */
final class LoginLimiter {
    static final int TRIES = 5;
    static final Duration WINDOW = Duration.ofMinutes(1);

    /** A shift of 64 desks behind one address fits; whoever waits behind them has his turn within some seconds. */
    static final int AT_A_TIME = 64;

    private static final int REMEMBERED = 20_000;

    private record Window(long beganAt, int tries) {}

    private final Clock clock;
    private final Map<String, Window> windows = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > REMEMBERED;
        }
    };

    private final Map<String, Integer> inside = new HashMap<>();

    LoginLimiter(Clock clock) {
        this.clock = clock;
    }

    /** Counts a try; the seconds to wait where there were too many, 0 where it may go on. */
    synchronized int begin(String username, String address) {
        long now = clock.nanos();
        String key = key(username, address);
        @Nullable Window window = windows.get(key);
        if (window == null || now - window.beganAt >= WINDOW.toNanos()) {
            windows.put(key, new Window(now, 1));
            return 0;
        }
        if (window.tries >= TRIES) {
            long left = WINDOW.toNanos() - (now - window.beganAt);
            return (int) Math.max(1, Math.ceilDiv(left, 1_000_000_000L));
        }
        windows.put(key, new Window(window.beganAt, window.tries + 1));
        return 0;
    }

    /** Takes back a try that was never looked at. */
    synchronized void withdraw(String username, String address) {
        windows.computeIfPresent(
                key(username, address), (key, window) -> new Window(window.beganAt, Math.max(0, window.tries - 1)));
    }

    /** Forgets the tries of somebody who signed in. */
    synchronized void succeeded(String username, String address) {
        windows.remove(key(username, address));
    }

    /** Takes one of an address's places; false where all are taken. Who got one calls {@link #leave}. */
    synchronized boolean enter(String address) {
        int there = inside.getOrDefault(address, 0);
        if (there >= AT_A_TIME) {
            return false;
        }
        inside.put(address, there + 1);
        return true;
    }

    synchronized void leave(String address) {
        inside.computeIfPresent(address, (key, there) -> there > 1 ? there - 1 : null);
    }

    private static String key(String username, String address) {
        return username + '\n' + address;
    }
}

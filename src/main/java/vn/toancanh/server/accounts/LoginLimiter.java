package vn.toancanh.server.accounts;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.server.http.Origin;

/**
 * Five tries a minute for one user from one place ({@link Origin}). It counts by both together, so that nobody can lock a user out
 * from elsewhere. A try counts when it begins, so that many at once gain nothing. One place may have so many passwords looked at
 * or waiting at a time, so that a flood from there does not use up the turns of all others; and it may be wrong so often a minute,
 * whoever it names, for guessing one password of everybody. Any thread.
 */
final class LoginLimiter {
    static final int TRIES = 5;
    static final Duration WINDOW = Duration.ofMinutes(1);

    /** A shift of 64 desks behind one address fits; whoever waits behind them has his turn within some seconds. */
    static final int AT_A_TIME = 64;

    /** A shift of 64 desks behind one address, each of them wrong and wrong again. */
    static final int WRONG = 128;

    static final int REMEMBERED = 20_000;

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

    /**
     * Counts a try of somebody who has a place ({@link #enter}); the seconds to wait where there were too many, 0 where it may go on.
     */
    synchronized int begin(String username, String address) {
        int wait = Math.max(left(wrong(address), WRONG), left(key(username, address), TRIES));
        if (wait == 0) {
            count(key(username, address));
        }
        return wait;
    }

    /** Seconds until more tries are taken; 0 where there is one left. */
    private int left(String key, int most) {
        @Nullable Window window = windows.get(key);
        long since = window == null ? 0 : clock.nanos() - window.beganAt;
        if (window == null || since >= WINDOW.toNanos() || window.tries < most) {
            return 0;
        }
        return (int) Math.max(1, Math.ceilDiv(WINDOW.toNanos() - since, 1_000_000_000L));
    }

    private void count(String key) {
        long now = clock.nanos();
        windows.compute(
                key,
                (same, window) -> window == null || now - window.beganAt >= WINDOW.toNanos()
                        ? new Window(now, 1)
                        : new Window(window.beganAt, window.tries + 1));
    }

    /** Takes back a try that was never looked at. */
    synchronized void withdraw(String username, String address) {
        windows.computeIfPresent(
                key(username, address),
                (key, window) -> window.tries > 1 ? new Window(window.beganAt, window.tries - 1) : null);
    }

    /** Forgets the tries of somebody who signed in. */
    synchronized void succeeded(String username, String address) {
        windows.remove(key(username, address));
    }

    /** User or password was wrong. */
    synchronized void failed(String address) {
        count(wrong(address));
    }

    /** Takes one of an address's places; false where all are taken. Who got one calls {@link #leave}. */
    synchronized boolean enter(String address) {
        String origin = Origin.of(address);
        int there = inside.getOrDefault(origin, 0);
        if (there >= AT_A_TIME) {
            return false;
        }
        inside.put(origin, there + 1);
        return true;
    }

    synchronized void leave(String address) {
        inside.computeIfPresent(Origin.of(address), (key, there) -> there > 1 ? there - 1 : null);
    }

    private static String key(String username, String address) {
        return "try\n" + username + '\n' + Origin.of(address);
    }

    private static String wrong(String address) {
        return "wrong\n" + Origin.of(address);
    }
}

package vn.toancanh.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;

/**
 * Tells tiles that wait for a network that it is back: once anything of the same subnet answers, all that wait for it try at
 * once, spread over {@link #SPREAD}. So a wall whose longest wait has grown to a minute is back as soon as its first camera
 * is. What answers is known from attempts alone, which holds for every kind of network and machine. Lane: DESK.
 */
public final class Comeback {
    static final Duration SPREAD = Duration.ofMillis(500);

    /**
     * The same place is told to be back so often at most, however often something there answers: streams of a relay all have its place,
     * and one that comes and goes must not keep those that are away from waiting longer and longer.
     */
    static final Duration APART = Duration.ofSeconds(10);

    /** The place that stands for the central server. */
    static final String SERVER = "";

    private final Lane desk;
    private final RandomGenerator random;
    private final Map<String, Map<Object, Runnable>> waiting = new HashMap<>();
    /** Places that were told of just now, and whether something has answered there since. */
    private final Map<String, Boolean> told = new HashMap<>();

    Comeback(Lane desk, RandomGenerator random) {
        this.desk = desk;
        this.random = random;
    }

    /**
     * Waits until something at the host's subnet answers.
     *
     * @param host name or address
     * @param retry called once at most, on DESK
     */
    Handle waitFor(String host, Runnable retry) {
        Object token = new Object();
        String place = place(host);
        waiting.computeIfAbsent(place, p -> new LinkedHashMap<>()).put(token, retry);
        return () -> {
            Map<Object, Runnable> there = waiting.get(place);
            if (there != null && there.remove(token) != null && there.isEmpty()) {
                waiting.remove(place);
            }
        };
    }

    /** Something at the host answers that did not. */
    void answers(String host) {
        isBack(place(host));
    }

    private void isBack(String place) {
        if (told.computeIfPresent(place, (again, answered) -> true) != null) {
            return;
        }
        Map<Object, Runnable> there = waiting.remove(place);
        if (there != null) {
            told.put(place, false);
            desk.after(APART, () -> {
                if (Boolean.TRUE.equals(told.remove(place))) {
                    isBack(place);
                }
            });
            tell(List.copyOf(there.values()));
        }
    }

    /** The way to everything is open again, as far as one knows. */
    public void everywhere() {
        desk.assertHere();
        List<Runnable> all = new ArrayList<>();
        waiting.values().forEach(there -> all.addAll(there.values()));
        waiting.clear();
        tell(all);
    }

    private void tell(List<Runnable> retries) {
        for (Runnable retry : retries) {
            desk.after(turn(random), retry);
        }
    }

    /** When one of many tries that are due at once. */
    static Duration turn(RandomGenerator random) {
        return Duration.ofNanos(random.nextLong(SPREAD.toNanos()));
    }

    /** The first three bytes of an IPv4 address; other hosts stand for themselves. */
    private static String place(String host) {
        return host.matches("\\d{1,3}(\\.\\d{1,3}){3}") ? host.substring(0, host.lastIndexOf('.')) : host;
    }
}

package vn.toancanh.bench.server;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What was asked to be kept, what the server said it keeps, and what is found in the end. Any thread. */
final class Ledger {
    private final Set<String> asked = new HashSet<>();
    private final Set<String> acknowledged = new HashSet<>();

    synchronized void asked(String name) {
        asked.add(name);
    }

    synchronized void acknowledged(String name) {
        acknowledged.add(name);
    }

    synchronized int acknowledged() {
        return acknowledged.size();
    }

    /** Acknowledged and not found. */
    synchronized int lost(Collection<String> found) {
        Set<String> missing = new HashSet<>(acknowledged);
        missing.removeAll(new HashSet<>(found));
        return missing.size();
    }

    /** Found more than once, each time but the first, of those that were asked for. */
    synchronized int doubled(Collection<String> found) {
        Map<String, Integer> times = new HashMap<>();
        found.stream().filter(asked::contains).forEach(name -> times.merge(name, 1, Integer::sum));
        return times.values().stream().mapToInt(count -> count - 1).sum();
    }
}

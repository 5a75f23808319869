package vn.toancanh.store;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be written, in the order in which it came, under keys of which the latest counts. An entry that cannot be
 * written for a reason of its own is set aside, where it waits for its next turn and holds nothing else back. Any thread.
 */
final class Waiting {
    private final Map<String, Transaction.Work> turn = new LinkedHashMap<>();
    private final Map<String, Transaction.Work> aside = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();

    /** Instead of what waits under the same key. */
    synchronized void put(String key, Transaction.Work work) {
        turn.remove(key);
        aside.remove(key);
        turn.put(key, work);
    }

    /** The one whose turn it is; null: none. */
    synchronized Map.@Nullable Entry<String, Transaction.Work> first() {
        var entries = turn.entrySet().iterator();
        return entries.hasNext() ? Map.Entry.copyOf(entries.next()) : null;
    }

    /** It has been written. */
    synchronized void written(Map.Entry<String, Transaction.Work> entry) {
        turn.remove(entry.getKey(), entry.getValue());
        known.remove(entry.getKey());
    }

    /** It cannot be written; true where this is the first time under that key. */
    synchronized boolean setAside(Map.Entry<String, Transaction.Work> entry) {
        if (turn.remove(entry.getKey(), entry.getValue()) || !turn.containsKey(entry.getKey())) {
            aside.put(entry.getKey(), entry.getValue());
        }
        return known.add(entry.getKey());
    }

    /** Those set aside get another turn, after all others. */
    synchronized void takeBack() {
        turn.putAll(aside);
        aside.clear();
    }

    /** True where nothing is set aside. */
    synchronized boolean noneAside() {
        return aside.isEmpty();
    }
}

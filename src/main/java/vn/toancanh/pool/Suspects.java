package vn.toancanh.pool;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.toancanh.base.Clock;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.StreamRole;

/**
 * Finds the stream that fells workers, by halving, and remembers it across reopenings.
 *
 * <p>Whoever was in a worker that crashed is under suspicion. After its first crash a stream goes back to the worker's own
 * seat, with those it fell with and nobody else: should they fell it again, no other stream is drawn in. After a second
 * crash those who were in both are parted into two groups, each in a worker beside the usual ones; whichever group crashes
 * again is parted again. So the guilty one of n is alone after 2 + log2 n crashes at most, and no stream that was never in a
 * crash with it shares any of them. A stream alone in its group with two crashes behind it is quarantined: it plays, is
 * marked, and fells only itself; after {@link PoolOptions.Quarantine#crashes()} such crashes it stays dark. A stream that
 * decodes for {@link PoolOptions.Quarantine#cleared()} without a crash is cleared, in quarantine too.
 *
 * <p>Lane: POOL.
 */
final class Suspects {
    /** A stream, whichever player opens it. */
    record Key(CameraId camera, StreamRole role) {}

    /** How a stream stands. */
    enum Standing {
        /** Nothing is held against it. */
        CLEAR,
        /** It was in a crash. */
        SUSPECTED,
        /** It was in two and is alone now. */
        QUARANTINED,
        /** It has felled its own worker too often and is not to be opened. */
        DARK
    }

    private static final class File {
        int crashes;
        int group;
        boolean alone;
        long decodedNanos;
        long seenAt;
        long crashedAt;
        long darkUntil;
        final Deque<Long> own = new ArrayDeque<>();
    }

    /** Statistics come once a second; a longer gap is no decoding. */
    private static final long LONGEST_GAP = Duration.ofSeconds(3).toNanos();

    private final PoolOptions.Quarantine rule;
    private final Clock clock;
    private final Map<Key, File> files = new HashMap<>();
    private int lastGroup;

    Suspects(PoolOptions.Quarantine rule, Clock clock) {
        this.rule = rule;
        this.clock = clock;
    }

    /** True where the next crash may well be soon. */
    boolean fresh() {
        long now = clock.nanos();
        return files.values().stream()
                .anyMatch(file -> now - file.crashedAt < rule.cleared().toNanos());
    }

    Standing standing(Key key) {
        File file = files.get(key);
        if (file == null) {
            return Standing.CLEAR;
        }
        if (!file.alone) {
            return Standing.SUSPECTED;
        }
        return clock.nanos() < file.darkUntil ? Standing.DARK : Standing.QUARANTINED;
    }

    /** Which streams it shall share a worker with, none other; 0: no matter. */
    int group(Key key) {
        File file = files.get(key);
        return file == null ? 0 : file.group;
    }

    /**
     * A worker crashed.
     *
     * @param inside what it had open
     * @return the group of those for whom it was the first time, which goes back to the same seat; 0: there are none
     */
    int crashed(List<Key> inside) {
        List<Key> again = new ArrayList<>();
        int first = 0;
        for (Key key : inside) {
            File file = files.computeIfAbsent(key, k -> new File());
            file.crashes++;
            file.crashedAt = clock.nanos();
            file.decodedNanos = 0;
            file.seenAt = 0;
            if (file.alone) {
                felledItself(file);
            } else if (file.crashes > 1) {
                again.add(key);
            } else {
                first = first == 0 ? ++lastGroup : first;
                file.group = first;
            }
        }
        int middle = (again.size() + 1) / 2;
        part(again.subList(0, middle));
        part(again.subList(middle, again.size()));
        return first;
    }

    private void part(List<Key> together) {
        int group = ++lastGroup;
        for (Key key : together) {
            File file = files.get(key);
            if (file != null) {
                file.group = group;
                file.alone = together.size() == 1;
            }
        }
    }

    private void felledItself(File file) {
        long now = clock.nanos();
        file.own.add(now);
        file.own.removeIf(at -> now - at > rule.within().toNanos());
        // After its rest it has one try.
        if (file.own.size() >= rule.crashes() || file.darkUntil > 0) {
            file.darkUntil = now + rule.rest().toNanos();
        }
    }

    /**
     * A stream has decoded something since it was last told of.
     *
     * @return true where it is cleared by that
     */
    boolean decodes(Key key) {
        File file = files.get(key);
        if (file == null) {
            return false;
        }
        long now = clock.nanos();
        if (file.seenAt > 0) {
            file.decodedNanos += Math.min(now - file.seenAt, LONGEST_GAP);
        }
        file.seenAt = now;
        return file.decodedNanos >= rule.cleared().toNanos() && files.remove(key) != null;
    }
}

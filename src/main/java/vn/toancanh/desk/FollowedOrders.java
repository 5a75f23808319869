package vn.toancanh.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.wall.remote.CityWall;
import vn.toancanh.wall.remote.ScreenReport.Result;

/**
 * What this desk has done of what its wall was told, kept so that nothing is done twice, after a restart either. Immutable.
 *
 * @param wall id of the wall
 * @param described the highest version of its description that was seen
 * @param newest state version of the newest order that was done
 * @param results of the last orders, the oldest first
 * @param standing what of it stands now; null where nothing does
 */
record FollowedOrders(
        String wall,
        long described,
        long newest,
        List<Result> results,
        @Nullable Standing standing) {
    static final PreferenceKey<String> KEPT = PreferenceKey.text("walls.followed");

    static final FollowedOrders NONE = new FollowedOrders("", 0, -1, List.of(), null);

    private static final int MOST_RESULTS = 32;
    private static final String BETWEEN = "\t";

    /**
     * An order that stands.
     *
     * @param windows ids of those that it has changed
     */
    record Standing(String by, String desk, String name, Instant since, Set<Integer> windows) {
        Standing {
            windows = Set.copyOf(windows);
        }

        /** The next order, which stands on these windows too. */
        Standing followedBy(Standing next) {
            Set<Integer> both = new TreeSet<>(windows);
            both.addAll(next.windows);
            return new Standing(next.by, next.desk, next.name, next.since, both);
        }
    }

    FollowedOrders {
        results = List.copyOf(results);
    }

    /** The same of that wall; nothing of it where it is another, or one that was made anew. */
    FollowedOrders of(CityWall now) {
        boolean same = now.id().equals(wall) && now.version() >= described;
        // What stands on the windows stands there, whichever wall they were then.
        return same
                ? new FollowedOrders(wall, now.version(), newest, results, standing)
                : new FollowedOrders(now.id(), now.version(), -1, List.of(), standing);
    }

    /** What came of that order; empty where it was not done. */
    Optional<Result> result(String orderId) {
        return results.stream().filter(each -> each.orderId().equals(orderId)).findFirst();
    }

    FollowedOrders with(Result result) {
        List<Result> all = new ArrayList<>(results);
        all.add(result);
        return new FollowedOrders(
                wall, described, newest, all.subList(Math.max(0, all.size() - MOST_RESULTS), all.size()), standing);
    }

    FollowedOrders done(long stateVersion, @Nullable Standing next) {
        Standing before = standing;
        Standing both = next == null ? before : before == null ? next : before.followedBy(next);
        return new FollowedOrders(wall, described, stateVersion, results, both);
    }

    FollowedOrders ended() {
        return new FollowedOrders(wall, described, newest, results, null);
    }

    /** As text, a line a thing, its words with tabs between them. */
    String write() {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(BETWEEN, "wall", wall, Long.toString(described), Long.toString(newest)));
        for (Result each : results) {
            lines.add(String.join(BETWEEN, "result", each.orderId(), each.done() ? "1" : "0", each.detail()));
        }
        Standing now = standing;
        if (now != null) {
            lines.add(String.join(
                    BETWEEN,
                    "standing",
                    Long.toString(now.since().toEpochMilli()),
                    now.windows().stream().sorted().map(String::valueOf).collect(Collectors.joining(",")),
                    now.by(),
                    now.desk(),
                    now.name()));
        }
        return String.join("\n", lines);
    }

    /** What {@link #write} wrote; nothing where that cannot be read. */
    static FollowedOrders read(String text) {
        FollowedOrders read = NONE;
        try {
            for (String line : text.split("\n", -1)) {
                String[] words = line.split(BETWEEN, -1);
                read = switch (words[0]) {
                    case "wall" ->
                        new FollowedOrders(
                                words[1], Long.parseLong(words[2]), Long.parseLong(words[3]), List.of(), null);
                    case "result" -> read.with(new Result(words[1], words[2].equals("1"), words[3]));
                    case "standing" ->
                        new FollowedOrders(read.wall, read.described, read.newest, read.results, standing(words));
                    default -> read;
                };
            }
            return read;
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return NONE;
        }
    }

    private static Standing standing(String[] words) {
        Set<Integer> windows = new TreeSet<>();
        for (String id : words[2].split(",", -1)) {
            windows.add(Integer.valueOf(id));
        }
        return new Standing(words[3], words[4], words[5], Instant.ofEpochMilli(Long.parseLong(words[1])), windows);
    }
}

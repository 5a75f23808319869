package vn.toancanh.live;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toancanh.live.StreamGrants.Wish;
import vn.toancanh.model.StreamRole;

/**
 * Remembers which streams were standing still when their pictures were looked at last, so that another decoder, size, tile or
 * stream of the same camera begins with that and not anew. Lane: DESK, one for all walls.
 */
final class Standstills {
    /** Of what nobody has looked at for longer nothing is said. */
    static final Duration KEPT = Duration.ofMinutes(10);

    /** What stood, or was looked at, for less is hardly worth remembering. */
    static final Duration WORTH = Duration.ofSeconds(1);

    private static final int MOST = 512;
    private static final StreamRole[] ROLES = StreamRole.values();

    /**
     * How one stream stood.
     *
     * @param changedAt since when its pictures showed one and the same, {@code Clock.nanos()}
     * @param blackSince since when they were black, {@code Clock.nanos()}; 0: they were not
     * @param seenAt when the newest of them was published, {@code Clock.nanos()}
     */
    record Stood(long changedAt, long blackSince, long seenAt) {
        long nanos() {
            return seenAt - changedAt;
        }

        /** True where that is worth remembering; else it moved. */
        boolean stands() {
            return nanos() >= WORTH.toNanos() || blackSince != 0;
        }

        /**
         * Since when it stands, if it goes on standing in pictures that begin then. What was not yet said to stand has not
         * done so while nobody looked.
         */
        long changedBefore(long begunAt) {
            boolean said = nanos() >= StallWatch.UNCHANGED_AFTER.toNanos();
            return said ? changedAt : begunAt - nanos();
        }

        /** Since when it is black, if it goes on being so. */
        long blackBefore(long begunAt) {
            return blackSince == 0 ? begunAt : begunAt - (seenAt - blackSince);
        }
    }

    private final Map<Wish, Stood> all = new LinkedHashMap<>();

    /** A stream's pictures were looked at. */
    void note(Wish wish, Stood stood) {
        all.remove(wish);
        // That it moves has to be known only where another stream of its camera was seen to stand.
        if (stood.stands() || anotherStands(wish)) {
            all.put(wish, stood);
            if (all.size() > MOST) {
                all.remove(all.keySet().iterator().next());
            }
        }
    }

    private boolean anotherStands(Wish wish) {
        for (StreamRole role : ROLES) {
            Stood other = role == wish.role() ? null : all.get(new Wish(wish.camera(), role));
            if (other != null && other.stands()) {
                return true;
            }
        }
        return false;
    }

    /**
     * How that camera's pictures stood: where several of its streams did, the one that did so longest; null: not known to. What
     * was seen of another stream before this one was seen to move says nothing of this one any more.
     */
    @Nullable
    Stood of(Wish wish, long nowNanos) {
        Stood own = all.get(wish);
        long movedAt = own == null || own.stands() ? Long.MIN_VALUE : own.seenAt();
        Stood longest = null;
        for (StreamRole role : ROLES) {
            Stood stood = all.get(new Wish(wish.camera(), role));
            if (stood == null || !stood.stands() || nowNanos - stood.seenAt() >= KEPT.toNanos()) {
                continue;
            }
            if (stood.seenAt() > movedAt && (longest == null || stood.nanos() > longest.nanos())) {
                longest = stood;
            }
        }
        return longest;
    }
}

package vn.toancanh.live;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toancanh.live.StreamGrants.Wish;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.StreamRole;

/**
 * Remembers which streams' pictures were old when they were looked at last, and which cameras' clocks could be believed: another opening,
 * decoder or tile begins with that and not anew, because whatever held pictures back may stand before the opening (decision 0061). Lane: DESK,
 * one for all walls.
 */
final class Latecomers {
    /** Of what nobody has looked at for longer nothing is said. */
    static final Duration KEPT = Duration.ofMinutes(5);

    private static final int MOST = 512;
    private static final StreamRole[] ROLES = StreamRole.values();

    private final Map<Wish, Long> late = new LinkedHashMap<>();
    private final Map<CameraId, Long> believed = new LinkedHashMap<>();

    /** Its pictures are old. */
    void late(Wish wish, long nowNanos) {
        note(late, wish, nowNanos);
    }

    /** Its pictures are new, and known to be. */
    void punctual(Wish wish) {
        late.remove(wish);
    }

    /** What came late before comes in time again: one of its streams was doubted and is known to be new. */
    void cleared(CameraId camera) {
        for (StreamRole role : ROLES) {
            late.remove(new Wish(camera, role));
        }
    }

    /** True where any stream of that camera was late when it was seen last: they come by one link. */
    boolean cameLate(CameraId camera, long nowNanos) {
        for (StreamRole role : ROLES) {
            if (lately(late.get(new Wish(camera, role)), nowNanos)) {
                return true;
            }
        }
        return false;
    }

    /** The camera's clock could be believed. */
    void believes(CameraId camera, long nowNanos) {
        note(believed, camera, nowNanos);
    }

    /** True where it could a while ago. */
    boolean believed(CameraId camera, long nowNanos) {
        return lately(believed.get(camera), nowNanos);
    }

    private static boolean lately(@Nullable Long at, long nowNanos) {
        return at != null && nowNanos - at < KEPT.toNanos();
    }

    private static <K> void note(Map<K, Long> in, K key, long nowNanos) {
        in.remove(key);
        in.put(key, nowNanos);
        if (in.size() > MOST) {
            in.remove(in.keySet().iterator().next());
        }
    }
}

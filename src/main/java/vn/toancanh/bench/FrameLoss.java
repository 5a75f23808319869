package vn.toancanh.bench;

import java.util.Map;
import java.util.Set;

/** Pictures that tiles did not show, over windows of time: how many, and over how many seconds of all tiles together. */
final class FrameLoss {
    private int lost;
    private double tileSeconds;
    private Map<Integer, Integer> before = Map.of();
    private long since;

    /** A window begins for the tiles that {@code missed} names. */
    void begin(Map<Integer, Integer> missed, long nowNanos) {
        before = Map.copyOf(missed);
        since = nowNanos;
    }

    /**
     * The window ends.
     *
     * @param without cameras whose tiles do not count
     */
    void end(Map<Integer, Integer> missed, long nowNanos, Set<Integer> without) {
        missed.forEach((camera, count) -> {
            Integer had = before.get(camera);
            if (had != null && !without.contains(camera)) {
                lost += count - had;
                tileSeconds += (nowNanos - since) / 1e9;
            }
        });
    }

    int lost() {
        return lost;
    }

    double tileSeconds() {
        return tileSeconds;
    }
}

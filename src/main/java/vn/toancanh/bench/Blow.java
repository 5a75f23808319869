package vn.toancanh.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** One blow against one decoder worker, until the tiles of that worker are back. Stepped on MAIN. */
public final class Blow {
    /** What a worker is struck with. */
    public enum Signal {
        /** As a bad bitstream does it. */
        SEGV,
        /** As a library that never returns. */
        STOP,
        /** As the kernel, when memory runs out. */
        KILL
    }

    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A tile that goes on being LIVE for so long never lost its pictures. */
    private static final Duration UNHARMED = Duration.ofSeconds(8);

    /** What a tile says whose stream was in too many crashes, as every stream is that has its workers shot by this drill. */
    private static final String KEPT_DARK = "FAILED";

    /** What one says before that: it plays, in a worker of its own. */
    private static final String KEPT_APART = "QUARANTINED";

    final Signal signal;
    final long pid;
    final long at;
    private final Map<Integer, TileRecord> hit = new LinkedHashMap<>();
    private final Map<Integer, Long> back = new LinkedHashMap<>();
    private final List<Integer> unharmed = new ArrayList<>();
    private final List<Integer> dark = new ArrayList<>();
    private final Set<Integer> gone = new HashSet<>();

    /**
     * @param hit cameras whose streams the worker played
     * @param all every tile's record by its camera
     */
    Blow(Signal signal, long pid, long at, Set<Integer> hit, Map<Integer, TileRecord> all) {
        this.signal = signal;
        this.pid = pid;
        this.at = at;
        all.forEach((camera, record) -> {
            if (hit.contains(camera)) {
                this.hit.put(camera, record);
                record.expectTrouble(TileRecord.LIE_AFTER);
            }
        });
    }

    /** Looks at the tiles; true once all are back or patience is over. */
    boolean step(long now) {
        hit.forEach((camera, record) -> {
            if (back.containsKey(camera) || unharmed.contains(camera) || dark.contains(camera)) {
                return;
            }
            String state = record.stateAt(now);
            if (state.equals(KEPT_DARK)) {
                dark.add(camera);
                return;
            }
            if (state.equals(KEPT_APART)) {
                if (gone.contains(camera) && record.movesNow()) {
                    back.put(camera, (now - at) / 1_000_000);
                } else if (!gone.contains(camera) && now - at > UNHARMED.toNanos()) {
                    unharmed.add(camera);
                }
                return;
            }
            if (!state.equals(ClientStatus.LIVE)) {
                gone.add(camera);
            }
            OptionalLong left = record.leftLive(at);
            if (left.isEmpty()) {
                if (now - at > UNHARMED.toNanos()) {
                    unharmed.add(camera);
                }
                return;
            }
            record.backLive(left.getAsLong(), FaultThrow.STEADY)
                    .ifPresent(again -> back.put(camera, (again - at) / 1_000_000));
        });
        boolean over = back.size() + unharmed.size() + dark.size() == hit.size() || now - at > PATIENCE.toNanos();
        if (over) {
            hit.values().forEach(TileRecord::expectNothing);
        }
        return over;
    }

    Set<Integer> hit() {
        return hit.keySet();
    }

    /** Milliseconds from the blow until each tile that came back was LIVE again. */
    List<Long> backMillis() {
        return List.copyOf(back.values());
    }

    /** Tiles that are kept dark now, since their streams were in too many crashes. */
    int keptDark() {
        return dark.size();
    }

    /** Tiles that were not LIVE again when patience was over, though nothing was said against their streams. */
    int notBack() {
        return hit.size() - back.size() - unharmed.size() - dark.size();
    }
}

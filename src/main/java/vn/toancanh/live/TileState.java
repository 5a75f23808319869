package vn.toancanh.live;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a tile shows, in one closed set used everywhere: code, words, look, status.
 *
 * @param phase which of the closed set
 * @param cause why it is not live; null where the phase needs none
 * @param attempt how often reconnecting was tried, 0 outside RECONNECTING
 * @param dueNanos when the next attempt begins, by {@code Clock.nanos()}, 0 outside RECONNECTING
 */
public record TileState(Phase phase, @Nullable Cause cause, int attempt, long dueNanos) {
    /** The closed set; each constant lists its legal successors. Text key: {@code tile.<camelCase>}. */
    public enum Phase {
        EMPTY,
        OPENING,
        LIVE,
        LATE,
        UNCHANGED,
        FROZEN,
        BLACK,
        RECONNECTING,
        REDUCED,
        PAUSED,
        QUARANTINED,
        NO_RIGHTS,
        UNSUPPORTED,
        FAILED;

        /** The phases that may follow; anything may become EMPTY, and a tile may be opened anew from anywhere. */
        public Set<Phase> successors() {
            Set<Phase> always = EnumSet.of(EMPTY, OPENING, FAILED, NO_RIGHTS);
            always.addAll(
                    switch (this) {
                        case EMPTY -> EnumSet.noneOf(Phase.class);
                        case OPENING -> EnumSet.of(LIVE, REDUCED, RECONNECTING, UNSUPPORTED, QUARANTINED, PAUSED);
                        case LIVE, LATE, UNCHANGED, FROZEN, BLACK, REDUCED, QUARANTINED ->
                            EnumSet.of(
                                    LIVE,
                                    LATE,
                                    UNCHANGED,
                                    FROZEN,
                                    BLACK,
                                    REDUCED,
                                    RECONNECTING,
                                    PAUSED,
                                    QUARANTINED,
                                    UNSUPPORTED);
                        case RECONNECTING -> EnumSet.of(RECONNECTING, LIVE, REDUCED, UNSUPPORTED, QUARANTINED, PAUSED);
                        case PAUSED -> EnumSet.of(LIVE, REDUCED, RECONNECTING, PAUSED, QUARANTINED);
                        case NO_RIGHTS, UNSUPPORTED, FAILED -> EnumSet.of(RECONNECTING);
                    });
            return always;
        }

        /** True where a player is open whose pictures are, or were a moment ago, on show. */
        public boolean playing() {
            return switch (this) {
                case LIVE, LATE, UNCHANGED, FROZEN, BLACK, REDUCED, QUARANTINED -> true;
                case EMPTY, OPENING, RECONNECTING, PAUSED, NO_RIGHTS, UNSUPPORTED, FAILED -> false;
            };
        }

        /** True where what is seen is what happens now (LATE counts, marked amber, and QUARANTINED, which says so). */
        public boolean live() {
            return this == LIVE || this == LATE || this == REDUCED || this == QUARANTINED;
        }
    }

    public static final TileState EMPTY = of(Phase.EMPTY);
    public static final TileState OPENING = of(Phase.OPENING);
    public static final TileState LIVE = of(Phase.LIVE);

    public static TileState of(Phase phase) {
        return new TileState(phase, null, 0, 0);
    }

    public static TileState of(Phase phase, Cause cause) {
        return new TileState(phase, cause, 0, 0);
    }

    public static TileState reconnecting(int attempt, long dueNanos, Cause cause) {
        return new TileState(Phase.RECONNECTING, cause, attempt, dueNanos);
    }
}

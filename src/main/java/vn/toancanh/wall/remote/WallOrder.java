package vn.toancanh.wall.remote;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Layout;

/**
 * Something that screens are told to do.
 *
 * @param id by which it is answered
 * @param op in the contract's words, such as {@code applyScene}
 * @param screens ids of those that are to do it
 * @param by who says so, as shown
 * @param desk from where, as that desk calls itself; empty where it does not say
 * @param name of the scene or layout; empty where there is none
 * @param layouts what each of these screens is to show, by its id; empty: nothing at all
 * @param details what else it says
 * @param stateVersion what it made the wall's, or found there; of those that change what stands a larger one is newer
 * @param left how long it may still be done when it was heard
 */
public record WallOrder(
        String id,
        String op,
        List<String> screens,
        String by,
        String desk,
        String name,
        Map<String, Optional<Layout>> layouts,
        Details details,
        long stateVersion,
        Duration left) {
    private static final Set<String> PASSING = Set.of("identify", "message", "playlistStep");

    /**
     * What some orders say besides; the others have none of it.
     *
     * @param tile that it is about, from 0; {@link #NO_TILE}: none
     * @param cameras that are to be shown there, several by turns; none: nothing
     * @param with the other tile, from 0; {@link #NO_TILE}: none
     * @param step so many turns on, back where that is negative
     * @param text for whoever stands before the screen; empty: nothing
     * @param time how long that stands
     */
    public record Details(int tile, List<CameraId> cameras, int with, int step, String text, Duration time) {
        /** No tile. */
        public static final int NO_TILE = -1;

        /** How long a message stands where nobody has said otherwise. */
        public static final Duration USUAL_TIME = Duration.ofMinutes(1);

        /** Nothing. */
        public static final Details NONE = new Details(NO_TILE, List.of(), NO_TILE, 0, "", USUAL_TIME);

        public Details {
            cameras = List.copyOf(cameras);
        }
    }

    /** True for what changes nothing that stands on the wall. */
    public boolean passes() {
        return PASSING.contains(op);
    }

    public WallOrder {
        screens = List.copyOf(screens);
        layouts = Map.copyOf(layouts);
    }
}

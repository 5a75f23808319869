package vn.toancanh.live;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Effort;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamProfile;

/** Puts a tile's answer to "why" together: the state, its cause, then the stream. Pure. */
final class Why {
    private Why() {}

    static List<Reason> of(
            TileState state,
            StreamChooser.@Nullable Choice choice,
            PixelSize tile,
            @Nullable Reason coming,
            Effort effort,
            @Nullable StreamStatistics told) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of(TileWords.of(state.phase())));
        Cause cause = state.cause();
        if (cause != null) {
            reasons.add(Reason.of(cause.textKey()));
        }
        if (state.attempt() > 0) {
            reasons.add(Reason.of("why.attempt", state.attempt()));
        }
        StreamProfile profile = choice == null ? null : choice.profile();
        if (choice != null && profile != null) {
            reasons.add(Reason.of(TileWords.of(profile.role()), profile.width(), profile.height(), profile.fps()));
            reasons.add(Reason.of(choice.ground().textKey(), tile.width(), tile.height()));
        }
        if (state.phase() == TileState.Phase.PAUSED) {
            reasons.add(Reason.of(cause == Cause.MEMORY_SHORT ? "why.restsForMemory" : "why.unseen"));
        } else if (effort != Effort.FULL) {
            reasons.add(Reason.of(TileWords.of(effort)));
        }
        if (coming != null) {
            reasons.add(coming);
        }
        if (told != null && told.clockJumps() > 0) {
            reasons.add(Reason.of("why.clockJumps", told.clockJumps()));
        }
        if (told != null && told.delivery().tickRate() < 0) {
            reasons.add(Reason.of("why.timeRunsBack"));
        } else if (told != null && told.delivery().tickRate() > 0) {
            reasons.add(Reason.of("why.tickRate", told.delivery().tickRate()));
        }
        return List.copyOf(reasons);
    }
}

package vn.toancanh.live;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Camera;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamRole;

/** Which stream one tile plays as time goes on: what was picked by hand, what it chose, and what it would go over to. Lane: DESK. */
final class Choosing {
    private final StreamChooser chooser = new StreamChooser();
    private StreamChoice wish = StreamChoice.AUTO;
    private boolean enlarged;
    private boolean hotspot;
    private StreamChooser.@Nullable Choice present;
    private long chosenAt;

    void prefer(StreamChoice wanted) {
        if (wanted != wish) {
            chooser.willing();
        }
        wish = wanted;
    }

    /** Whether the small stream is to do, because memory is short. */
    void spend(Thrift thrift) {
        chooser.spare(thrift.compareTo(Thrift.SMALL_STREAM) >= 0);
    }

    void enlarge(boolean fillsTheWindow) {
        enlarged = fillsTheWindow;
    }

    /** Whether what it shows follows what is selected elsewhere, so that nobody picked its stream. */
    void followsSelection(boolean follows) {
        hotspot = follows;
    }

    /** What plays or opens and why; null: nothing. */
    StreamChooser.@Nullable Choice present() {
        StreamChooser.Choice now = present;
        return now != null && hotspot && now.ground() == StreamChooser.Ground.BY_HAND
                ? new StreamChooser.Choice(now.profile(), StreamChooser.Ground.HOTSPOT)
                : now;
    }

    @Nullable
    StreamProfile profile() {
        return present == null ? null : present.profile();
    }

    /** The stream to open with; after {@code failed} has, another one where there is. */
    StreamChooser.Choice first(
            Camera camera, @Nullable StreamRole failed, PixelSize size, int openTiles, long nowNanos) {
        StreamChooser.Choice choice = Optional.ofNullable(failed)
                .flatMap(role -> chooser.instead(camera, wish, role, nowNanos))
                .orElseGet(() -> chooser.first(camera, wish, size, enlarged, openTiles, nowNanos));
        chosenAt = nowNanos;
        present = choice;
        return choice;
    }

    /** A stream to go over to; looks for one every {@link StreamChooser#TICK} at most. */
    Optional<StreamChooser.Choice> next(Camera camera, PixelSize size, long nowNanos) {
        StreamChooser.Choice now = present;
        if (now == null || nowNanos - chosenAt < StreamChooser.TICK.toNanos()) {
            return Optional.empty();
        }
        chosenAt = nowNanos;
        StreamChooser.Choice next = chooser.next(camera, wish, size, enlarged, now, nowNanos);
        StreamProfile wanted = next.profile();
        StreamProfile playing = now.profile();
        if (wanted == null || playing == null || wanted.role() == playing.role()) {
            present = next;
            return Optional.empty();
        }
        return Optional.of(next);
    }

    /** The stream gone over to has come. */
    void taken(StreamChooser.Choice next) {
        present = next;
        chooser.willing();
    }

    /** The stream gone over to did not come. */
    void refused(long nowNanos) {
        chooser.refused(nowNanos);
    }

    /** Pictures come too slowly, here or on the whole machine. */
    void reportSlow(long nowNanos) {
        chooser.reportSlow(nowNanos);
    }

    /** Why the large stream is not gone over to, though the tile is large enough for it; null where that is not so. */
    @Nullable
    Reason held() {
        return chooser.heldForSlowness() ? Reason.of("why.slowNow") : null;
    }

    /** True where the camera has another stream than that one. */
    boolean hasOther(Camera camera, StreamChooser.Choice failed) {
        StreamProfile profile = failed.profile();
        return profile != null && chooser.hasOther(camera, wish, profile.role());
    }

    void forget() {
        present = null;
    }
}

package vn.toancanh.ui.tree;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.model.CameraId;

/**
 * Notices on which camera's line the pointer or the keyboard rests for a moment: that is what is likely put on the wall next.
 * Passing over a line is no interest in it. FX thread.
 */
final class Dwell {
    static final Duration LONG_ENOUGH = Duration.ofMillis(250);

    private final Lane lane;
    private final Consumer<CameraId> likely;
    private @Nullable CameraId at;
    private Handle waiting = Handle.NONE;

    /** @param likely told once each time it comes to rest on a camera */
    Dwell(Lane lane, Consumer<CameraId> likely) {
        this.lane = lane;
        this.likely = likely;
    }

    /** Pointer or keyboard came to that line; null: to none. */
    void on(@Nullable TreeRow row) {
        CameraId camera = row instanceof TreeRow.OfCamera of ? of.camera().id() : null;
        if (Objects.equals(camera, at)) {
            return;
        }
        at = camera;
        waiting.close();
        waiting = camera == null ? Handle.NONE : lane.after(LONG_ENOUGH, () -> likely.accept(camera));
    }
}

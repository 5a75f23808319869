package vn.toancanh.desk;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.model.CameraId;

/**
 * Shows the camera that is selected on any wall of the desk in the hotspots of all of them. Whoever runs through tiles with an arrow
 * held down opens a stream only now and then. Lane: DESK.
 */
public final class Hotspots implements Handle {
    /** The least between one camera and the next. */
    static final Duration REST = Duration.ofMillis(300);

    private final Lane desk;
    private final Supplier<List<WallDesk>> walls;
    private Handle resting = Handle.NONE;
    private boolean rests;
    private @Nullable CameraId now;
    private @Nullable CameraId next;

    /** @param walls of all windows */
    public Hotspots(Lane desk, Supplier<List<WallDesk>> walls) {
        this.desk = desk;
        this.walls = walls;
    }

    /** One more wall: what is selected there is shown on all. */
    public void join(WallDesk wall) {
        wall.hotspots().tellTo(this::pick);
        if (now != null) {
            wall.hotspots().show(now);
        }
    }

    private void pick(CameraId camera) {
        if (rests) {
            next = camera;
        } else {
            show(camera);
        }
    }

    private void show(CameraId camera) {
        now = camera;
        next = null;
        walls.get().forEach(wall -> wall.hotspots().show(camera));
        rests = true;
        resting = desk.after(REST, this::rested);
    }

    private void rested() {
        rests = false;
        if (next != null) {
            show(next);
        }
    }

    @Override
    public void close() {
        resting.close();
    }
}

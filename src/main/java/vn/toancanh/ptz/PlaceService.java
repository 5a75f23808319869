package vn.toancanh.ptz;

import java.util.function.Consumer;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;

/**
 * The port to whoever asks heads for the places they know: the central server. Any thread; every call returns at once, and every answer
 * comes once, on any thread. A head takes its time: an answer may take half a minute.
 */
public interface PlaceService {
    /** Whether the server that is signed in at asks heads for such. */
    boolean offered();

    /** The places that a head knows now. */
    void list(CameraId camera, Consumer<Outcome<HeadPlaces>> answer);

    /** Has something be otherwise; fails as a conflict where this desk does not hold the head, or the place is locked. */
    void change(CameraId camera, PlaceChange change, Consumer<Outcome<Boolean>> answer);

    /** Tells of heads whose places may be others, until the handle is closed. Any thread. */
    Handle onChange(Consumer<CameraId> listener);
}

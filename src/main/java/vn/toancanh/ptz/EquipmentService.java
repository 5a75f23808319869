package vn.toancanh.ptz;

import java.util.function.Consumer;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;

/**
 * The port to whoever asks heads for what they have besides their axes: the central server. Any thread; every call returns at once,
 * and every answer comes once, on any thread. A head takes its time: an answer may take half a minute.
 */
public interface EquipmentService {
    /** Whether the server that is signed in at asks heads for such. */
    boolean offered();

    /** What a head has now. */
    void tell(CameraId camera, Consumer<Outcome<HeadEquipment>> answer);
}

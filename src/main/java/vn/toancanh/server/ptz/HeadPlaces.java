package vn.toancanh.server.ptz;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.onvif.HeadAbilities;
import vn.toancanh.onvif.HeadPreset;

/**
 * The places that heads themselves know: the port to whatever talks to cameras. Any thread; every call blocks until the head has
 * answered, and throws an {@link vn.toancanh.server.http.ApiProblem} that says what is wrong with it.
 */
interface HeadPlaces {
    /** What the head can keep. */
    HeadAbilities abilities(String cameraId);

    /** All places it knows, in its own order. */
    List<HeadPreset> presets(String cameraId);

    /**
     * Keeps where the head is now.
     *
     * @param presetId of the place that is replaced; null: a new one
     * @param name what the head is to call it; null: nothing is said of it
     * @return the place's id
     */
    String keep(String cameraId, @Nullable String presetId, @Nullable String name);

    /** The head forgets a place. */
    void remove(String cameraId, String presetId);

    /** Where the head is now is its home. */
    void setHome(String cameraId);
}

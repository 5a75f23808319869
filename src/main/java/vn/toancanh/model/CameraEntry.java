package vn.toancanh.model;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A camera with the places its streams come from, and the one where its head is steered: what an inventory imports and a simulator
 * publishes.
 *
 * @param head http or https, the address of the device's own ONVIF service, at the host of a stream; null: nothing is said of it
 */
public record CameraEntry(
        Camera camera, List<StreamSource> sources, @Nullable URI head) {
    public CameraEntry {
        sources = List.copyOf(sources);
    }

    /** One of whose head's address nothing is said. */
    public CameraEntry(Camera camera, List<StreamSource> sources) {
        this(camera, sources, null);
    }
}

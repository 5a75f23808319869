package vn.toancanh.model;

import java.util.List;

/** A camera with the places its streams come from: what an inventory imports and a simulator publishes. */
public record CameraEntry(Camera camera, List<StreamSource> sources) {
    public CameraEntry {
        sources = List.copyOf(sources);
    }
}

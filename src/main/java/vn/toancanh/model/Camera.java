package vn.toancanh.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A camera of the catalogue.
 *
 * @param number the operators' short number, 1 to 999999; null where none was given
 * @param ptz true where the head can be steered
 * @param streams in the order of preference for a large tile
 * @param revision grows with every change
 */
public record Camera(
        CameraId id,
        @Nullable Integer number,
        String name,
        SiteId site,
        List<String> tags,
        @Nullable CameraPlace place,
        CameraState state,
        boolean ptz,
        List<StreamProfile> streams,
        long revision) {
    public Camera {
        tags = List.copyOf(tags);
        streams = List.copyOf(streams);
    }

    /** Streams whose coding we know; where none was told, as in a list of mere addresses, all: the camera will say. */
    public List<StreamProfile> playable() {
        List<StreamProfile> known =
                streams.stream().filter(s -> s.codec() != Codec.UNKNOWN).toList();
        return known.isEmpty() ? streams : known;
    }

    /** The stream of that role, if the camera has one. */
    public Optional<StreamProfile> stream(StreamRole role) {
        return streams.stream().filter(s -> s.role() == role).findFirst();
    }
}

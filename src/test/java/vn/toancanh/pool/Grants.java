package vn.toancanh.pool;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Secret;
import vn.toancanh.live.PlayRequest;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamGrant;
import vn.toancanh.model.StreamRole;

/** Asks to play what a test names. */
final class Grants {
    private Grants() {}

    static PlayRequest request(
            String label, URI uri, @Nullable String user, @Nullable Secret password, @Nullable PixelSize size) {
        StreamGrant grant = new StreamGrant(
                "g", new CameraId("c"), StreamRole.SUB, uri, user, password, List.of(), Instant.MAX, Instant.MAX);
        return new PlayRequest(1, label, grant, size);
    }
}

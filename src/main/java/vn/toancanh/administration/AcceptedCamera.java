package vn.toancanh.administration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.SiteId;

/**
 * A camera of which a certificate of its own is accepted.
 *
 * @param number the operators' short number; null where it has none
 * @param since when somebody accepted just these; null where the server does not know
 */
public record AcceptedCamera(
        CameraId id,
        @Nullable Integer number,
        String name,
        SiteId site,
        List<Fingerprint> accepted,
        @Nullable Instant since) {
    public AcceptedCamera {
        accepted = List.copyOf(accepted);
    }
}

package vn.toancanh.commissioning;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.onvif.DeviceInformation;
import vn.toancanh.onvif.HeadPreset;
import vn.toancanh.onvif.HeadRanges;
import vn.toancanh.onvif.VideoProfile;

/**
 * What a device told when it was looked at, and nothing that is secret.
 *
 * @param service the address by which it was reached
 * @param clockOffset how far its clock is ahead of ours
 * @param certificate that it showed; null where it speaks no TLS
 * @param head it has one that can be steered
 * @param unread what it has refused to tell, or told so that it cannot be understood
 */
public record DeviceLook(
        URI service,
        DeviceInformation information,
        Duration clockOffset,
        @Nullable Fingerprint certificate,
        List<SeenStream> streams,
        boolean head,
        HeadRanges ranges,
        List<HeadPreset> presets,
        Set<Part> unread) {
    /** A stream that it offers. */
    public record SeenStream(VideoProfile profile, URI uri, boolean elsewhere) {}

    /** What is asked of a device one after another. */
    public enum Part {
        INFORMATION,
        CLOCK,
        STREAMS,
        RANGES,
        PRESETS
    }

    public DeviceLook {
        streams = List.copyOf(streams);
        presets = List.copyOf(presets);
        unread = Set.copyOf(unread);
    }
}

package vn.toancanh.commissioning;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.commissioning.DeviceLook.SeenStream;
import vn.toancanh.model.Codec;
import vn.toancanh.onvif.DeviceInformation;
import vn.toancanh.onvif.HeadPreset;
import vn.toancanh.onvif.HeadRanges;
import vn.toancanh.onvif.VideoProfile;

/** Looks at a device that was never asked. */
final class Looks {
    static final Fingerprint CERTIFICATE = new Fingerprint("AB".repeat(32));

    private Looks() {}

    static SeenStream stream(String token, String lens, Codec codec, int width, int height) {
        VideoProfile profile = new VideoProfile(token, token, codec, width, height, 25, 4000, 50, lens, true, true);
        return new SeenStream(profile, URI.create("rtsp://10.1.2.3/" + token), false);
    }

    static DeviceLook look(SeenStream... streams) {
        return new DeviceLook(
                URI.create("https://10.1.2.3/onvif/device_service"),
                new DeviceInformation("Ai Đó", "M-1", "1.0", "S-1"),
                Duration.ofSeconds(1),
                CERTIFICATE,
                List.of(streams),
                true,
                HeadRanges.NONE,
                List.of(new HeadPreset("1", "Cửa")),
                Set.of());
    }
}

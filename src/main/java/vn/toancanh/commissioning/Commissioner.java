package vn.toancanh.commissioning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import vn.toancanh.commissioning.DeviceLook.Part;
import vn.toancanh.commissioning.DeviceLook.SeenStream;
import vn.toancanh.onvif.DeviceInformation;
import vn.toancanh.onvif.HeadPreset;
import vn.toancanh.onvif.HeadRanges;
import vn.toancanh.onvif.OnvifDevice;
import vn.toancanh.onvif.OnvifException;
import vn.toancanh.onvif.OnvifFailure;
import vn.toancanh.onvif.OnvifMedia;
import vn.toancanh.onvif.OnvifMedia.StreamPlace;
import vn.toancanh.onvif.VideoProfile;

/**
 * Looks at a device. What it does not do, or does wrongly, is left out and named; that nobody answers, or that we are not let in, ends
 * the look. Blocks, up to some twenty questions. One thread.
 */
public final class Commissioner {
    /** A device that does not tell one thing may tell the others. */
    private static final Set<OnvifFailure.Kind> PASSED_OVER = EnumSet.of(
            OnvifFailure.Kind.UNSUPPORTED,
            OnvifFailure.Kind.REFUSED,
            OnvifFailure.Kind.NOT_FOUND,
            OnvifFailure.Kind.PROTOCOL,
            OnvifFailure.Kind.BUSY);

    /** Whoever wants more of a recorder names the profile. */
    static final int MOST_STREAMS = 64;

    private static final int LONGEST = 100;

    private final OnvifDevice device;
    private final Set<Part> unread = EnumSet.noneOf(Part.class);

    private Commissioner(OnvifDevice device) {
        this.device = device;
    }

    /**
     * Asks a device for all that a camera needs.
     *
     * @throws OnvifException where nobody answers, the certificate is not accepted, or user or password is refused
     */
    public static DeviceLook look(OnvifDevice device) {
        return new Commissioner(device).look();
    }

    private DeviceLook look() {
        Duration offset = read(Part.CLOCK, Duration.ZERO, device::clockOffset);
        DeviceInformation told = read(Part.INFORMATION, new DeviceInformation("", "", ""), device::information);
        List<SeenStream> streams = read(Part.STREAMS, List.of(), this::streams);
        boolean head = device.services().ptz() != null
                && streams.stream().anyMatch(each -> each.profile().head());
        return new DeviceLook(
                device.address(),
                plain(told),
                offset,
                device.certificate().orElse(null),
                streams,
                head,
                head ? read(Part.RANGES, HeadRanges.NONE, device::ranges) : HeadRanges.NONE,
                head
                        ? read(
                                Part.PRESETS,
                                List.<HeadPreset>of(),
                                () -> device.head().presets())
                        : List.of(),
                unread);
    }

    private List<SeenStream> streams() {
        OnvifMedia media = device.media();
        List<SeenStream> streams = new ArrayList<>();
        for (VideoProfile profile : media.profiles()) {
            if (streams.size() < MOST_STREAMS) {
                read(Part.STREAMS, List.<SeenStream>of(), () -> {
                            StreamPlace place = media.stream(profile);
                            return List.of(new SeenStream(profile, place.uri(), place.elsewhere()));
                        })
                        .forEach(streams::add);
            }
        }
        return streams;
    }

    private <T> T read(Part part, T none, Supplier<T> asking) {
        try {
            return asking.get();
        } catch (OnvifException refused) {
            if (!PASSED_OVER.contains(refused.failure().kind())) {
                throw refused;
            }
            unread.add(part);
            return none;
        }
    }

    private static DeviceInformation plain(DeviceInformation told) {
        return new DeviceInformation(
                plain(told.maker()), plain(told.model()), plain(told.firmware()), plain(told.serial()));
    }

    /** Of one line, and not long: it is shown to people and kept. */
    private static String plain(String told) {
        String line = told.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}

package vn.toancanh.commissioning;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.commissioning.Looks.look;
import static vn.toancanh.commissioning.Looks.stream;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.commissioning.DeviceLook.Part;
import vn.toancanh.commissioning.DeviceLook.SeenStream;
import vn.toancanh.commissioning.LookChanges.Change;
import vn.toancanh.commissioning.LookChanges.Kind;
import vn.toancanh.model.Codec;
import vn.toancanh.onvif.DeviceInformation;
import vn.toancanh.onvif.HeadPreset;

/** What is said to have changed at a device, and what is not. */
class LookChangesTest {
    private static final SeenStream MAIN = stream("main", "l", Codec.H264, 1920, 1080);
    private static final SeenStream SUB = stream("sub", "l", Codec.H264, 640, 360);
    private static final DeviceLook BEFORE = look(MAIN, SUB);

    private static DeviceLook other(DeviceInformation told, Duration clock, Set<Part> unread, SeenStream... streams) {
        return new DeviceLook(
                BEFORE.service(),
                told,
                clock,
                new Fingerprint("CD".repeat(32)),
                List.of(streams),
                true,
                BEFORE.ranges(),
                List.of(new HeadPreset("1", "Cửa"), new HeadPreset("2", null)),
                unread);
    }

    @Test
    void whatIsAsItWasIsNoChange() {
        assertThat(LookChanges.between(BEFORE, look(SUB, MAIN)))
                .as("in whatever order")
                .isEmpty();
    }

    @Test
    void eachChangeIsNamedWithWhatWasAndWhatIs() {
        SeenStream coded = stream("main", "l", Codec.H265, 1920, 1080);
        SeenStream third = stream("third", "l", Codec.H264, 320, 180);
        DeviceLook now =
                other(new DeviceInformation("Ai Đó", "M-1", "1.1", "S-1"), Duration.ofHours(7), Set.of(), coded, third);
        assertThat(LookChanges.between(BEFORE, now))
                .containsExactly(
                        new Change(Kind.CERTIFICATE, Looks.CERTIFICATE.toString(), String.valueOf(now.certificate())),
                        new Change(Kind.FIRMWARE, "1.0", "1.1"),
                        new Change(Kind.CLOCK, "+1 s", "+25200 s"),
                        new Change(
                                Kind.PROFILE_OTHER,
                                "main H264 1920x1080 25 rtsp://10.1.2.3/main",
                                "main H265 1920x1080 25 rtsp://10.1.2.3/main"),
                        new Change(Kind.PROFILE_GONE, "sub H264 640x360 25 rtsp://10.1.2.3/sub", ""),
                        new Change(Kind.PROFILE_NEW, "", "third H264 320x180 25 rtsp://10.1.2.3/third"),
                        new Change(Kind.PRESETS, "1 Cửa", "1 Cửa, 2"));
    }

    @Test
    void anotherDeviceAtItsAddressIsSaidFirst() {
        DeviceLook now =
                other(new DeviceInformation("Ai Đó", "M-1", "1.0", "S-2"), BEFORE.clockOffset(), Set.of(), MAIN, SUB);
        assertThat(LookChanges.between(BEFORE, now).getFirst())
                .isEqualTo(new Change(Kind.DEVICE, "Ai Đó M-1 S-1", "Ai Đó M-1 S-2"));
    }

    /** A device that did not answer a question has not lost its streams for it. */
    @Test
    void whatWasNotReadIsNotComparedAndAClockMayBeASecondOff() {
        DeviceLook now = other(
                new DeviceInformation("", "", ""),
                BEFORE.clockOffset().plusSeconds(3),
                Set.of(Part.INFORMATION, Part.STREAMS, Part.PRESETS));
        assertThat(LookChanges.between(BEFORE, now)).extracting(Change::kind).containsExactly(Kind.CERTIFICATE);
    }
}

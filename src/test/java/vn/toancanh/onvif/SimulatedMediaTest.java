package vn.toancanh.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.Secret;
import vn.toancanh.model.Codec;
import vn.toancanh.simulator.head.HeadServer;
import vn.toancanh.simulator.head.SimulatedHead;
import vn.toancanh.simulator.head.SimulatedMedia;

/** The product's client at simulated devices with pictures, one that turns and one that stands fast. */
@Timeout(60)
class SimulatedMediaTest {
    private static final Secret PASSWORD = Secret.of("mat-khau-cua-dau-quay");
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 1};
    private static final URI MAIN = URI.create("rtsp://127.0.0.1:5554/camera/1201/main");

    private final ManualClock clock = new ManualClock();
    private HeadServer server;

    @BeforeEach
    void start() {
        SimulatedMedia media = new SimulatedMedia(
                List.of(
                        new SimulatedMedia.Stream("main", MAIN, "H264", 1280, 720, 15, 2500, 30),
                        new SimulatedMedia.Stream("sub", MAIN.resolve("sub"), "H265", 640, 360, 10, 500, 20)),
                () -> JPEG);
        server = HeadServer.start(
                0,
                Map.of(
                        "1202", new SimulatedHead("Simulated head", clock),
                        "1201", new SimulatedHead("Simulated camera", false, clock)),
                Map.of("1201", media, "1202", media),
                "xem",
                PASSWORD,
                clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private OnvifDevice device(String name) {
        return new OnvifNet(clock, FakeDevice.QUICK)
                .device(new DeviceAccess(server.address(name), "xem", PASSWORD, List.of(), any -> true));
    }

    @Test
    void itTellsWhereItsStreamsAreAndShowsAPicture() {
        try (OnvifDevice device = device("1202")) {
            OnvifMedia media = device.media();
            assertThat(media.profiles())
                    .containsExactly(
                            new VideoProfile("main", "main", Codec.H264, 1280, 720, 15, 2500, 30, "lens", true, true),
                            new VideoProfile("sub", "sub", Codec.H265, 640, 360, 10, 500, 20, "lens", true, true));
            VideoProfile main = media.profiles().getFirst();
            assertThat(media.stream(main)).isEqualTo(new OnvifMedia.StreamPlace(MAIN, false));
            assertThat(media.snapshot(main)).isEqualTo(JPEG);
            media.synchronise(main);
            assertThat(device.head().presets()).isEmpty();
        }
    }

    @Test
    void byMediaItTellsOfWhatThatKnows() {
        try (OnvifDevice device = device("1202")) {
            DeviceServices services = device.services();
            OnvifMedia older = device.media(new DeviceServices(services.media(), null, services.ptz(), null));
            assertThat(older.profiles())
                    .containsExactly(
                            new VideoProfile("main", "main", Codec.H264, 1280, 720, 15, 2500, 30, "lens", true, false));
            VideoProfile main = older.profiles().getFirst();
            assertThat(older.stream(main).uri()).isEqualTo(MAIN);
            assertThat(older.snapshot(main)).isEqualTo(JPEG);
        }
    }

    @Test
    void oneThatStandsFastHasPicturesAndNoHead() {
        try (OnvifDevice device = device("1201")) {
            assertThat(device.services().ptz()).isNull();
            assertThat(device.media().profiles()).extracting(VideoProfile::head).containsOnly(false);
            assertThat(device.information().model()).isEqualTo("Simulated camera");
            assertThatThrownBy(device::head).isInstanceOf(OnvifException.class);
        }
    }
}

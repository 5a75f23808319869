package vn.toancanh.server.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.toancanh.simulator.rtsp.RawRtspClient;

/** Packets from one camera to many viewers, over real sockets. */
@Timeout(180)
final class RelayTest {
    private RelayRig rig;

    RelayTest() throws IOException {
        rig = new RelayRig();
    }

    @AfterEach
    void close() throws IOException {
        rig.close();
    }

    private void with(RelaySettings settings) throws IOException {
        rig.close();
        rig = new RelayRig(settings);
    }

    private static byte[][] array(List<byte[]> packets) {
        return packets.toArray(byte[][]::new);
    }

    private static int time(byte[] packet) {
        return ByteBuffer.wrap(packet).getInt(4);
    }

    @Test
    void oneSessionWithTheCameraHoweverManyWatchAndPacketsAsTheyCame() throws Exception {
        List<RawRtspClient> viewers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            RawRtspClient viewer = rig.viewer();
            viewers.add(viewer);
            rig.plays(viewer);
        }
        Footage footage = new Footage(65_534);
        List<byte[]> sent = new ArrayList<>(footage.keyWithSets());
        sent.add(footage.picture(1300));
        sent.add(footage.picture(40_000));
        rig.camera.rtp(array(sent));
        for (RawRtspClient viewer : viewers) {
            for (byte[] packet : sent) {
                RawRtspClient.Packet got = viewer.next();
                assertThat(got.channel()).isZero();
                assertThat(got.bytes()).isEqualTo(packet);
            }
            viewer.close();
        }
        assertThat(rig.camera.plays).hasValue(1);
        assertThat(rig.camera.connections).hasValue(1);
    }

    @Test
    void aNewViewerBeginsAtTheNewestKeyFrame() throws Exception {
        Footage footage = new Footage(10);
        List<byte[]> current = new ArrayList<>();
        try (RawRtspClient first = rig.viewer();
                RawRtspClient second = rig.viewer()) {
            rig.plays(first);
            rig.camera.rtp(array(footage.keyWithSets()));
            rig.camera.rtp(footage.picture(800));
            current.addAll(footage.keyWithSets());
            current.add(footage.picture(700));
            rig.camera.rtp(array(current));
            for (int i = 0; i < 8; i++) {
                assertThat(first.next().sequence()).isEqualTo(10 + i);
            }
            rig.plays(second);
            for (byte[] packet : current) {
                assertThat(second.next().bytes()).isEqualTo(packet);
            }
            byte[] next = footage.picture(600);
            rig.camera.rtp(next);
            assertThat(second.next().bytes()).isEqualTo(next);
        }
    }

    @Test
    void parameterSetsThatCameOnceStandInFrontOfALaterKeyFrame() throws Exception {
        Footage footage = new Footage(100);
        try (RawRtspClient first = rig.viewer();
                RawRtspClient second = rig.viewer()) {
            rig.plays(first);
            byte[] sets = footage.keyWithSets().getFirst();
            rig.camera.rtp(sets);
            rig.camera.rtp(array(footage.key()));
            rig.camera.rtp(footage.picture(9));
            List<byte[]> key = footage.key();
            rig.camera.rtp(array(key));
            for (int i = 0; i < 6; i++) {
                first.next();
            }
            rig.plays(second);
            RawRtspClient.Packet given = second.next();
            RawRtspClient.Packet then = second.next();
            assertThat(given.bytes()).endsWith(java.util.Arrays.copyOfRange(sets, 12, sets.length));
            assertThat(given.sequence()).isEqualTo(then.sequence() - 1);
            assertThat(time(given.bytes())).isEqualTo(time(key.getFirst()));
            assertThat(given.marker()).isFalse();
            assertThat(then.bytes()).isEqualTo(key.getFirst());
        }
    }

    @Test
    void senderReportsPassOnAndNewcomersGetTheNewest() throws Exception {
        Footage footage = new Footage(1);
        try (RawRtspClient first = rig.viewer();
                RawRtspClient second = rig.viewer()) {
            rig.plays(first);
            rig.camera.rtp(array(footage.keyWithSets()));
            byte[] report = footage.report();
            rig.camera.rtcp(report);
            rig.camera.rtp(array(footage.keyWithSets()));
            RawRtspClient.Packet fourth = null;
            for (int i = 0; i < 4; i++) {
                fourth = first.next();
            }
            assertThat(fourth).isNotNull();
            assertThat(fourth.channel()).isEqualTo(1);
            assertThat(fourth.bytes()).isEqualTo(report);
            for (int i = 0; i < 3; i++) {
                first.next();
            }
            rig.plays(second);
            for (int i = 0; i < 3; i++) {
                assertThat(second.next().rtp()).isTrue();
            }
            RawRtspClient.Packet told = second.next();
            assertThat(told.channel()).isEqualTo(1);
            assertThat(told.bytes()).isEqualTo(report);
        }
    }

    @Test
    void aSlowViewerSkipsToAKeyFrameAndSlowsNobody() throws Exception {
        Footage footage = new Footage(0);
        try (RawRtspClient slow = rig.viewer("g-1", RelayRig.TOKEN, 4096);
                RawRtspClient quick = rig.viewer()) {
            rig.plays(slow);
            rig.plays(quick);
            int sent = 0;
            for (int group = 0; group < 40; group++) {
                List<byte[]> pictures = new ArrayList<>(footage.keyWithSets());
                for (int i = 0; i < 20; i++) {
                    pictures.add(footage.picture(20_000));
                }
                rig.camera.rtp(array(pictures));
                for (int i = 0; i < pictures.size(); i++) {
                    assertThat(quick.next().sequence()).isEqualTo(sent++);
                }
            }
            assertThat(rig.figures().skips()).isPositive();
            rig.camera.rtp(array(footage.keyWithSets()));
            int before = -1;
            int gaps = 0;
            while (before != sent + 2) {
                RawRtspClient.Packet packet = slow.next();
                assertThat(packet.channel()).isZero();
                if (before >= 0 && packet.sequence() != before + 1) {
                    gaps++;
                    // Goes on where a decoder can: at parameter sets.
                    assertThat(packet.bytes()[12]).isEqualTo((byte) 24);
                }
                before = packet.sequence();
            }
            assertThat(gaps).isPositive();
        }
    }

    @Test
    void aViewerThatIsTwoSecondsBehindGoesOnAtTheNewestKeyFrameHoweverFewBytesThatAre() throws Exception {
        rig.close();
        SteeredClock clock = new SteeredClock();
        rig = new RelayRig(RelaySettings.usual("127.0.0.1", 0), clock);
        Footage footage = new Footage(0);
        try (RawRtspClient slow = rig.viewer("g-1", RelayRig.TOKEN, 4096);
                RawRtspClient quick = rig.viewer()) {
            rig.plays(slow);
            rig.plays(quick);
            List<byte[]> pictures = new ArrayList<>(footage.keyWithSets());
            for (int i = 0; i < 20; i++) {
                pictures.add(footage.picture(20_000));
            }
            relayed(pictures, quick);
            assertThat(rig.figures().skips()).isZero();
            clock.pass(Duration.ofSeconds(1));
            relayed(footage.keyWithSets(), quick);
            assertThat(rig.figures().skips()).as("a second behind").isZero();
            clock.pass(Duration.ofSeconds(2));
            List<byte[]> newest = footage.keyWithSets();
            relayed(newest, quick);
            assertThat(rig.figures().skips()).as("three seconds").isPositive();
            int before = slow.next().sequence();
            RawRtspClient.Packet next = slow.next();
            for (; next.sequence() == before + 1; next = slow.next()) {
                before = next.sequence();
            }
            assertThat(before).isLessThan(22);
            assertThat(next.bytes()).isEqualTo(newest.getFirst());
        }
    }

    /** Has them sent, and waits until the relay has passed them on to one who takes them. */
    private void relayed(List<byte[]> packets, RawRtspClient quick) throws IOException {
        rig.camera.rtp(array(packets));
        for (byte[] packet : packets) {
            assertThat(quick.next().bytes()).isEqualTo(packet);
        }
    }

    @Test
    void aViewerThatTakesNothingIsDropped() throws Exception {
        with(RelaySettings.usual("127.0.0.1", 0)
                .withPatience(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMillis(700)));
        Footage footage = new Footage(0);
        try (RawRtspClient deaf = rig.viewer("g-1", RelayRig.TOKEN, 4096)) {
            rig.plays(deaf);
            RelayRig.await(() -> {
                rig.camera.rtp(array(footage.keyWithSets()));
                rig.camera.rtp(footage.picture(50_000), footage.picture(50_000));
                return rig.figures().dropped() == 1;
            });
            assertThat(rig.figures().viewers()).isZero();
        }
    }

    @Test
    void whatIsKeptOfAStreamIsBounded() throws Exception {
        with(RelaySettings.usual("127.0.0.1", 0).withBytes(3 * Slabs.SIZE, 4 * Slabs.SIZE));
        Footage footage = new Footage(0);
        try (RawRtspClient viewer = rig.viewer();
                RawRtspClient late = rig.viewer()) {
            rig.plays(viewer);
            rig.camera.rtp(array(footage.keyWithSets()));
            for (int i = 0; i < 3; i++) {
                viewer.next();
            }
            // A group of pictures that never ends, many times what may be kept.
            for (int i = 0; i < 100; i++) {
                rig.camera.rtp(footage.picture(30_000));
                viewer.next();
            }
            assertThat(rig.relay.slabs().used()).isLessThanOrEqualTo(4);
            rig.plays(late);
            rig.camera.rtp(footage.picture(30_000));
            List<byte[]> key = footage.keyWithSets();
            rig.camera.rtp(array(key));
            // Nothing before the next key frame: its first pictures are gone.
            assertThat(late.next().bytes()).isEqualTo(key.getFirst());
        }
    }

    @Test
    void aCameraIsKeptForAWhileAfterTheLastViewerAndThenLetGo() throws Exception {
        with(RelaySettings.usual("127.0.0.1", 0)
                .withPatience(Duration.ofMillis(1500), Duration.ofSeconds(10), Duration.ofSeconds(15)));
        try (RawRtspClient first = rig.viewer()) {
            rig.plays(first);
        }
        RelayRig.await(() -> rig.figures().viewers() == 0);
        assertThat(rig.camera.sessions()).isEqualTo(1);
        try (RawRtspClient second = rig.viewer()) {
            rig.plays(second);
        }
        assertThat(rig.camera.plays).hasValue(1);
        RelayRig.await(() -> rig.camera.sessions() == 0);
        assertThat(rig.camera.teardowns).hasValue(1);
        assertThat(rig.figures().streams()).isZero();
        assertThat(rig.relay.slabs().used()).isZero();
        try (RawRtspClient third = rig.viewer()) {
            rig.plays(third);
        }
        assertThat(rig.camera.plays).hasValue(2);
    }

    @Test
    void whoWatchesACameraThatSendsUsElsewhereGoesOnThere() throws Exception {
        rig.camera.sendsElsewhereOnce = true;
        Footage footage = new Footage(1);
        try (RawRtspClient viewer = rig.viewer()) {
            rig.plays(viewer);
            RelayRig.await(() -> rig.camera.sessions() == 1);
            byte[][] key = array(footage.keyWithSets());
            rig.camera.rtp(key);
            assertThat(viewer.next().bytes()).isEqualTo(key[0]);
            assertThat(rig.camera.connections).hasValue(2);
        }
    }

    @Test
    void theDescriptionHasTheCamerasMediaAndNothingOfWhereItIs() throws Exception {
        try (RawRtspClient viewer = rig.viewer()) {
            String sdp = viewer.ask("DESCRIBE", rig.uri()).body();
            assertThat(sdp)
                    .contains("m=video 0 RTP/AVP 96")
                    .contains("a=fmtp:96 packetization-mode=1;sprop-parameter-sets=Z0LAHtoCgPRA,aM48gA==")
                    .contains("a=control:trackID=0")
                    .doesNotContain("mat-khau", "10.9.8.7", "admin", "audio", "yard");
        }
    }

    @Test
    void onlyTcpIsServedAndSessionsMustBeNamed() throws Exception {
        try (RawRtspClient viewer = rig.viewer()) {
            assertThat(viewer.ask("SETUP", rig.uri() + "/trackID=0", "Transport: RTP/AVP;unicast;client_port=4000-4001")
                            .status())
                    .isEqualTo(461);
            assertThat(viewer.ask("PLAY", rig.uri()).status()).isEqualTo(454);
            assertThat(viewer.ask("RECORD", rig.uri()).status()).isEqualTo(501);
            rig.plays(viewer);
            assertThat(viewer.ask("GET_PARAMETER", rig.uri()).status()).isEqualTo(200);
            assertThat(viewer.ask("TEARDOWN", rig.uri()).status()).isEqualTo(200);
            assertThat(rig.figures().viewers()).isZero();
        }
    }

    @Test
    void aClosedRelayHoldsNothing() throws Exception {
        RawRtspClient viewer = rig.viewer();
        rig.plays(viewer);
        rig.relay.close();
        assertThatThrownBy(viewer::next).isInstanceOf(IOException.class).isNotInstanceOf(SocketTimeoutException.class);
        RelayRig.await(() -> rig.camera.sessions() == 0);
        viewer.close();
    }
}

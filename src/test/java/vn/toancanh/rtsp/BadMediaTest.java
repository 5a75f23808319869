package vn.toancanh.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.rtsp.FakeRtspServer.described;
import static vn.toancanh.rtsp.FakeRtspServer.frame;
import static vn.toancanh.rtsp.Packets.bytes;
import static vn.toancanh.rtsp.Packets.delta;
import static vn.toancanh.rtsp.Packets.key;
import static vn.toancanh.rtsp.Packets.rtp;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.rtsp.depacketise.Depacketiser;

/** Media as cameras should not send them, and as they do. */
final class BadMediaTest {
    private static final byte[] SPS = bytes(0x67, 0x42, 0, 0x1e, 1);
    private static final byte[] PPS = bytes(0x68, 0xce, 2);

    private final DryServer server = new DryServer("rtsp://h/a");

    @Test
    void withoutParameterSetsInTheDescriptionThoseInBandAreWaitedFor() {
        describe("a=rtpmap:96 H264/90000\n");
        server.play();
        server.rtp(rtp(1, true, 3000, key()));
        server.rtp(rtp(2, false, 6000, SPS));
        server.rtp(rtp(3, false, 6000, PPS));
        server.rtp(rtp(4, true, 6000, key()));
        assertThat(units()).extracting(AccessUnit::key).containsExactly(false, true);
        KeyFrameGate gate = new KeyFrameGate();
        assertThat(units()).extracting(gate::admits).containsExactly(false, true);
    }

    @Test
    void parameterSetsThatChangeInMidStreamComeWithTheNextKeyFrame() {
        server.play();
        server.rtp(rtp(1, true, 3000, key()));
        byte[] larger = bytes(0x67, 0x64, 0, 0x28, 9, 9);
        server.rtp(rtp(2, false, 6000, larger));
        server.rtp(rtp(3, false, 6000, PPS));
        server.rtp(rtp(4, true, 6000, key()));
        server.rtp(rtp(5, true, 9000, key()));
        assertThat(units()).hasSize(3).allMatch(AccessUnit::key);
        assertThat(units().get(0).data()).startsWith(0, 0, 0, 1, 0x67, 0x42);
        for (AccessUnit changed : units().subList(1, 3)) {
            assertThat(changed.data()).startsWith(FakeRtspServer.joined(new byte[] {0, 0, 0, 1}, larger));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"H264", "H264/0", "H264/1000", "H264/-1", "H264/99999999999", "H264/nonsense", "h264/90000/1"})
    void aSenselessClockRateIsTakenAsTheStandards(String map) {
        describe("a=rtpmap:96 " + map + "\na=fmtp:96 sprop-parameter-sets=Z0LAHtoCgPRA,aM48gA==\n");
        server.play();
        for (int picture = 0; picture < 100; picture++) {
            server.rtp(rtp(picture, true, picture * 3600, picture == 0 ? key() : delta()));
            server.pass(40);
        }
        assertThat(server.sink.track).isNotNull();
        assertThat(server.sink.track.clockRate()).isEqualTo(90_000);
        assertThat(units()).hasSize(100);
        assertThat(units().get(99).rtpTime() - units().get(98).rtpTime()).isEqualTo(3600);
        assertEven(40_000_000);
    }

    /** 90000 is announced and something else sent. */
    @ParameterizedTest
    @ValueSource(ints = {1000, 48_000, -90_000})
    void aRateThatIsNotTheOneAnnouncedIsFoundOut(int rate) {
        server.play();
        for (int picture = 0; picture < 400; picture++) {
            byte[] slice = picture % 50 == 0 ? Arrays.copyOf(key(), 1000) : delta();
            server.rtp(rtp(picture, true, 40_000_000 + picture * (rate / 25), slice));
            server.pass(40);
        }
        assertThat(server.session.counters().tickRate()).isEqualTo(rate);
        assertThat(units().get(399).rtpTime() - units().get(398).rtpTime()).isEqualTo(3600);
        assertThat(units().get(399).rtpTime() - units().get(0).rtpTime())
                .as("from the beginning on")
                .isEqualTo(399 * 3600);
    }

    @Test
    void framesOfUnknownChannelsAreCountedAndPassedOver() {
        server.play();
        for (int channel : new int[] {2, 3, 17, 255}) {
            server.receive(frame(channel, rtp(1, true, 3000, key())));
        }
        server.rtp(rtp(1, true, 3000, key()));
        assertThat(units()).hasSize(1);
        assertThat(server.session.counters().malformed()).isEqualTo(4);
    }

    @Test
    void aPictureOfTenMegabytesIsDroppedAndCounted() {
        server.play();
        int sequence = tenMegabytes(0, 3000);
        server.rtp(rtp(sequence++, true, 6000, key()));
        assertThat(units()).hasSize(1);
        assertThat(units().getFirst().afterGap()).isTrue();
        assertThat(server.session.counters().dropped()).isEqualTo(1);
        assertThat(server.session.counters().malformed()).isPositive();
        assertThat(Depacketiser.MOST_BYTES).isLessThan(10_000_000);
    }

    @Test
    void aStreamOfNothingButPicturesOfTenMegabytesIsToldAsWhatWeDoNotPlay() {
        server.play();
        int sequence = 0;
        for (int picture = 0; picture < 4; picture++) {
            sequence = tenMegabytes(sequence, picture * 3000);
        }
        server.rtp(rtp(sequence++, true, 4 * 3000, key()));
        for (int picture = 5; picture < 9; picture++) {
            sequence = tenMegabytes(sequence, picture * 3000);
        }
        assertThat(server.sink.failure).as("one was not").isNull();
        tenMegabytes(sequence, 9 * 3000);
        assertThat(server.sink.kind()).isEqualTo(RtspFailure.Kind.UNSUPPORTED);
        assertThat(server.sink.detail()).isEqualTo("pictures of more than 8 MiB");
    }

    /** Sends one; the next sequence number. */
    private int tenMegabytes(int from, int time) {
        byte[] chunk = new byte[60_000];
        chunk[0] = 0x7c;
        for (int i = 0; i < 175; i++) {
            chunk[1] = (byte) (i == 0 ? 0x85 : i == 174 ? 0x45 : 0x05);
            chunk[2] = (byte) 0x88;
            server.rtp(rtp(from + i, i == 174, time, chunk));
            assertThat(server.session.held()).isLessThanOrEqualTo(Rehearsal.MOST_HELD);
        }
        return from + 175;
    }

    @Test
    void h265WhereH264WasAnnouncedIsToldAsThat() {
        server.play();
        for (int picture = 0; picture < 30 && server.sink.failure == null; picture++) {
            server.rtp(rtp(picture * 3, false, picture * 3000, bytes(0x62, 1, 0x81, 0xaf, picture)));
            server.rtp(rtp(picture * 3 + 1, false, picture * 3000, bytes(0x62, 1, 0x01, 5, 6)));
            server.rtp(rtp(picture * 3 + 2, true, picture * 3000, bytes(0x62, 1, 0x41, 7)));
        }
        assertThat(server.sink.kind()).isEqualTo(RtspFailure.Kind.UNSUPPORTED);
        assertThat(server.sink.detail()).isEqualTo("announced as H264, sent as H265");
        assertThat(units()).noneMatch(AccessUnit::key);
    }

    @Test
    void picturesInDecodingOrderKeepTheirTimes() {
        server.play();
        int[] shown = {0, 3, 1, 2, 6, 4, 5, 9, 7, 8};
        for (int i = 0; i < shown.length; i++) {
            server.rtp(rtp(i, true, 90_000 + shown[i] * 3000, i == 0 ? key() : delta()));
        }
        assertThat(units()).noneMatch(AccessUnit::afterGap);
        assertThat(units())
                .extracting(unit -> (unit.rtpTime() - 90_000) / 3000)
                .containsExactly(0L, 3L, 1L, 2L, 6L, 4L, 5L, 9L, 7L, 8L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60})
    void onePictureASecondAndSixtyBothPlay(int rate) {
        server.play();
        for (int picture = 0; picture < 15 * rate; picture++) {
            server.rtp(rtp(picture, true, picture * 90_000 / rate, picture % 30 == 0 ? key() : delta()));
            server.pass(1000 / rate);
        }
        assertThat(units()).hasSize(15 * rate).noneMatch(AccessUnit::afterGap);
        assertThat(server.sink.failure).isNull();
    }

    @Test
    void malformedPaddingExtensionsAndSourcesCostTheirPacketOnly() {
        server.play();
        server.rtp(rtp(1, true, 3000, key()));
        byte[] padding = rtp(2, true, 6000, bytes(0x41, 0x9a, 4, 200));
        padding[0] |= 0x20;
        byte[] extension = rtp(2, true, 6000, bytes(0xbe, 0xde, 0xff, 0xff, 1));
        extension[0] |= 0x10;
        byte[] shortExtension = rtp(2, true, 6000, bytes(0xbe, 0xde));
        shortExtension[0] |= 0x10;
        byte[] sources = rtp(2, true, 6000, bytes(1, 2, 3, 4));
        sources[0] |= 0x0f;
        byte[] version = rtp(2, true, 6000, delta());
        version[0] = 0x40;
        for (byte[] bad : List.of(padding, extension, shortExtension, sources, version)) {
            server.rtp(bad);
        }
        assertThat(server.session.counters().malformed()).isEqualTo(5);
        byte[] good = rtp(2, true, 6000, bytes(9, 9, 9, 9, 0xbe, 0xde, 0, 1, 1, 1, 1, 1, 0x41, 0x9a, 4, 5, 6, 0, 0, 3));
        good[0] |= 0x31;
        server.rtp(good);
        assertThat(units()).hasSize(2);
        assertThat(units().getLast().data()).endsWith(delta());
        assertThat(units().getLast().afterGap()).isFalse();
    }

    @Test
    void packetsOfNoLengthAndWithoutPayloadDoNoHarm() {
        server.play();
        server.receive(frame(0, new byte[0]));
        server.receive(frame(1, new byte[0]));
        server.rtp(rtp(1, true, 3000, key()));
        server.rtp(rtp(2, false, 6000, new byte[0]));
        server.rtp(rtp(3, true, 6000, delta()));
        assertThat(units()).hasSize(2).noneMatch(AccessUnit::afterGap);
        assertThat(server.session.counters().malformed()).isEqualTo(1);
    }

    @Test
    void sequenceNumbersAndTimesWrap() {
        server.play();
        for (int picture = 0; picture < 20; picture++) {
            server.rtp(rtp(65_530 + picture & 0xffff, true, -30_000 + picture * 3000, picture == 0 ? key() : delta()));
        }
        assertThat(units()).hasSize(20).noneMatch(AccessUnit::afterGap);
        for (int i = 1; i < 20; i++) {
            assertThat(units().get(i).rtpTime() - units().get(i - 1).rtpTime()).isEqualTo(3000);
        }
        assertThat(server.session.counters().lost()).isZero();
    }

    @Test
    void aSourceThatChangesItsNameGoesOnWithAGapAtOnce() {
        server.play();
        server.rtp(rtp(500, true, 3000, key()));
        server.rtp(rtp(501, false, 6000, delta()));
        // Numbers just behind the ones before would pass for late packets of the first source.
        server.rtp(rtp(450, true, 777_000, 55, key()));
        server.rtp(rtp(451, true, 780_000, 55, delta()));
        assertThat(units()).hasSize(3);
        assertThat(units().get(1).afterGap()).isTrue();
        assertThat(units().get(1).key()).isTrue();
        assertThat(units().get(2).afterGap()).isFalse();
        assertThat(server.session.counters().duplicates()).isZero();
        assertThat(server.session.counters().lost()).isZero();
    }

    @Test
    void timesThatJumpBackAreHandedOnAsTheyAre() {
        server.play();
        server.rtp(rtp(1, true, 900_000, key()));
        server.rtp(rtp(2, true, 903_000, delta()));
        server.rtp(rtp(3, true, 3000, delta()));
        server.rtp(rtp(4, true, 6000, delta()));
        assertThat(units()).hasSize(4).noneMatch(AccessUnit::afterGap);
        assertThat(units().get(2).rtpTime() - units().get(1).rtpTime()).isEqualTo(-900_000);
        assertEven(0);
    }

    @Test
    void anotherPayloadTypeOnTheChannelIsCountedAndPassedOver() {
        server.play();
        server.rtp(rtp(97, 1, true, 3000, Packets.SOURCE, key()));
        server.rtp(rtp(1, true, 3000, key()));
        assertThat(units()).hasSize(1);
        assertThat(server.session.counters().malformed()).isEqualTo(1);
    }

    @Test
    void packetsBeforeAnythingWasSetUpAreCounted() {
        server.on("DESCRIBE", request -> new byte[0]).connect();
        server.rtp(rtp(1, true, 3000, key()));
        server.rtcp(Packets.bye(Packets.SOURCE));
        assertThat(server.session.counters().malformed()).isEqualTo(2);
        assertThat(units()).isEmpty();
    }

    private List<AccessUnit> units() {
        return server.sink.units;
    }

    /** Mapped to local time, units rise, and from the second third on by that many nanoseconds, where one is given. */
    private void assertEven(long spacing) {
        ClockRecovery clock = new ClockRecovery(90_000);
        long before = 0;
        for (int i = 0; i < units().size(); i++) {
            AccessUnit unit = units().get(i);
            long mapped = clock.map(unit.rtpTime(), unit.arrivalNanos());
            assertThat(mapped).isGreaterThan(before);
            if (spacing > 0 && i > units().size() / 3) {
                assertThat(mapped - before).isBetween(spacing - 1_000_000, spacing + 1_000_000);
            }
            before = mapped;
        }
    }

    private void describe(String attributes) {
        String sdp = "v=0\ns=x\nm=video 0 RTP/AVP 96\n" + attributes + "a=control:track1\n";
        server.on("DESCRIBE", request -> described(request, sdp));
    }
}

package vn.toancanh.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.rtsp.FakeRtspServer.ok;
import static vn.toancanh.rtsp.FakeRtspServer.status;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.model.MediaTransport;
import vn.toancanh.rtsp.message.RtspRequest;

/** Which transports are asked for, and what becomes of the answers. */
final class TransportsTest {
    private static final String TCP = "RTP/AVP/TCP;unicast;interleaved=0-1";
    private static final String UDP = "RTP/AVP;unicast;client_port=40000-40001";

    @Test
    void tcpIsAskedForFirstAndUdpWhereItIsRefused() {
        DryServer server = server("rtsp://h/a", TransportPolicy.TCP_FIRST);
        assertThat(server.session.transport()).isEqualTo(MediaTransport.UNKNOWN);
        server.on("SETUP", refusing("/TCP")).play();
        assertThat(server.session.transport()).isEqualTo(MediaTransport.UDP);
        assertThat(asked(server)).containsExactly(TCP, UDP);
        server.datagram(Packets.rtp(1, true, 3000, Packets.key()));
        server.datagram(Packets.rtp(2, true, 6000, Packets.delta()));
        assertThat(server.sink.units).hasSize(2);
        assertThat(server.methods()).containsOnlyOnce("OPTIONS");
    }

    @Test
    void udpIsAskedForFirstAndTcpWhereItIsRefused() {
        DryServer server = server("rtsp://h/a", TransportPolicy.UDP_FIRST);
        server.on("SETUP", refusing("client_port")).play();
        assertThat(asked(server)).containsExactly(UDP, TCP);
        assertThat(server.session.transport()).isEqualTo(MediaTransport.TCP);
        assertThat(server.session.portsOpen()).isFalse();
        server.rtp(Packets.rtp(1, true, 3000, Packets.key()));
        assertThat(server.sink.units).hasSize(1);
    }

    @Test
    void whereNoPacketComesByUdpTcpIsTriedOverANewConnection() {
        DryServer server = server("rtsp://h/a", TransportPolicy.UDP_FIRST).play();
        server.pass(2900);
        assertThat(asked(server)).containsExactly(UDP);
        server.pass(300);
        assertThat(asked(server)).containsExactly(UDP, TCP);
        assertThat(server.methods())
                .containsExactly(
                        "OPTIONS", "DESCRIBE", "SETUP", "PLAY", "TEARDOWN", "OPTIONS", "DESCRIBE", "SETUP", "PLAY");
        assertThat(server.of("SETUP").getLast().headers().first("Session")).isEmpty();
        assertThat(server.session.portsOpen()).isFalse();
        server.rtp(Packets.rtp(1, true, 3000, Packets.key()));
        assertThat(server.sink.units).hasSize(1);
    }

    @Test
    void whereNoPacketComesByTcpInClearUdpIsTriedOnceOverANewConnection() {
        DryServer server = server("rtsp://h/a", TransportPolicy.TCP_FIRST).play();
        server.pass(4900);
        assertThat(asked(server)).as("a slow camera is not left").containsExactly(TCP);
        server.pass(200);
        assertThat(asked(server)).containsExactly(TCP, UDP);
        assertThat(server.methods()).containsSubsequence("PLAY", "TEARDOWN", "OPTIONS", "PLAY");
        server.datagram(Packets.rtp(1, true, 3000, Packets.key()));
        assertThat(server.sink.units).hasSize(1);
        assertThat(server.session.transport()).isEqualTo(MediaTransport.UDP);
    }

    @Test
    void whereNothingComesEitherWayItIsSilentAndNothingIsTriedTwice() {
        DryServer server = server("rtsp://h/a", TransportPolicy.TCP_FIRST).play();
        server.pass(5100);
        assertThat(server.sink.failure).isNull();
        server.pass(5100);
        assertThat(server.sink.kind()).isEqualTo(RtspFailure.Kind.SILENT);
        assertThat(asked(server)).containsExactly(TCP, UDP);
    }

    @Test
    void oneThatIsSilentByTcpAndRefusesUdpIsSilent() {
        DryServer server = server("rtsp://h/a", TransportPolicy.TCP_FIRST);
        server.on("SETUP", refusing("client_port")).play();
        server.pass(5100);
        assertThat(server.sink.kind()).isEqualTo(RtspFailure.Kind.SILENT);
        assertThat(server.sink.detail()).contains("461");
    }

    @Test
    void aStreamThatWasHeardByTcpOrIsEncryptedOrHasNoOtherWayFallsSilentAsBefore() {
        DryServer heard = server("rtsp://h/a", TransportPolicy.TCP_FIRST).play();
        heard.rtp(Packets.rtp(1, true, 3000, Packets.key()));
        DryServer encrypted = server("rtsps://h/a", TransportPolicy.TCP_FIRST).play();
        DryServer tcpOnly = server("rtsp://h/a", TransportPolicy.TCP_ONLY).play();
        for (DryServer each : List.of(heard, encrypted, tcpOnly)) {
            each.pass(5100);
            assertThat(each.sink.kind()).isEqualTo(RtspFailure.Kind.SILENT);
            assertThat(asked(each)).containsExactly(TCP);
        }
    }

    @Test
    void whatAServerWasHeardByIsTriedFirstNextTime() {
        LearntWays ways = new LearntWays();
        Leg leg = leg("rtsp://h/a", TransportPolicy.TCP_FIRST);
        assertThat(ways.begin(leg).transports()).containsExactly(Transport.TCP, Transport.UDP);
        ways.heard(leg, MediaTransport.UDP);
        assertThat(ways.begin(leg("rtsp://H:554/b", TransportPolicy.TCP_FIRST)).transports())
                .containsExactly(Transport.UDP, Transport.TCP);
        assertThat(ways.begin(leg("rtsp://h:8554/b", TransportPolicy.TCP_FIRST)))
                .as("another server")
                .extracting(Leg::transports)
                .isEqualTo(List.of(Transport.TCP, Transport.UDP));
        Leg only = leg("rtsp://h/a", TransportPolicy.TCP_ONLY);
        assertThat(ways.begin(only)).as("where UDP is not allowed").isEqualTo(only);
        ways.heard(ways.begin(leg), MediaTransport.TCP);
        assertThat(ways.begin(leg)).as("the camera was set up anew").isEqualTo(leg);
        for (int i = 0; i <= LearntWays.MOST; i++) {
            ways.heard(leg("rtsp://h" + i + "/", TransportPolicy.TCP_FIRST), MediaTransport.UDP);
        }
        Leg eldest = leg("rtsp://h0/", TransportPolicy.TCP_FIRST);
        assertThat(ways.begin(eldest)).as("so many and no more").isEqualTo(eldest);
    }

    @ParameterizedTest
    @CsvSource({
        "'', TCP_FIRST",
        "'tcp udp', TCP_FIRST",
        "'udp tcp', UDP_FIRST",
        "tcp, TCP_ONLY",
        "UDP, UDP_ONLY",
        "'quic udp', UDP_ONLY",
        "quic, TCP_FIRST"
    })
    void theOrderOfAGrantIsKept(String words, TransportPolicy policy) {
        List<String> named = words.isEmpty() ? List.of() : List.of(words.split(" ", -1));
        assertThat(TransportPolicy.of(named)).isEqualTo(policy);
        assertThat(TransportPolicy.of(policy.words())).isEqualTo(policy);
    }

    private static Leg leg(String uri, TransportPolicy policy) {
        return Leg.of(new RtspTarget(URI.create(uri), null, null, List.of(), policy, DryServer.TIMINGS));
    }

    @Test
    void whereUdpAloneIsAllowedItsSilenceIsTold() {
        DryServer server = server("rtsp://h/a", TransportPolicy.UDP_ONLY).play();
        server.pass(4900);
        assertThat(server.sink.failure).isNull();
        server.pass(300);
        assertThat(server.sink.kind()).isEqualTo(RtspFailure.Kind.SILENT);
        assertThat(server.sink.detail()).contains("UDP");
        assertThat(server.session.portsOpen()).isFalse();
    }

    @Test
    void aStreamByUdpThatFallsSilentLaterIsTold() {
        DryServer server = server("rtsp://h/a", TransportPolicy.UDP_FIRST).play();
        server.datagram(Packets.rtp(1, true, 3000, Packets.key()));
        server.pass(4000);
        server.datagram(Packets.rtp(2, true, 6000, Packets.delta()));
        server.pass(4900);
        assertThat(server.sink.failure).isNull();
        server.pass(200);
        assertThat(server.sink.kind()).isEqualTo(RtspFailure.Kind.SILENT);
    }

    @Test
    void aServerThatRefusesBothLeavesNoTransport() {
        DryServer server = server("rtsp://h/a", TransportPolicy.TCP_FIRST);
        server.on("SETUP", request -> status(request, 461)).connect();
        assertThat(server.sink.kind()).isEqualTo(RtspFailure.Kind.NO_TRANSPORT);
        assertThat(server.sink.detail()).isEqualTo("SETUP answered 461");
        assertThat(server.session.portsOpen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RTP/AVP;multicast;destination=239.1.2.3;port=5000-5001;ttl=16",
                "RTP/AVP;unicast;destination=239.1.2.3;server_port=5000-5001",
                "RTP/AVP;multicast"
            })
    void multicastIsRefusedCleanly(String answer) {
        DryServer server = server("rtsp://h/a", TransportPolicy.UDP_ONLY);
        server.on("SETUP", request -> ok(request, "Transport", answer, "Session", "s"))
                .connect();
        assertThat(server.sink.kind()).isEqualTo(RtspFailure.Kind.NO_TRANSPORT);
        assertThat(server.sink.detail()).contains("multicast");
        assertThat(server.methods()).endsWith("SETUP", "TEARDOWN");
        assertThat(server.session.portsOpen()).isFalse();
    }

    @Test
    void aServerThatAnswersWithAnotherTransportThanAskedForGetsAskedAnew() {
        DryServer server = server("rtsp://h/a", TransportPolicy.UDP_FIRST);
        server.on("SETUP", request -> ok(request, "Transport", TCP, "Session", "s"))
                .play();
        assertThat(asked(server)).containsExactly(UDP, TCP);
        assertThat(server.methods()).containsSubsequence("TEARDOWN", "OPTIONS", "PLAY");
    }

    @Test
    void encryptedStreamsNeverComeByUdp() {
        DryServer server = server("rtsps://h/a", TransportPolicy.UDP_FIRST).play();
        assertThat(asked(server)).containsExactly(TCP);
        server = server("rtsps://h/a", TransportPolicy.TCP_FIRST);
        server.on("SETUP", request -> status(request, 461)).connect();
        assertThat(asked(server)).containsExactly(TCP);
        assertThat(server.sink.kind()).isEqualTo(RtspFailure.Kind.NO_TRANSPORT);
        server = server("rtsps://h/a", TransportPolicy.UDP_ONLY).connect();
        assertThat(server.requests).isEmpty();
        assertThat(server.sink.kind()).isEqualTo(RtspFailure.Kind.NO_TRANSPORT);
    }

    @Test
    void theWayBackIsPunchedAtOnceAndWithEveryKeepAlive() {
        DryServer server = server("rtsp://h/a", TransportPolicy.UDP_ONLY).play();
        assertThat(server.packets).extracting(packet -> packet.length).containsExactly(12, 8);
        assertThat(server.packets.getFirst()).startsWith(0x80, 96);
        assertThat(server.packets.getLast()).startsWith(0x80, 201, 0, 1);
        for (int second = 0; second < 31; second++) {
            server.datagram(Packets.rtp(second, true, second * 90_000, Packets.delta()));
            server.pass(1000);
        }
        assertThat(server.methods()).contains("GET_PARAMETER");
        assertThat(server.packets).filteredOn(packet -> packet.length == 12).hasSize(2);
        // Receiver reports in between: one block, then the name.
        assertThat(server.packets)
                .filteredOn(packet -> packet[0] == (byte) 0x81 && packet[1] == (byte) 201)
                .hasSizeGreaterThan(3);
    }

    @Test
    void datagramsThatOvertookOthersAreSortedAndLostOnesAreNotWaitedForLong() {
        DryServer server = server("rtsp://h/a", TransportPolicy.UDP_ONLY).play();
        for (int number : new int[] {1, 3, 2, 6, 5, 4}) {
            server.datagram(Packets.rtp(number, true, number * 3000, number == 1 ? Packets.key() : Packets.delta()));
        }
        assertThat(server.sink.units).hasSize(6).noneMatch(AccessUnit::afterGap);
        server.datagram(Packets.rtp(8, true, 8 * 3000, Packets.delta()));
        assertThat(server.sink.units).hasSize(6);
        server.pass(100);
        assertThat(server.sink.units).hasSize(7);
        assertThat(server.sink.units.getLast().afterGap()).isTrue();
        assertThat(server.session.counters().lost()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "RTP/AVP/TCP;unicast;interleaved=4-5, INTERLEAVED, 4, 5",
        "rtp/avp/tcp;Interleaved = 4 - 5, INTERLEAVED, 4, 5",
        "RTP/AVP/TCP;unicast;interleaved=6, INTERLEAVED, 6, 7",
        "RTP/AVP/TCP, INTERLEAVED, 0, 1",
        "RTP/AVPF/TCP;interleaved=0-1, INTERLEAVED, 0, 1",
        "RTP/AVP/TCP;interleaved=300-301, OTHER, -1, -1",
        "RTP/AVP/TCP;interleaved=255, OTHER, -1, -1",
        "RTP/AVP;unicast;client_port=5000-5001;server_port=6970-6971, DATAGRAMS, 6970, 6971",
        "RTP/AVP/UDP;unicast;server_port=6970, DATAGRAMS, 6970, 6971",
        "RTP/AVP;unicast;client_port=5000-5001, DATAGRAMS, 0, 0",
        "RTP/AVP;unicast;server_port=70000-70001, OTHER, -1, -1",
        "RTP/AVP;unicast;server_port=99999999999-1, OTHER, -1, -1",
        "RTP/AVP;multicast;port=1-2, MULTICAST, 0, 0",
        "RAW/RAW/UDP;unicast, OTHER, 0, 0",
        "nonsense, OTHER, 0, 0",
        "'RTP/AVP;unicast;server_port=1-2,RTP/AVP/TCP', DATAGRAMS, 1, 2",
    })
    void answersAreReadInAllTheirForms(String value, TransportAnswer.Kind kind, int first, int second) {
        TransportAnswer answer = TransportAnswer.parse(value, Transport.TCP);
        assertThat(answer.kind()).isEqualTo(kind);
        assertThat(answer.first()).isEqualTo(first);
        assertThat(answer.second()).isEqualTo(second);
    }

    @Test
    void anEmptyAnswerMeansAsAskedAndASourceIsAnAddressNeverAName() throws Exception {
        assertThat(TransportAnswer.parse("", Transport.TCP).kind()).isEqualTo(TransportAnswer.Kind.INTERLEAVED);
        assertThat(TransportAnswer.parse(" ", Transport.UDP).kind()).isEqualTo(TransportAnswer.Kind.DATAGRAMS);
        assertThat(TransportAnswer.parse("RTP/AVP;source=10.0.0.7", Transport.UDP)
                        .source())
                .isEqualTo(InetAddress.getByName("10.0.0.7"));
        assertThat(TransportAnswer.parse("RTP/AVP;source=localhost", Transport.UDP)
                        .source())
                .isNull();
    }

    private static DryServer server(String uri, TransportPolicy policy) {
        return new DryServer(new RtspTarget(URI.create(uri), null, null, List.of(), policy, DryServer.TIMINGS));
    }

    private static List<String> asked(DryServer server) {
        return server.of("SETUP").stream()
                .map(request -> request.headers().first("Transport").orElse(""))
                .toList();
    }

    private static Function<RtspRequest, byte[]> refusing(String kind) {
        return request -> {
            String asked = request.headers().first("Transport").orElse("");
            return asked.contains(kind)
                    ? status(request, 461)
                    : ok(request, "Transport", asked + ";server_port=6970-6971", "Session", "s");
        };
    }
}

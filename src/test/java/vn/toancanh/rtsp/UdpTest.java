package vn.toancanh.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.rtsp.FakeRtspServer.ok;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Clock;

/** Media by UDP over real sockets. */
final class UdpTest {
    private static final RtspTimings PATIENT = new RtspTimings(
            Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(60));
    private static final Pattern CLIENT_PORT = Pattern.compile("client_port=(\\d+)-(\\d+)");

    private FakeRtspServer server;
    private RtspClient client;
    private DatagramSocket rtp;
    private DatagramSocket rtcp;
    private final RecordingSink sink = new RecordingSink();
    private volatile int clientPort;

    @BeforeEach
    void open() throws IOException {
        server = new FakeRtspServer();
        client = new RtspClient(Clock.SYSTEM, new Random(1));
        rtp = socket();
        rtcp = socket();
        server.on("SETUP", request -> {
            Matcher asked =
                    CLIENT_PORT.matcher(request.headers().first("Transport").orElse(""));
            if (!asked.find()) {
                return FakeRtspServer.status(request, 461);
            }
            clientPort = Integer.parseInt(asked.group(1));
            assertThat(Integer.parseInt(asked.group(2))).isEqualTo(clientPort + 1);
            String ports = ";server_port=" + rtp.getLocalPort() + "-" + rtcp.getLocalPort();
            return ok(request, "Transport", "RTP/AVP;unicast;" + asked.group() + ports, "Session", "s;timeout=2");
        });
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
        rtp.close();
        rtcp.close();
    }

    @Test
    void playsWhatTheNegotiatedSourceSendsAndNothingElse() throws Exception {
        RtspSession session = open(TransportPolicy.TCP_FIRST);
        sink.awaitTrack();
        assertThat(clientPort).isPositive();
        assertThat(clientPort % 2).isZero();
        try (DatagramSocket stranger = socket()) {
            send(stranger, Packets.rtp(900, true, 3000, Packets.key()));
            await(() -> session.counters().strangers() == 1);
        }
        send(rtp, Packets.rtp(2, true, 6000, Packets.delta()));
        send(rtp, Packets.rtp(1, true, 3000, Packets.key()));
        send(rtp, Packets.rtp(3, true, 9000, Packets.key()));
        AccessUnit first = sink.awaitUnit();
        assertThat(first.data()).endsWith(Packets.delta());
        assertThat(sink.awaitUnit().data()).endsWith(Packets.key());
        assertThat(session.counters().packets()).isEqualTo(3);
        sink.assertNothingEnded();
    }

    @Test
    void opensTheWayBackAndReportsToTheServersControlPort() throws Exception {
        open(TransportPolicy.UDP_ONLY);
        sink.awaitTrack();
        assertThat(receive(rtp)).hasSize(12).startsWith(0x80, 96);
        assertThat(receive(rtcp)).hasSize(8).startsWith(0x80, 201);
        send(rtp, Packets.rtp(1, true, 3000, Packets.key()));
        sink.awaitUnit();
        byte[] report = receive(rtcp);
        while (report.length == 8) {
            report = receive(rtcp);
        }
        assertThat(report).startsWith(0x81, 201, 0, 7);
        assertThat(report[10] << 8 | report[11]).isEqualTo(Packets.SOURCE);
        await(() -> server.methods().contains("GET_PARAMETER"));
    }

    @Test
    void whereNoPacketComesTcpIsTriedOverANewConnection() throws Exception {
        RtspTimings quick = new RtspTimings(
                Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofMillis(300));
        server.on(
                "PLAY",
                request -> server.methods().contains("TEARDOWN")
                        ? FakeRtspServer.joined(
                                ok(request), FakeRtspServer.frame(0, Packets.rtp(1, true, 3000, Packets.key())))
                        : ok(request));
        var udp = new java.util.concurrent.atomic.AtomicInteger();
        server.on("SETUP", request -> {
            String asked = request.headers().first("Transport").orElse("");
            return ok(request, "Transport", asked, "Session", "s" + udp.incrementAndGet());
        });
        RtspTarget target = new RtspTarget(server.uri("/a"), null, null, List.of(), TransportPolicy.UDP_FIRST, quick);
        client.open(target, sink);
        assertThat(sink.awaitUnit().key()).isTrue();
        assertThat(udp.get()).isEqualTo(2);
        assertThat(server.connections()).isEqualTo(2);
        assertThat(sink.order().getFirst()).isEqualTo("playing");
    }

    @Test
    void portsAreGivenBackWhenTheSessionEnds() throws Exception {
        RtspSession session = open(TransportPolicy.UDP_ONLY);
        sink.awaitTrack();
        assertThat(isFree(clientPort)).isFalse();
        session.close();
        await(() -> isFree(clientPort) && isFree(clientPort + 1));
        RecordingSink refused = new RecordingSink();
        server.on("PLAY", request -> FakeRtspServer.status(request, 503));
        client.open(
                new RtspTarget(server.uri("/a"), null, null, List.of(), TransportPolicy.UDP_ONLY, PATIENT), refused);
        assertThat(refused.awaitFailure().kind()).isEqualTo(RtspFailure.Kind.REFUSED);
        await(() -> isFree(clientPort) && isFree(clientPort + 1));
    }

    private RtspSession open(TransportPolicy policy) {
        return client.open(new RtspTarget(server.uri("/a"), null, null, List.of(), policy, PATIENT), sink);
    }

    private static boolean isFree(int port) {
        try (DatagramSocket probe = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            return probe.isBound();
        } catch (SocketException taken) {
            return false;
        }
    }

    private static DatagramSocket socket() throws IOException {
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        socket.setSoTimeout(20_000);
        return socket;
    }

    private void send(DatagramSocket from, byte[] packet) throws IOException {
        from.send(new DatagramPacket(packet, packet.length, InetAddress.getLoopbackAddress(), clientPort));
    }

    private static byte[] receive(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
        socket.receive(packet);
        return java.util.Arrays.copyOf(packet.getData(), packet.getLength());
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited 30 s").isLessThan(end);
            Thread.sleep(10);
        }
    }
}

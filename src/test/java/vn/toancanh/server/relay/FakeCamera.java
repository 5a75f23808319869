package vn.toancanh.server.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Threads;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamSource;
import vn.toancanh.rtsp.FakeRtspServer;
import vn.toancanh.rtsp.message.Headers;
import vn.toancanh.rtsp.message.RtspLimits;
import vn.toancanh.rtsp.message.RtspMessage;
import vn.toancanh.rtsp.message.RtspParser;
import vn.toancanh.rtsp.message.RtspRequest;
import vn.toancanh.rtsp.message.RtspResponse;

/** A camera that sends what a test has it send, over plain sockets. */
public final class FakeCamera implements AutoCloseable {
    static final String SDP = """
            v=0
            o=- 1 1 IN IP4 10.9.8.7
            s=Camera of the yard
            c=IN IP4 10.9.8.7
            a=control:rtsp://admin:mat-khau@10.9.8.7/all
            a=range:npt=now-
            m=video 0 RTP/AVP 96
            b=AS:500
            a=rtpmap:96 H264/90000
            a=fmtp:96 packetization-mode=1;sprop-parameter-sets=Z0LAHtoCgPRA,aM48gA==
            a=control:rtsp://admin:mat-khau@10.9.8.7/track1
            m=audio 0 RTP/AVP 0
            a=control:track2
            """;

    private final FakeRtspServer.@Nullable Wrapping encryption;
    private final ServerSocket socket = new ServerSocket();
    private final List<Socket> playing = new CopyOnWriteArrayList<>();
    private final List<Socket> all = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    final AtomicInteger plays = new AtomicInteger();
    final AtomicInteger teardowns = new AtomicInteger();
    private final AtomicInteger credentials = new AtomicInteger();
    volatile int refusesWith;
    volatile boolean silent;
    /** Between a question and its answer. */
    volatile Duration takes = Duration.ZERO;

    volatile boolean sendsElsewhereOnce;

    public FakeCamera() throws IOException {
        this(null);
    }

    /** @param encryption of each connection; null: none */
    public FakeCamera(FakeRtspServer.@Nullable Wrapping encryption) throws IOException {
        this.encryption = encryption;
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Threads.daemon("fake camera", this::accept).start();
    }

    public URI uri() {
        return URI.create((encryption == null ? "rtsp" : "rtsps") + "://127.0.0.1:" + socket.getLocalPort() + "/cam");
    }

    /** That entry, its small stream here. */
    public CameraEntry entry(CameraEntry like) {
        return new CameraEntry(
                like.camera(), List.of(new StreamSource(StreamRole.SUB, uri(), "admin", Secret.of("mat-khau"))));
    }

    /** Requests of any kind. */
    public int requests() {
        return asked.get();
    }

    /** Requests with credentials, which it never asks for. */
    public int passwordsSeen() {
        return credentials.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket raw = socket.accept();
                Socket one = encryption == null ? raw : encryption.wrap(raw);
                all.add(one);
                connections.incrementAndGet();
                Threads.daemon("fake camera's connection", () -> serve(one)).start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket from) {
        ByteBuffer buffer = ByteBuffer.allocate(RtspLimits.USUAL.bufferBytes());
        RtspParser parser = new RtspParser(RtspLimits.USUAL);
        byte[] piece = new byte[4096];
        try (from) {
            for (int got = from.getInputStream().read(piece);
                    got >= 0;
                    got = from.getInputStream().read(piece)) {
                buffer.put(piece, 0, got).flip();
                parser.parse(buffer, new RtspParser.Handler() {
                    @Override
                    public void interleaved(int channel, ByteBuffer data, int offset, int length) {
                        // Receiver reports.
                    }

                    @Override
                    public void message(RtspMessage message) {
                        if (message instanceof RtspRequest request && !silent) {
                            answer(from, request);
                        }
                    }
                });
                buffer.compact();
            }
        } catch (IOException gone) {
            playing.remove(from);
        }
        playing.remove(from);
    }

    private void answer(Socket to, RtspRequest request) {
        asked.incrementAndGet();
        if (request.headers().first("Authorization").isPresent()) {
            credentials.incrementAndGet();
        }
        LockSupport.parkNanos(takes.toNanos());
        Headers headers = Headers.of("CSeq", request.headers().first("CSeq").orElse("0"));
        if (refusesWith != 0 && request.method().equals("DESCRIBE")) {
            write(to, RtspResponse.of(refusesWith, "No", headers).encode());
            return;
        }
        switch (request.method()) {
            case "DESCRIBE" ->
                write(
                        to,
                        new RtspResponse(
                                        200,
                                        "OK",
                                        headers.with("Content-Type", "application/sdp"),
                                        SDP.getBytes(StandardCharsets.UTF_8))
                                .encode());
            case "SETUP" ->
                write(
                        to,
                        RtspResponse.of(
                                        200,
                                        "OK",
                                        headers.with("Session", "12;timeout=60")
                                                .with("Transport", "RTP/AVP/TCP;unicast;interleaved=4-5"))
                                .encode());
            case "PLAY" -> {
                if (sendsElsewhereOnce) {
                    sendsElsewhereOnce = false;
                    write(
                            to,
                            RtspResponse.of(302, "Found", headers.with("Location", uri() + "2"))
                                    .encode());
                    return;
                }
                plays.incrementAndGet();
                write(to, RtspResponse.of(200, "OK", headers).encode());
                playing.add(to);
            }
            case "TEARDOWN" -> {
                teardowns.incrementAndGet();
                playing.remove(to);
                write(to, RtspResponse.of(200, "OK", headers).encode());
            }
            default -> write(to, RtspResponse.of(200, "OK", headers).encode());
        }
    }

    /** Sends RTP packets to whoever plays. */
    void rtp(byte[]... packets) {
        send(4, packets);
    }

    void rtcp(byte[] packet) {
        send(5, packet);
    }

    private void send(int channel, byte[]... packets) {
        ByteBuffer wire = ByteBuffer.allocate(
                List.of(packets).stream().mapToInt(each -> each.length + 4).sum());
        for (byte[] packet : packets) {
            wire.put((byte) '$')
                    .put((byte) channel)
                    .putShort((short) packet.length)
                    .put(packet);
        }
        playing.forEach(to -> write(to, wire.array()));
    }

    private static void write(Socket to, byte[] bytes) {
        try {
            synchronized (to) {
                to.getOutputStream().write(bytes);
            }
        } catch (IOException gone) {
            // The other side has hung up, which a test sees elsewhere.
            return;
        }
    }

    int sessions() {
        return playing.size();
    }

    /** Ends all connections, as a camera does that loses its power. */
    void drop() {
        all.forEach(FakeCamera::shut);
    }

    private static void shut(Socket each) {
        try {
            each.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        drop();
    }
}

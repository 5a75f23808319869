package vn.toancanh.rtsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import vn.toancanh.base.Threads;
import vn.toancanh.rtsp.message.Headers;
import vn.toancanh.rtsp.message.RtspLimits;
import vn.toancanh.rtsp.message.RtspMessage;
import vn.toancanh.rtsp.message.RtspParser;
import vn.toancanh.rtsp.message.RtspRequest;
import vn.toancanh.rtsp.message.RtspResponse;

/** A server that says what a test wants it to say. Well behaved where the test says nothing. */
public final class FakeRtspServer implements AutoCloseable {
    static final String SDP = """
            v=0
            s=x
            a=control:*
            m=video 0 RTP/AVP 96
            a=rtpmap:96 H264/90000
            a=fmtp:96 packetization-mode=1;sprop-parameter-sets=Z0LAHtoCgPRA,aM48gA==
            a=control:track1
            """;

    /** Encrypts a connection, or leaves it as it is. */
    public interface Wrapping {
        Socket wrap(Socket raw) throws IOException;
    }

    private final Wrapping wrapping;
    private final ServerSocket socket;
    private final List<Socket> raws = new CopyOnWriteArrayList<>();
    private final Map<String, Function<RtspRequest, byte[]>> answers = new ConcurrentHashMap<>();
    private final List<RtspRequest> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<String> ends = new CopyOnWriteArrayList<>();
    private final List<Integer> interleaved = new CopyOnWriteArrayList<>();

    FakeRtspServer() throws IOException {
        this(raw -> raw);
    }

    FakeRtspServer(Wrapping wrapping) throws IOException {
        this.wrapping = wrapping;
        socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        on("OPTIONS", request -> ok(request, "Public", "OPTIONS, DESCRIBE, SETUP, PLAY, GET_PARAMETER, TEARDOWN"));
        on("DESCRIBE", request -> described(request, SDP));
        on(
                "SETUP",
                request ->
                        ok(request, "Transport", "RTP/AVP/TCP;unicast;interleaved=0-1", "Session", "abc;timeout=60"));
        on("PLAY", request -> ok(request));
        on("GET_PARAMETER", request -> ok(request));
        on("TEARDOWN", request -> ok(request));
        Threads.daemon("fake rtsp", this::accept).start();
    }

    /** What a method is answered with; no bytes at all close the connection. */
    FakeRtspServer on(String method, Function<RtspRequest, byte[]> answer) {
        answers.put(method, answer);
        return this;
    }

    URI uri(String pathAndQuery) {
        return URI.create("rtsp://127.0.0.1:" + socket.getLocalPort() + pathAndQuery);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The connections made so far, oldest first. */
    List<Socket> sockets() {
        return connections;
    }

    List<RtspRequest> requests() {
        return requests;
    }

    List<String> methods() {
        return requests.stream().map(RtspRequest::method).toList();
    }

    /** How many connections were made so far. */
    int connections() {
        return connections.size();
    }

    /** Channels of the frames that clients sent. */
    List<Integer> interleaved() {
        return interleaved;
    }

    static byte[] ok(RtspMessage request, String... fields) {
        return status(request, 200, fields);
    }

    static byte[] status(RtspMessage request, int status, String... fields) {
        Headers headers =
                Headers.of("CSeq", request.headers().first("CSeq").orElse("0")).and(Headers.of(fields));
        return RtspResponse.of(status, "Said", headers).encode();
    }

    static byte[] described(RtspRequest request, String sdp, String... fields) {
        Headers headers =
                Headers.of("CSeq", request.headers().first("CSeq").orElse("0")).and(Headers.of(fields));
        return new RtspResponse(200, "OK", headers, sdp.getBytes(StandardCharsets.UTF_8)).encode();
    }

    static byte[] joined(byte[]... parts) {
        int size = 0;
        for (byte[] part : parts) {
            size += part.length;
        }
        ByteBuffer all = ByteBuffer.allocate(size);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    static byte[] frame(int channel, byte[] packet) {
        return ByteBuffer.allocate(4 + packet.length)
                .put((byte) '$')
                .put((byte) channel)
                .putShort((short) packet.length)
                .put(packet)
                .array();
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                Socket raw = socket.accept();
                raws.add(raw);
                Socket connection = wrapping.wrap(raw);
                connections.add(connection);
                Threads.daemon("fake rtsp connection", () -> serve(connection)).start();
            }
        } catch (SocketException closed) {
            connections.forEach(FakeRtspServer::closeQuietly);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Cuts all connections without a word. */
    void cut() throws IOException {
        for (Socket raw : raws) {
            raw.close();
        }
    }

    /** How connections ended: {@code in order}, or why not. */
    List<String> ends() {
        return ends;
    }

    private void serve(Socket connection) {
        RtspParser parser = new RtspParser(RtspLimits.USUAL);
        ByteBuffer buffer = ByteBuffer.allocate(RtspLimits.USUAL.bufferBytes());
        byte[] chunk = new byte[8192];
        try (connection) {
            for (int count = connection.getInputStream().read(chunk);
                    count >= 0;
                    count = connection.getInputStream().read(chunk)) {
                buffer.put(chunk, 0, count).flip();
                parser.parse(buffer, new RtspParser.Handler() {
                    @Override
                    public void interleaved(int channel, ByteBuffer data, int offset, int length) {
                        interleaved.add(channel);
                    }

                    @Override
                    public void message(RtspMessage message) {
                        if (message instanceof RtspRequest request) {
                            answer(connection, request);
                        }
                    }
                });
                buffer.compact();
            }
            ends.add("in order");
        } catch (IOException | UncheckedIOException gone) {
            ends.add(gone.toString());
            closeQuietly(connection);
        }
    }

    private void answer(Socket connection, RtspRequest request) {
        requests.add(request);
        byte[] bytes =
                answers.getOrDefault(request.method(), FakeRtspServer::ok).apply(request);
        try {
            if (bytes.length == 0) {
                connection.close();
            } else {
                connection.getOutputStream().write(bytes);
                connection.getOutputStream().flush();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void closeQuietly(Socket connection) {
        try {
            connection.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        connections.forEach(FakeRtspServer::closeQuietly);
    }
}

package vn.toancanh.rtsp;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import vn.toancanh.base.Secret;
import vn.toancanh.rtsp.message.RtspFormatException;
import vn.toancanh.rtsp.message.RtspLimits;
import vn.toancanh.rtsp.message.RtspMessage;
import vn.toancanh.rtsp.message.RtspParser;
import vn.toancanh.rtsp.message.RtspRequest;
import vn.toancanh.rtsp.message.RtspResponse;

/** A rehearsed session and the server it talks to, without sockets and with a clock turned by hand. Well behaved unless told otherwise. */
final class DryServer {
    static final RtspTimings TIMINGS = RtspTimings.USUAL;
    private static final long MILLI = 1_000_000;

    final SeenSink sink = new SeenSink();
    final List<RtspRequest> requests = new ArrayList<>();
    /** Packets sent: by UDP as they are, over the connection with their channel in front. */
    final List<byte[]> packets = new ArrayList<>();
    /** What the session answered to what was asked of it. */
    final List<RtspResponse> answered = new ArrayList<>();

    final Rehearsal session;
    private final Map<String, Function<RtspRequest, byte[]>> answers = new HashMap<>();
    private final RtspParser parser = new RtspParser(RtspLimits.USUAL);
    private long now = 50_000 * MILLI;

    DryServer(String uri) {
        this(new RtspTarget(URI.create(uri), "viewer", Secret.of("s3cret"), List.of(), TIMINGS));
    }

    DryServer(RtspTarget target) {
        session = new Rehearsal(target, sink, new Random(1), ByteBuffer.allocate(Rehearsal.BUFFER));
        on("OPTIONS", request -> FakeRtspServer.ok(request, "Public", "DESCRIBE, SETUP, PLAY, GET_PARAMETER"));
        on("DESCRIBE", request -> FakeRtspServer.described(request, FakeRtspServer.SDP));
        on(
                "SETUP",
                request -> FakeRtspServer.ok(request, "Transport", transport(request), "Session", "abc;timeout=60"));
    }

    private static String transport(RtspRequest request) {
        String asked = request.headers().first("Transport").orElse("");
        return asked.contains("/TCP") ? asked : asked + ";server_port=6970-6971";
    }

    DryServer on(String method, Function<RtspRequest, byte[]> answer) {
        answers.put(method, answer);
        return this;
    }

    /** Connects and answers until nothing is asked any more. */
    DryServer connect() {
        session.connected(now);
        answer();
        return this;
    }

    /** Connects, and the answer to PLAY is on its way. */
    DryServer play() {
        connect();
        if (!sink.order.contains("playing")) {
            throw new AssertionError("did not play: " + sink.order + " " + sink.failure);
        }
        return this;
    }

    void receive(byte[] bytes) {
        session.receive(bytes);
        answer();
    }

    /** An RTP packet comes over the connection. */
    void rtp(byte[] packet) {
        receive(FakeRtspServer.frame(0, packet));
    }

    /** An RTCP packet comes over the connection. */
    void rtcp(byte[] packet) {
        receive(FakeRtspServer.frame(1, packet));
    }

    void datagram(byte[] packet) {
        session.datagram(false, packet);
    }

    /** Time passes, in the client's usual steps. */
    void pass(long millis) {
        for (long left = millis; left > 0; left -= 100) {
            now += Math.min(100, left) * MILLI;
            session.tick(now);
            answer();
        }
    }

    List<String> methods() {
        return requests.stream().map(RtspRequest::method).toList();
    }

    List<RtspRequest> of(String method) {
        return requests.stream().filter(each -> each.method().equals(method)).toList();
    }

    private void answer() {
        for (List<byte[]> sent = session.sent(); !sent.isEmpty(); sent = session.sent()) {
            sent.forEach(this::take);
        }
    }

    private void take(byte[] bytes) {
        if (bytes[0] == '$' || bytes[0] < 0) {
            packets.add(bytes);
            return;
        }
        try {
            parser.parse(ByteBuffer.wrap(bytes), new RtspParser.Handler() {
                @Override
                public void interleaved(int channel, ByteBuffer data, int offset, int length) {
                    throw new AssertionError("a frame within a request");
                }

                @Override
                public void message(RtspMessage message) {
                    if (message instanceof RtspRequest request) {
                        requests.add(request);
                        session.receive(answers.getOrDefault(request.method(), FakeRtspServer::ok)
                                .apply(request));
                    } else if (message instanceof RtspResponse response) {
                        answered.add(response);
                    }
                }
            });
        } catch (RtspFormatException impossible) {
            throw new AssertionError("we sent no RTSP", impossible);
        }
    }
}

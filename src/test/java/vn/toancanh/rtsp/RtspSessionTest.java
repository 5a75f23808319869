package vn.toancanh.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.rtsp.FakeRtspServer.described;
import static vn.toancanh.rtsp.FakeRtspServer.frame;
import static vn.toancanh.rtsp.FakeRtspServer.joined;
import static vn.toancanh.rtsp.FakeRtspServer.ok;
import static vn.toancanh.rtsp.FakeRtspServer.status;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.rtsp.message.DigestAlgorithm;
import vn.toancanh.rtsp.message.DigestGuard;
import vn.toancanh.rtsp.message.Headers;
import vn.toancanh.rtsp.message.RtspRequest;

final class RtspSessionTest {
    private static final RtspTimings SHORT =
            new RtspTimings(Duration.ofSeconds(5), Duration.ofMillis(700), Duration.ofMillis(900));
    private static final RtspTimings LONG =
            new RtspTimings(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(60));

    private FakeRtspServer server;
    private RtspClient client;
    private final RecordingSink sink = new RecordingSink();

    RtspSessionTest() throws IOException {
        server = new FakeRtspServer();
        client = new RtspClient(Clock.SYSTEM, new Random(1));
    }

    @BeforeEach
    void nothingWasAskedYet() {
        assertThat(server.requests()).isEmpty();
    }

    @AfterEach
    void closeBoth() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void playsAndHandsOverPicturesInFrontOfWhichStandTheParameterSets() throws Exception {
        server.on(
                "PLAY",
                request -> joined(
                        ok(request),
                        frame(0, rtp(1, true, 3000, key())),
                        frame(7, new byte[9]),
                        frame(0, rtp(2, true, 6000, delta()))));
        RtspSession session = open("/cam1?token=a", LONG);
        VideoTrack track = sink.awaitTrack();
        assertThat(track.encoding()).isEqualTo(VideoTrack.Encoding.H264);
        AccessUnit first = sink.awaitUnit();
        assertThat(first.key()).isTrue();
        assertThat(first.data()).startsWith(0, 0, 0, 1, 0x67).endsWith(key());
        AccessUnit second = sink.awaitUnit();
        assertThat(second.key()).isFalse();
        assertThat(second.data()).isEqualTo(joined(new byte[] {0, 0, 0, 1}, delta()));
        assertThat(second.rtpTime() - first.rtpTime()).isEqualTo(3000);
        assertThat(session.counters().packets()).isEqualTo(2);
        assertThat(session.counters().malformed()).isEqualTo(1);
        assertThat(server.methods()).containsExactly("OPTIONS", "DESCRIBE", "SETUP", "PLAY");
        assertThat(server.requests()).allMatch(request -> request.uri().endsWith("token=a"));
        assertThat(server.requests().get(2).uri()).contains("/track1?");
        sink.assertNothingEnded();
    }

    @Test
    void mediaThatOvertakeTheAnswerToPlayAreNotLost() throws Exception {
        server.on("PLAY", request -> joined(frame(0, rtp(1, true, 3000, key())), ok(request)));
        open("/cam1", LONG);
        sink.awaitUnit();
        sink.awaitTrack();
        assertThat(sink.order()).containsExactly("playing", "unit");
    }

    @Test
    void closingSendsTeardownAndTellsNothing() throws Exception {
        RtspSession session = open("/cam1", LONG);
        sink.awaitTrack();
        session.close();
        session.close();
        await(() -> server.methods().contains("TEARDOWN"));
        assertThat(server.requests().getLast().headers().first("Session")).contains("abc");
        sink.assertNothingEnded();
    }

    @Test
    void answersEveryFormOfDigest() throws Exception {
        for (boolean qop : new boolean[] {true, false}) {
            for (List<DigestAlgorithm> offered :
                    List.of(List.of(DigestAlgorithm.MD5), List.of(DigestAlgorithm.MD5, DigestAlgorithm.SHA_256))) {
                RecordingSink own = new RecordingSink();
                try (FakeRtspServer guarded = new FakeRtspServer()) {
                    guard(guarded, qop, offered, Duration.ofSeconds(60));
                    client.open(target(guarded.uri("/a?x=1"), LONG), own);
                    own.awaitTrack();
                    assertThat(guarded.requests().getLast().headers().first("Authorization"))
                            .get()
                            .asString()
                            .contains(offered.size() == 2 ? "SHA-256" : "Digest")
                            .doesNotContain("s3cret");
                }
            }
        }
    }

    @Test
    void staleNoncesAreAnsweredAgain() throws Exception {
        // Every nonce is old at its second use, so each request is refused once.
        guard(server, true, List.of(DigestAlgorithm.MD5), Duration.ofNanos(-1));
        AtomicInteger stale = new AtomicInteger();
        for (String method : List.of("DESCRIBE", "SETUP", "PLAY")) {
            AtomicInteger tries = new AtomicInteger();
            server.on(
                    method,
                    request -> tries.incrementAndGet() <= 2
                            ? status(
                                    request,
                                    401,
                                    "WWW-Authenticate",
                                    "Digest realm=\"r\", nonce=\"" + stale.incrementAndGet()
                                            + "\", stale=TRUE, qop=\"auth\"")
                            : good(request));
        }
        server.on("OPTIONS", request -> ok(request));
        open("/cam1", LONG);
        sink.awaitTrack();
        assertThat(stale.get()).isEqualTo(6);
    }

    @Test
    void basicIsUsedWhereNothingBetterIsAskedFor() throws Exception {
        server.on(
                "DESCRIBE",
                request -> request.headers().first("Authorization").isEmpty()
                        ? status(request, 401, "WWW-Authenticate", "Basic realm=\"x\"")
                        : described(request, FakeRtspServer.SDP));
        open("/cam1", LONG);
        sink.awaitTrack();
        assertThat(server.requests().getLast().headers().first("Authorization"))
                .get()
                .asString()
                .startsWith("Basic ");
    }

    @Test
    void refusalsBecomeTheirKind() throws Exception {
        expect(
                RtspFailure.Kind.CREDENTIALS,
                "DESCRIBE",
                request -> status(request, 401, "WWW-Authenticate", "Basic realm=\"x\""));
        expect(RtspFailure.Kind.CREDENTIALS, "DESCRIBE", request -> status(request, 401));
        expect(RtspFailure.Kind.CREDENTIALS, "DESCRIBE", request -> status(request, 403));
        expect(RtspFailure.Kind.NOT_FOUND, "DESCRIBE", request -> status(request, 404));
        expect(RtspFailure.Kind.NOT_FOUND, "PLAY", request -> status(request, 454));
        expect(RtspFailure.Kind.REFUSED, "SETUP", request -> status(request, 503));
        expect(RtspFailure.Kind.PROTOCOL, "DESCRIBE", request -> described(request, "<html>"));
        expect(RtspFailure.Kind.NO_VIDEO, "DESCRIBE", request -> described(request, "v=0\nm=audio 0 RTP/AVP 8\n"));
        expect(
                RtspFailure.Kind.UNSUPPORTED,
                "DESCRIBE",
                request -> described(request, "v=0\nm=video 0 RTP/AVP 97\na=rtpmap:97 VP8/90000\n"));
        expect(RtspFailure.Kind.PROTOCOL, "OPTIONS", request -> "\u0001\u0002garbage".getBytes(StandardCharsets.UTF_8));
        expect(
                RtspFailure.Kind.PROTOCOL,
                "DESCRIBE",
                request -> ("RTSP/1.0 200 OK\r\n" + "X: y\r\n".repeat(20_000)).getBytes(StandardCharsets.UTF_8));
        expect(
                RtspFailure.Kind.PROTOCOL,
                "DESCRIBE",
                request -> "RTSP/1.0 200 OK\r\nContent-Length: 99999999\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        expect(RtspFailure.Kind.UNREACHABLE, "SETUP", request -> new byte[0]);
    }

    @Test
    void halfAnAnswerAndNoAnswerAreSilence() throws Exception {
        server.on("DESCRIBE", request -> "RTSP/1.0 200 OK\r\nCSeq: 2\r\nContent-Le".getBytes(StandardCharsets.UTF_8));
        open("/cam1", SHORT);
        assertThat(sink.awaitFailure().kind()).isEqualTo(RtspFailure.Kind.SILENT);
    }

    @Test
    void aTrackWithoutPacketsIsSilent() throws Exception {
        open("/cam1", SHORT);
        sink.awaitTrack();
        assertThat(sink.awaitFailure().kind()).isEqualTo(RtspFailure.Kind.SILENT);
        assertThat(sink.order()).containsExactly("playing", "ended");
    }

    @Test
    void aClosedPortAndAnUnknownNameAreUnreachable() throws Exception {
        int free;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = probe.getLocalPort();
        }
        client.open(target(URI.create("rtsp://127.0.0.1:" + free + "/"), LONG), sink);
        assertThat(sink.awaitFailure().kind()).isEqualTo(RtspFailure.Kind.UNREACHABLE);
        client.open(target(URI.create("rtsp://no-such-camera.invalid/"), LONG), sink);
        assertThat(sink.awaitFailure().kind()).isEqualTo(RtspFailure.Kind.UNREACHABLE);
    }

    @Test
    void anEncryptedStreamIsNeverAskedForInClear() throws Exception {
        String encrypted = server.uri("/cam1").toString().replace("rtsp:", "rtsps:");
        client.open(target(URI.create(encrypted), LONG), sink);
        assertThat(sink.awaitFailure().kind()).isIn(RtspFailure.Kind.UNREACHABLE, RtspFailure.Kind.PROTOCOL);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void keepsTheSessionAliveAndReportsReception() throws Exception {
        server.on(
                "SETUP",
                request -> ok(request, "Transport", "RTP/AVP/TCP;unicast;interleaved=4-5", "Session", "abc;timeout=2"));
        server.on("PLAY", request -> joined(ok(request), frame(4, rtp(1, true, 3000, key()))));
        open("/cam1", LONG);
        sink.awaitUnit();
        await(() -> server.methods().contains("GET_PARAMETER"));
        await(() -> server.interleaved().contains(5));
        sink.assertNothingEnded();
    }

    @Test
    void aServerThatKnowsNoParametersIsKeptAliveByOptions() throws Exception {
        server.on("OPTIONS", request -> ok(request, "Public", "DESCRIBE, SETUP"));
        server.on(
                "SETUP", request -> ok(request, "Transport", "RTP/AVP/TCP;interleaved=0-1", "Session", "s;timeout=2"));
        open("/cam1", LONG);
        await(() -> server.methods().stream().filter("OPTIONS"::equals).count() > 1);
        assertThat(server.methods()).doesNotContain("GET_PARAMETER");
    }

    @Test
    void followsRedirectsButNotForEver() throws Exception {
        try (FakeRtspServer other = new FakeRtspServer()) {
            server.on(
                    "DESCRIBE",
                    request ->
                            status(request, 302, "Location", other.uri("/there").toString()));
            open("/cam1", LONG);
            sink.awaitTrack();
            assertThat(other.requests().getFirst().uri()).endsWith("/there");
        }
        server.on(
                "DESCRIBE",
                request -> status(request, 302, "Location", server.uri("/again").toString()));
        RecordingSink circling = new RecordingSink();
        client.open(target(server.uri("/again"), LONG), circling);
        assertThat(circling.awaitFailure().kind()).isEqualTo(RtspFailure.Kind.REFUSED);
    }

    @Test
    void aServersOwnRequestsAndForeignAnswersDoNotDisturb() throws Exception {
        server.on(
                "PLAY",
                request -> joined(
                        RtspRequest.of("OPTIONS", "*", Headers.of("CSeq", "77")).encode(),
                        "RTSP/1.0 404 Not Found\r\nCSeq: 9999\r\n\r\n".getBytes(StandardCharsets.UTF_8),
                        "RTSP/1.0 100 Continue\r\n\r\n".getBytes(StandardCharsets.UTF_8),
                        ok(request)));
        open("/cam1", LONG);
        sink.awaitTrack();
        sink.assertNothingEnded();
    }

    @Test
    void aSinkThatThrowsCostsItsOwnSessionOnly() throws Exception {
        server.on("PLAY", request -> joined(ok(request), frame(0, rtp(1, true, 3000, key()))));
        client.open(target(server.uri("/bad"), LONG), new RtspSink() {
            @Override
            public void playing(VideoTrack track) {
                throw new IllegalStateException("planted");
            }

            @Override
            public void accessUnit(AccessUnit unit) {}

            @Override
            public void ended(RtspFailure failure) {
                sink.ended(failure);
            }
        });
        assertThat(sink.awaitFailure().kind()).isEqualTo(RtspFailure.Kind.PROTOCOL);
        open("/good", LONG);
        sink.awaitUnit();
    }

    private void expect(RtspFailure.Kind kind, String method, java.util.function.Function<RtspRequest, byte[]> answer)
            throws Exception {
        RecordingSink own = new RecordingSink();
        try (FakeRtspServer odd = new FakeRtspServer()) {
            odd.on(method, answer);
            client.open(target(odd.uri("/cam1?token=geheim"), LONG), own);
            RtspFailure failure = own.awaitFailure();
            assertThat(failure.kind()).as(failure.toString()).isEqualTo(kind);
            assertThat(failure.toString()).doesNotContain("geheim").doesNotContain("s3cret");
        }
    }

    private static void guard(FakeRtspServer guarded, boolean qop, List<DigestAlgorithm> offered, Duration life) {
        DigestGuard guard = new DigestGuard("r", offered, qop, life, Clock.SYSTEM, new Random(3));
        for (String method : List.of("DESCRIBE", "SETUP", "PLAY")) {
            guarded.on(method, request -> {
                DigestGuard.Verdict verdict = guard.check(
                        request, user -> user.equals("viewer") ? Optional.of(Secret.of("s3cret")) : Optional.empty());
                if (verdict == DigestGuard.Verdict.ACCEPTED) {
                    return good(request);
                }
                String[] fields = guard.challenges(verdict == DigestGuard.Verdict.STALE).stream()
                        .flatMap(value -> java.util.stream.Stream.of("WWW-Authenticate", value))
                        .toArray(String[]::new);
                return status(request, 401, fields);
            });
        }
    }

    private static byte[] good(RtspRequest request) {
        return switch (request.method()) {
            case "DESCRIBE" -> described(request, FakeRtspServer.SDP);
            case "SETUP" -> ok(request, "Transport", "RTP/AVP/TCP;unicast;interleaved=0-1", "Session", "abc");
            default -> ok(request);
        };
    }

    private RtspSession open(String path, RtspTimings timings) {
        return client.open(target(server.uri(path), timings), sink);
    }

    private static RtspTarget target(URI uri, RtspTimings timings) {
        return new RtspTarget(uri, "viewer", Secret.of("s3cret"), List.of(), timings);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited 30 s").isLessThan(end);
            Thread.sleep(10);
        }
    }

    private static byte[] key() {
        return new byte[] {0x65, (byte) 0x88, 1, 2, 3};
    }

    private static byte[] delta() {
        return new byte[] {0x41, (byte) 0x9a, 4, 5, 6};
    }

    private static byte[] rtp(int sequence, boolean marker, int time, byte[] payload) {
        return ByteBuffer.allocate(12 + payload.length)
                .put((byte) 0x80)
                .put((byte) (96 | (marker ? 0x80 : 0)))
                .putShort((short) sequence)
                .putInt(time)
                .putInt(0x1234)
                .put(payload)
                .array();
    }
}

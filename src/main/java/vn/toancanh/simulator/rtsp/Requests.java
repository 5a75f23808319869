package vn.toancanh.simulator.rtsp;

import java.util.HexFormat;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Secret;
import vn.toancanh.model.StreamRole;
import vn.toancanh.rtsp.message.DigestGuard;
import vn.toancanh.rtsp.message.Headers;
import vn.toancanh.rtsp.message.RtspRequest;
import vn.toancanh.rtsp.message.RtspResponse;
import vn.toancanh.simulator.Fault;
import vn.toancanh.simulator.clip.Clip;

/** Answers requests: who may see what, and sessions. RFC 2326. On the server's thread. */
final class Requests implements Connection.Requests {
    private static final Pattern ADDRESS =
            Pattern.compile("rtsp://[^/]+/camera/([0-9]{1,5})/(main|sub)(/.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern INTERLEAVED = Pattern.compile("interleaved=([0-9]{1,3})(-[0-9]{1,3})?");
    private static final String METHODS =
            "OPTIONS, DESCRIBE, SETUP, PLAY, PAUSE, TEARDOWN, GET_PARAMETER, SET_PARAMETER";
    static final int SESSION_SECONDS = 60;

    private final RtspServer server;
    private final Loops loops;
    private final DigestGuard guard;
    private final ServerSettings settings;
    private final SplittableRandom random;

    Requests(RtspServer server, Loops loops, DigestGuard guard, ServerSettings settings, SplittableRandom random) {
        this.server = server;
        this.loops = loops;
        this.guard = guard;
        this.settings = settings;
        this.random = random;
    }

    /** What a request is about. */
    private record About(ServedCamera camera, StreamRole role) {}

    @Override
    public void take(Connection connection, RtspRequest request) {
        if (request.method().equals("OPTIONS")) {
            reply(connection, request, 200, "OK", Headers.of("Public", METHODS));
            return;
        }
        About about = about(request);
        if (about == null) {
            reply(connection, request, 404, "Not Found", Headers.NONE);
            return;
        }
        if (about.camera.fault() == Fault.OFFLINE) {
            server.drop(connection);
            return;
        }
        DigestGuard.Verdict verdict = settings.open()
                ? DigestGuard.Verdict.ACCEPTED
                : guard.check(request, user -> password(user, about.camera));
        if (verdict != DigestGuard.Verdict.ACCEPTED) {
            Headers headers = Headers.NONE;
            for (String challenge : guard.challenges(verdict == DigestGuard.Verdict.STALE)) {
                headers = headers.with("WWW-Authenticate", challenge);
            }
            reply(connection, request, 401, "Unauthorized", headers);
            return;
        }
        switch (request.method()) {
            case "DESCRIBE" -> describe(connection, request, about);
            case "SETUP" -> setUp(connection, request, about);
            case "PLAY", "PAUSE", "TEARDOWN", "GET_PARAMETER", "SET_PARAMETER" -> inSession(connection, request);
            default -> reply(connection, request, 501, "Not Implemented", Headers.of("Public", METHODS));
        }
    }

    private Optional<Secret> password(String user, ServedCamera camera) {
        return user.equals(settings.user()) && camera.fault() != Fault.WRONG_PASSWORD
                ? Optional.of(settings.password())
                : Optional.empty();
    }

    private @Nullable About about(RtspRequest request) {
        Matcher address = ADDRESS.matcher(request.uri());
        if (!address.matches()) {
            return null;
        }
        ServedCamera camera = server.camera(Integer.parseInt(address.group(1)));
        StreamRole role = address.group(2).equalsIgnoreCase("main") ? StreamRole.MAIN : StreamRole.SUB;
        return camera == null ? null : new About(camera, role);
    }

    private void describe(Connection connection, RtspRequest request, About about) {
        loops.whenReady(
                about.camera,
                about.role,
                settings.patience(),
                clip -> {
                    connection.described.put(about.camera.live(about.role), clip);
                    Headers headers =
                            Headers.of("Content-Base", request.uri() + "/", "Content-Type", "application/sdp");
                    byte[] body = Descriptions.of(clip).getBytes(java.nio.charset.StandardCharsets.UTF_8);
                    connection.answer(new RtspResponse(200, "OK", withSequence(request, headers), body));
                },
                () -> reply(connection, request, 503, "Service Unavailable", Headers.of("Retry-After", "2")));
    }

    private void setUp(Connection connection, RtspRequest request, About about) {
        String transport = request.headers().first("Transport").orElse("");
        if (!transport.toUpperCase(java.util.Locale.ROOT).contains("RTP/AVP/TCP")) {
            reply(connection, request, 461, "Unsupported Transport", Headers.NONE);
            return;
        }
        Matcher wanted = INTERLEAVED.matcher(transport);
        int channel = wanted.find() ? Math.min(254, Integer.parseInt(wanted.group(1))) : 0;
        Clip told = connection.described.get(about.camera.live(about.role));
        if (told != null) {
            open(connection, request, about, told, channel);
            return;
        }
        loops.whenReady(
                about.camera,
                about.role,
                settings.patience(),
                clip -> open(connection, request, about, clip, channel),
                () -> reply(connection, request, 503, "Service Unavailable", Headers.of("Retry-After", "2")));
    }

    private void open(Connection connection, RtspRequest request, About about, Clip clip, int channel) {
        String session = HexFormat.of().toHexDigits(random.nextLong());
        Watcher watcher = new Watcher(session, server.feed(about.camera, clip), connection, channel, random);
        connection.sessions.put(session, watcher);
        String ssrc = HexFormat.of().toHexDigits(watcher.sequence.ssrc);
        Headers headers = Headers.of(
                "Transport",
                "RTP/AVP/TCP;unicast;interleaved=" + channel + "-" + (channel + 1) + ";ssrc=" + ssrc,
                "Session",
                session + ";timeout=" + SESSION_SECONDS);
        reply(connection, request, 200, "OK", headers);
    }

    private void inSession(Connection connection, RtspRequest request) {
        String session = request.headers()
                .first("Session")
                .orElse("")
                .replaceFirst(";.*", "")
                .strip();
        Watcher watcher = connection.sessions.get(session);
        if (watcher == null) {
            reply(connection, request, 454, "Session Not Found", Headers.NONE);
            return;
        }
        Headers headers = Headers.of("Session", session);
        switch (request.method()) {
            case "PLAY" ->
                server.play(watcher, () -> {
                    int time = watcher.sequence.timeBase + watcher.feed.ticks(server.nextCount(watcher.feed));
                    String about = "url=" + request.uri() + ";seq=" + watcher.sequence.next + ";rtptime="
                            + Integer.toUnsignedString(time);
                    reply(
                            connection,
                            request,
                            200,
                            "OK",
                            headers.with("Range", "npt=now-").with("RTP-Info", about));
                });
            case "PAUSE" -> {
                watcher.feed.leave(watcher);
                reply(connection, request, 200, "OK", headers);
            }
            case "TEARDOWN" -> {
                watcher.feed.leave(watcher);
                connection.sessions.remove(session);
                reply(connection, request, 200, "OK", headers);
            }
            default -> reply(connection, request, 200, "OK", headers);
        }
    }

    private static void reply(Connection connection, RtspRequest request, int status, String reason, Headers headers) {
        connection.answer(RtspResponse.of(status, reason, withSequence(request, headers)));
    }

    private static Headers withSequence(RtspRequest request, Headers headers) {
        String sequence = request.headers().first("CSeq").orElse("0");
        return headers.with("CSeq", sequence).with("Server", "Toan Canh simulator");
    }
}

package vn.toancanh.server.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.rtsp.RtspFailure;
import vn.toancanh.rtsp.message.DigestAlgorithm;
import vn.toancanh.rtsp.message.DigestGuard;
import vn.toancanh.rtsp.message.Headers;
import vn.toancanh.rtsp.message.RtspRequest;
import vn.toancanh.rtsp.message.RtspResponse;

/**
 * What one viewer asks for, RFC 2326: who it is, which stream, and to play it. One connection is for one grant and one session.
 * Nonces are the connection's own, so that an answer overheard elsewhere is worth nothing here. The relay's thread.
 */
final class Dialogue implements Viewer.Owner {
    static final String CONTROL = "trackID=0";
    static final int SESSION_SECONDS = 60;

    private static final String METHODS = "OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN, GET_PARAMETER, SET_PARAMETER";
    private static final int MOST_REFUSALS = 8;
    /** Below the eight seconds after which our own client gives an answer up. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(7);

    private final Relay relay;
    private final Viewer viewer;
    private final DigestGuard guard;
    private final long since;
    private @Nullable Admission admission;
    private @Nullable Upstream stream;
    private String session = "";
    private int refusals;
    private boolean plays;

    Dialogue(Relay relay, Viewer viewer, long now) {
        this.relay = relay;
        this.viewer = viewer;
        this.since = now;
        this.guard = new DigestGuard(
                "Toan Canh",
                List.of(DigestAlgorithm.SHA_256, DigestAlgorithm.MD5),
                true,
                Duration.ofMinutes(10),
                relay.clock(),
                relay.random());
    }

    Viewer viewer() {
        return viewer;
    }

    /** What it was let in for; null where it has proven nothing yet. */
    @Nullable
    Admission admission() {
        return admission;
    }

    boolean plays() {
        return plays;
    }

    /** Why it has to go now; empty where it may stay. */
    Optional<String> overdue(long now, RelaySettings settings) {
        long patience = settings.patience().toNanos();
        if (admission == null && now - since > patience) {
            return Optional.of("proved no right in time");
        }
        if (!plays && now - since > 3 * patience) {
            return Optional.of("did not play in time");
        }
        if (plays && now - viewer.heardNanos(now) > (SESSION_SECONDS + 10) * 1_000_000_000L) {
            return Optional.of("silent");
        }
        if (viewer.outlet().stalledNanos(now) > settings.stalled().toNanos()) {
            relay.tally().dropped++;
            return Optional.of("took nothing");
        }
        return Optional.empty();
    }

    @Override
    public void request(RtspRequest request) {
        viewer.heard(relay.clock().nanos());
        if (request.method().equals("OPTIONS")) {
            reply(request, 200, "OK", inTime(stream, Headers.of("Public", METHODS)));
        } else if (!session.isEmpty() && !request.method().equals("DESCRIBE")) {
            inSession(request);
        } else if (proven(request)) {
            aboutStream(request);
        }
    }

    /** Asks for a right where none was shown. Nothing is told of streams before. */
    private boolean proven(RtspRequest request) {
        @Nullable Admission[] found = new @Nullable Admission[1];
        DigestGuard.Verdict verdict = guard.check(request, user -> {
            Admission known = admission;
            Admission given = relay.admissions().of(user);
            boolean other = known != null && !known.grantId().equals(user);
            found[0] = other ? null : given;
            return Optional.ofNullable(found[0]).map(Admission::token);
        });
        if (verdict == DigestGuard.Verdict.ACCEPTED && found[0] != null) {
            admission = found[0];
            return true;
        }
        if (verdict == DigestGuard.Verdict.REFUSED) {
            relay.tally().refused++;
        }
        if (++refusals > MOST_REFUSALS) {
            over(viewer, "refused too often");
            return false;
        }
        Headers headers = Headers.NONE;
        for (String challenge : guard.challenges(verdict == DigestGuard.Verdict.STALE)) {
            headers = headers.with("WWW-Authenticate", challenge);
        }
        reply(request, 401, "Unauthorized", headers);
        return false;
    }

    private void aboutStream(RtspRequest request) {
        Admission mine = admission;
        if (mine == null || !RelayAddress.isOf(request.uri(), mine.cameraId(), mine.role())) {
            // The same for what is not there and what another may see.
            reply(request, 404, "Not Found", Headers.NONE);
            return;
        }
        switch (request.method()) {
            case "DESCRIBE" -> described(request, mine, text -> describe(request, text));
            case "SETUP" -> described(request, mine, text -> setUp(request));
            case "PLAY", "TEARDOWN", "GET_PARAMETER", "SET_PARAMETER" ->
                reply(request, 454, "Session Not Found", Headers.NONE);
            default -> reply(request, 501, "Not Implemented", Headers.of("Public", METHODS));
        }
    }

    private interface Told {
        void of(String description);
    }

    /** Goes on once the camera has told what it sends, or says why it does not. */
    private void described(RtspRequest request, Admission mine, Told told) {
        Upstream wanted = relay.stream(mine.cameraId(), mine.role());
        if (wanted == null) {
            reply(request, 503, "Service Unavailable", Headers.of("Retry-After", "5"));
            return;
        }
        stream = wanted;
        boolean[] answered = {false};
        wanted.describe(answer -> {
            if (!answered[0] && !viewer.closed()) {
                answered[0] = true;
                RtspFailure failure = answer.failure();
                if (failure == null) {
                    told.of(answer.description());
                } else {
                    Refusal why = Refusal.of(failure);
                    reply(request, why.status(), why.reason(), Headers.of("Retry-After", "2"));
                }
            }
        });
        relay.after(LONGEST_WAIT, () -> {
            if (!answered[0] && !viewer.closed()) {
                answered[0] = true;
                reply(request, 504, "Gateway Time-out", Headers.of("Retry-After", "2"));
            }
        });
    }

    private void describe(RtspRequest request, String description) {
        String base = request.uri().endsWith("/") ? request.uri() : request.uri() + "/";
        Headers headers = withSequence(
                request,
                Headers.of("Content-Base", base, "Content-Type", "application/sdp", "Cache-Control", "no-cache"));
        viewer.answer(new RtspResponse(200, "OK", headers, description.getBytes(StandardCharsets.UTF_8)));
    }

    private void setUp(RtspRequest request) {
        String transport = request.headers().first("Transport").orElse("");
        if (!transport.toUpperCase(Locale.ROOT).contains("RTP/AVP/TCP")) {
            reply(request, 461, "Unsupported Transport", Headers.NONE);
            return;
        }
        session = HexFormat.of().toHexDigits(relay.random().nextLong());
        // All viewers of a stream read the same bytes, the numbers of the channels among them.
        Headers headers = Headers.of(
                "Transport", "RTP/AVP/TCP;unicast;interleaved=0-1", "Session", session + ";timeout=" + SESSION_SECONDS);
        reply(request, 200, "OK", headers);
    }

    private void inSession(RtspRequest request) {
        Upstream mine = stream;
        String named = request.headers()
                .first("Session")
                .orElse("")
                .replaceFirst(";.*", "")
                .strip();
        if (!named.equals(session) || mine == null) {
            reply(request, 454, "Session Not Found", Headers.NONE);
            return;
        }
        Headers headers = inTime(mine, Headers.of("Session", session));
        switch (request.method()) {
            // Where the session with the camera was renewed meanwhile, it waits for that.
            case "PLAY" -> described(request, Objects.requireNonNull(admission), text -> play(request, headers));
            case "TEARDOWN" -> {
                leave();
                session = "";
                reply(request, 200, "OK", headers);
            }
            case "GET_PARAMETER", "SET_PARAMETER" -> reply(request, 200, "OK", headers);
            default -> reply(request, 455, "Method Not Valid in This State", headers);
        }
    }

    /** Tells with it by how much its pictures are older than they look from here. */
    private static Headers inTime(@Nullable Upstream from, Headers headers) {
        long behind = from == null ? 0 : from.behindNanos() / 1_000_000;
        return behind == 0 ? headers : headers.with("X-Behind", Long.toString(behind));
    }

    private void play(RtspRequest request, Headers headers) {
        Upstream mine = stream;
        if (mine == null || !mine.playable()) {
            reply(request, 503, "Service Unavailable", Headers.of("Retry-After", "2"));
            return;
        }
        reply(request, 200, "OK", headers.with("Range", "npt=now-"));
        if (!plays) {
            plays = true;
            mine.join(viewer);
        }
    }

    private void leave() {
        plays = false;
        viewer.outlet().pause();
        if (stream != null) {
            stream.leave(viewer);
        }
    }

    @Override
    public void over(Viewer gone, String why) {
        relay.close(this, why);
    }

    /** Lets go of the stream. */
    void ended() {
        if (stream != null) {
            stream.leave(viewer);
        }
    }

    private void reply(RtspRequest request, int status, String reason, Headers headers) {
        viewer.answer(RtspResponse.of(status, reason, withSequence(request, headers)));
    }

    private static Headers withSequence(RtspRequest request, Headers headers) {
        return request.headers()
                .number("CSeq")
                .map(number -> headers.with("CSeq", Long.toString(number)))
                .orElse(headers);
    }
}

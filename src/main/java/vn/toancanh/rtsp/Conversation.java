package vn.toancanh.rtsp;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Waiver;
import vn.toancanh.rtsp.message.Headers;
import vn.toancanh.rtsp.message.RtspFormatException;
import vn.toancanh.rtsp.message.RtspMessage;
import vn.toancanh.rtsp.message.RtspParser;
import vn.toancanh.rtsp.message.RtspRequest;
import vn.toancanh.rtsp.message.RtspResponse;
import vn.toancanh.rtsp.message.Sdp;

/**
 * What a client says over one connection, from OPTIONS to TEARDOWN, without the connection itself: messages, interleaved
 * frames and time come in, bytes and results go out. One thread at a time.
 */
@Waiver(fence = "files stay short", reason = "one state machine; its steps are read side by side")
final class Conversation implements RtspParser.Handler {
    /** What a conversation brings about. */
    interface Outcome {
        void send(byte[] bytes);

        void playing(VideoTrack track);

        void accessUnit(AccessUnit unit);

        void failed(RtspFailure failure);

        /** The server sent us elsewhere. */
        void moved(URI location);
    }

    private enum Step {
        OPTIONS,
        DESCRIBE,
        SETUP,
        PLAY,
        PLAYING,
        OVER
    }

    private record Pending(String method, String uri, Headers extra, long sequence, long sentNanos) {}

    private final RtspTarget target;
    private final Outcome outcome;
    private final StreamCounters counters;
    private final RandomGenerator random;
    private final Requests requests;
    private final String asked;
    private final KeepAlive keepAlive;

    private Step step = Step.OPTIONS;
    private @Nullable Pending pending;
    private String base;
    private String playUri;
    private final ArrayDeque<String> setupUris = new ArrayDeque<>();
    private TrackChoice.@Nullable Found chosen;
    private @Nullable MediaReceiver receiver;
    private int rtpChannel = -1;
    private int rtcpChannel = -1;
    private long now;
    private long playingSince;
    private boolean announced;

    Conversation(RtspTarget target, StreamCounters counters, RandomGenerator random, Outcome outcome) {
        this.target = target;
        this.outcome = outcome;
        this.counters = counters;
        this.random = random;
        this.requests = new Requests(new Credentials(target.user(), target.password(), random));
        this.asked = target.requestUri();
        this.base = asked;
        this.playUri = asked;
        this.keepAlive = new KeepAlive(random);
    }

    /** The connection stands. */
    void begin(long nowNanos) {
        now = nowNanos;
        ask("OPTIONS", asked, Headers.NONE);
    }

    /** Sets the time of what is handed in next. */
    void at(long nowNanos) {
        now = nowNanos;
    }

    @Nullable
    SenderClock senderClock() {
        return receiver == null ? null : receiver.senderClock();
    }

    boolean over() {
        return step == Step.OVER;
    }

    /** The last request, where the server holds a session of ours. */
    Optional<byte[]> teardown() {
        if (!requests.hasSession() || step == Step.OVER) {
            return Optional.empty();
        }
        step = Step.OVER;
        return Optional.of(requests.write("TEARDOWN", playUri, Headers.NONE));
    }

    /** Watches the time; to be called several times a second. */
    void tick(long nowNanos) {
        now = nowNanos;
        Pending open = pending;
        if (open != null && step != Step.PLAYING) {
            if (now - open.sentNanos > target.timings().answer().toNanos()) {
                fail(RtspFailure.Kind.SILENT, "no answer to " + open.method);
            }
            return;
        }
        if (step != Step.PLAYING || receiver == null) {
            return;
        }
        receiver.tick(now);
        long last = Math.max(playingSince, receiver.lastArrivalNanos());
        if (now - last > target.timings().silence().toNanos()) {
            fail(RtspFailure.Kind.SILENT, "no packet for " + (now - last) / 1_000_000 + " ms");
            return;
        }
        if (keepAlive.due(now)) {
            ask(keepAlive.method(), playUri, Headers.NONE);
        }
        if (keepAlive.reportDue(now) && rtcpChannel >= 0) {
            byte[] report = receiver.receiverReport(now);
            if (report != null) {
                outcome.send(framed(rtcpChannel, report));
            }
        }
    }

    @Override
    public void interleaved(int channel, ByteBuffer data, int offset, int length) {
        if (receiver == null || step == Step.OVER) {
            counters.malformedOne();
        } else if (channel == rtpChannel) {
            receiver.rtp(data, offset, length, now);
        } else if (channel == rtcpChannel) {
            receiver.rtcp(data, offset, length, now);
        } else {
            counters.malformedOne();
        }
    }

    @Override
    public void message(RtspMessage message) {
        if (step == Step.OVER) {
            return;
        }
        switch (message) {
            case RtspRequest request -> outcome.send(Requests.answerTo(request));
            case RtspResponse response -> answered(response);
        }
    }

    private void answered(RtspResponse answer) {
        Pending open = pending;
        // An answer to a keep-alive that came late, or to nothing; and provisional ones.
        if (open == null
                || answer.status() < 200
                || answer.headers().number("CSeq").orElse(open.sequence) != open.sequence) {
            return;
        }
        pending = null;
        if (answer.status() == 401) {
            unauthorised(open, answer);
        } else if (answer.status() >= 300 && answer.status() < 400) {
            moved(answer);
        } else if (!answer.ok()) {
            refused(open, answer);
        } else {
            accepted(answer);
        }
    }

    private void unauthorised(Pending open, RtspResponse answer) {
        Optional<String> why = requests.credentials().refused(answer);
        if (why.isPresent()) {
            fail(RtspFailure.Kind.CREDENTIALS, open.method + ": " + why.get());
        } else {
            send(open.method, open.uri, open.extra);
        }
    }

    private void moved(RtspResponse answer) {
        Optional<URI> location = Requests.location(answer, target.tls());
        if (location.isEmpty()) {
            fail(RtspFailure.Kind.REFUSED, answer.status() + " to no address that we follow");
            return;
        }
        step = Step.OVER;
        outcome.moved(location.get());
    }

    private void refused(Pending open, RtspResponse answer) {
        if (step == Step.OPTIONS && toleratesAtOptions(answer.status())) {
            accepted(answer);
            return;
        }
        if (step == Step.SETUP
                && !setupUris.isEmpty()
                && (answer.status() == 400 || answer.status() == 404 || answer.status() == 454)) {
            askSetup();
            return;
        }
        if (step == Step.PLAYING && answer.status() != 454) {
            // Media come all the same; a server that does not know one kind of keep-alive gets the other.
            keepAlive.refused();
            return;
        }
        fail(RtspFailure.Kind.ofStatus(answer.status()), open.method + " answered " + answer.status());
    }

    /** Servers that do not know OPTIONS play all the same. */
    private static boolean toleratesAtOptions(int status) {
        return switch (status) {
            case 400, 405, 454, 455, 501, 551 -> true;
            default -> false;
        };
    }

    private void accepted(RtspResponse answer) {
        switch (step) {
            case OPTIONS -> {
                keepAlive.offered(answer.headers());
                step = Step.DESCRIBE;
                ask("DESCRIBE", asked, Headers.of("Accept", "application/sdp"));
            }
            case DESCRIBE -> described(answer);
            case SETUP -> setUp(answer);
            case PLAY -> announce();
            case PLAYING, OVER -> {}
        }
    }

    private void described(RtspResponse answer) {
        try {
            Sdp sdp = Sdp.parse(answer.text());
            TrackChoice choice = TrackChoice.of(sdp);
            if (choice.found().isEmpty()) {
                fail(RtspFailure.Kind.UNSUPPORTED, "offered: " + choice.offered());
                return;
            }
            TrackChoice.Found found = choice.found().get();
            chosen = found;
            base = ControlUri.base(asked, answer.headers());
            playUri = ControlUri.resolve(asked, base, sdp.attribute("control").orElse("*"));
            step = Step.SETUP;
            setupUris.clear();
            setupUris.addAll(ControlUri.candidates(asked, base, found.control()));
            askSetup();
        } catch (RtspFormatException broken) {
            fail(RtspFailure.Kind.PROTOCOL, String.valueOf(broken.getMessage()));
        }
    }

    private void askSetup() {
        ask("SETUP", setupUris.removeFirst(), Headers.of("Transport", "RTP/AVP/TCP;unicast;interleaved=0-1"));
    }

    private void setUp(RtspResponse answer) {
        TransportAnswer transport =
                TransportAnswer.parse(answer.headers().first("Transport").orElse(""));
        TrackChoice.Found found = chosen;
        if (!transport.interleaved() || found == null) {
            fail(RtspFailure.Kind.UNSUPPORTED, "SETUP answered with another transport than asked for");
            return;
        }
        String given = answer.headers().first("Session").orElse("");
        requests.session(given);
        keepAlive.timeout(given);
        rtpChannel = transport.rtpChannel();
        rtcpChannel = transport.rtcpChannel();
        receiver = new MediaReceiver(
                found.track(), MediaReceiver.Reordering.CONNECTION, random.nextInt(), counters, this::unit);
        step = Step.PLAY;
        ask("PLAY", playUri, Headers.of("Range", "npt=0.000-"));
    }

    /** Media may overtake the answer to PLAY; the sink hears of the track first all the same. */
    private void unit(AccessUnit unit) {
        if (!announced) {
            tell();
        }
        if (step != Step.OVER) {
            outcome.accessUnit(unit);
        }
    }

    private void announce() {
        step = Step.PLAYING;
        playingSince = now;
        keepAlive.begin(now);
        if (!announced) {
            tell();
        }
    }

    private void tell() {
        announced = true;
        if (chosen != null) {
            outcome.playing(chosen.track());
        }
    }

    private void ask(String method, String uri, Headers extra) {
        requests.credentials().fresh();
        send(method, uri, extra);
    }

    private void send(String method, String uri, Headers extra) {
        byte[] bytes = requests.write(method, uri, extra);
        pending = new Pending(method, uri, extra, requests.sequence(), now);
        outcome.send(bytes);
    }

    private static byte[] framed(int channel, byte[] packet) {
        ByteBuffer frame = ByteBuffer.allocate(4 + packet.length);
        frame.put((byte) '$')
                .put((byte) channel)
                .putShort((short) packet.length)
                .put(packet);
        return frame.array();
    }

    private void fail(RtspFailure.Kind kind, String detail) {
        step = Step.OVER;
        outcome.failed(new RtspFailure(kind, detail, null));
    }
}

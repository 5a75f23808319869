package vn.toancanh.rtsp;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.MediaTransport;
import vn.toancanh.rtsp.message.Headers;
import vn.toancanh.rtsp.message.RtspMessage;
import vn.toancanh.rtsp.message.RtspParser;
import vn.toancanh.rtsp.message.RtspRequest;
import vn.toancanh.rtsp.message.RtspResponse;
import vn.toancanh.rtsp.wire.MediaPorts;

/**
 * What a client says over one connection, without the connection itself: messages, packets and time come in, bytes and
 * results go out. How it comes to play is the {@link Opening}'s matter, the media are the {@link MediaFlow}'s. One thread
 * at a time.
 */
final class Conversation implements RtspParser.Handler, MediaPorts.Receiver {
    private final Leg leg;
    private final RtspTimings timings;
    private final Results results;
    private final StreamCounters counters;
    private final int ownSource;
    private final Requests requests;
    private final Exchange exchange;
    private final KeepAlive keepAlive;
    private final Negotiation negotiation;
    private final Opening opening;
    private final Supplier<Instant> wall;
    private final Onward onward = new Onward();
    private @Nullable VideoTrack track;
    private volatile @Nullable MediaFlow flow;
    private long now;
    private boolean announced;
    private boolean over;

    /** @param wall the wall clock, by which some servers say from when we are to go on elsewhere */
    Conversation(Leg leg, StreamCounters counters, RandomGenerator random, Supplier<Instant> wall, Results results) {
        RtspTarget target = leg.target();
        this.leg = leg;
        this.timings = target.timings();
        this.wall = wall;
        this.results = results;
        this.counters = counters;
        this.ownSource = random.nextInt();
        this.requests = new Requests(new Credentials(target.user(), target.password(), leg.atHome(), random));
        this.exchange = new Exchange(requests, counters, results);
        this.keepAlive = new KeepAlive(random);
        this.negotiation = new Negotiation(leg.transports(), results, this, results);
        this.opening = new Opening(target.requestUri(), negotiation, keepAlive, new Steps());
    }

    /** The connection stands. */
    void begin(long nowNanos) {
        now = nowNanos;
        opening.begin();
    }

    /** Sets the time of what is handed in next. */
    void at(long nowNanos) {
        now = nowNanos;
    }

    @Nullable
    SenderClock senderClock() {
        MediaFlow flowing = flow;
        return flowing == null ? null : flowing.senderClock();
    }

    /** Any thread. */
    MediaTransport transport() {
        MediaFlow flowing = flow;
        return flowing == null ? MediaTransport.UNKNOWN : flowing.transport(leg.encrypted());
    }

    /** Bytes of memory in use. */
    long held() {
        return flow == null ? 0 : flow.held();
    }

    /** Ends the conversation; its last request, where the server holds a session of ours. */
    Optional<byte[]> close() {
        over = true;
        negotiation.close();
        return requests.lastOf("TEARDOWN", opening.playUri());
    }

    /** Watches the time; to be called several times a second. */
    void tick(long nowNanos) {
        now = nowNanos;
        onward.due(now).ifPresent(this::goOn);
        if (over) {
            return;
        }
        if (opening.done() && flow != null) {
            watch(flow);
        } else {
            exchange.overdue(now, timings.answer().toNanos())
                    .ifPresent(method -> fail(RtspFailure.Kind.SILENT, "no answer to " + method));
        }
    }

    private void watch(MediaFlow flowing) {
        if (flowing.unheard(now, timings) && !negotiation.rest().isEmpty()) {
            elsewise(true);
            return;
        }
        flowing.tick(now, timings.silence().toNanos()).ifPresent(this::end);
        if (over) {
            return;
        }
        if (keepAlive.due(now, counters.behindNanos() > 0)) {
            exchange.ask(keepAlive.method(), opening.playUri(), Headers.NONE, now);
            flowing.punch();
        }
        if (keepAlive.reportDue(now)) {
            flowing.report(now);
        }
    }

    @Override
    public void interleaved(int channel, ByteBuffer data, int offset, int length) {
        if (flow == null || over) {
            counters.malformedOne();
        } else {
            flow.interleaved(channel, data, offset, length, now);
        }
    }

    @Override
    public void datagram(boolean rtcp, ByteBuffer data, int offset, int length) {
        if (flow != null && !over) {
            flow.datagram(rtcp, data, offset, length, now);
        }
    }

    @Override
    public void stranger() {
        counters.strangerOne();
    }

    @Override
    public void message(RtspMessage message) {
        if (over) {
            return;
        }
        switch (message) {
            case RtspRequest request -> asked(request);
            case RtspResponse response -> answered(response);
        }
    }

    private void asked(RtspRequest request) {
        Optional<Redirect> elsewhere = leg.redirect(request);
        results.send(Requests.answerTo(request, elsewhere.isPresent()));
        if (request.method().equals("TEARDOWN")) {
            fail(RtspFailure.Kind.ENDED, "the server ends the session");
        }
        if (elsewhere.isPresent()) {
            long played = opening.done() && flow != null ? flow.playedNanos(now) : 0;
            onward.take(elsewhere.get(), request, played, now, wall.get());
            onward.due(now).ifPresent(this::goOn);
        }
    }

    private void answered(RtspResponse answer) {
        Exchange.Asked open = exchange.answered(answer, now);
        if (open == null) {
            return;
        }
        int status = answer.status();
        if (status == 401) {
            unauthorised(open, answer);
        } else if (answer.ok()) {
            opening.accepted(answer);
        } else if (opening.done()) {
            keepAliveRefused(status);
        } else if (status < 400) {
            moved(answer);
        } else if (!opening.refused(open.uri(), status)) {
            end(RtspFailure.answered(status, open.method() + " answered " + status));
        }
    }

    private void unauthorised(Exchange.Asked open, RtspResponse answer) {
        boolean first = !requests.credentials().tried();
        Optional<String> why = exchange.authorise(open, answer, now);
        if (why.isPresent() && opening.done()) {
            // It let us play; what it guards besides says nothing against the password.
            keepAliveRefused(answer.status());
        } else if (why.isPresent() && !(first && opening.locked())) {
            // Some servers guard even the list of their methods; what counts is whether DESCRIBE is allowed.
            fail(RtspFailure.Kind.CREDENTIALS, open.method() + ": " + why.get());
        }
    }

    private void moved(RtspResponse answer) {
        String refusal = answer.status() + " to no address that we follow";
        leg.redirect(answer).ifPresentOrElse(this::goOn, () -> fail(RtspFailure.Kind.REFUSED, refusal));
    }

    private void goOn(Redirect to) {
        if (!over) {
            over = true;
            results.moved(to);
        }
    }

    /** Media may come all the same; a server that does not know one kind of keep-alive gets the other. */
    private void keepAliveRefused(int status) {
        keepAlive.refused();
        if (flow != null && Refusals.ofStream(status)) {
            flow.deny("keep-alive answered " + status, now);
        }
    }

    private void elsewise(boolean unheard) {
        over = true;
        results.again(negotiation.rest(), unheard);
    }

    /** Media may overtake the answer to PLAY; the sink hears of the track first all the same. */
    private void announce() {
        if (!announced && track != null) {
            announced = true;
            results.playing(track);
        }
    }

    private void fail(RtspFailure.Kind kind, String detail) {
        end(new RtspFailure(kind, detail, null));
    }

    private void end(RtspFailure why) {
        onward.waiting().ifPresent(this::goOn);
        if (!over) {
            over = true;
            results.failed(leg.told(why));
        }
    }

    private final class Steps implements Opening.Owner {
        @Override
        public void ask(String method, String uri, Headers extra) {
            exchange.ask(method, uri, extra, now);
        }

        @Override
        public void session(String given) {
            requests.session(given);
        }

        @Override
        public void agreed(Way way, Presentation offered) {
            track = offered.track();
            MediaFlow agreed = new MediaFlow(way, offered, ownSource, counters, results.packets(), new Media());
            flow = agreed;
            agreed.punch();
        }

        @Override
        public void plays() {
            keepAlive.begin(now);
            if (flow != null) {
                flow.begin(now);
            }
            announce();
        }

        @Override
        public void elsewise() {
            Conversation.this.elsewise(false);
        }

        @Override
        public void fail(RtspFailure.Kind kind, String detail) {
            Conversation.this.fail(kind, detail);
        }
    }

    private final class Media implements MediaReceiver.Listener {
        @Override
        public void unit(AccessUnit unit) {
            announce();
            if (!over) {
                results.accessUnit(unit);
            }
        }

        @Override
        public void over(RtspFailure why) {
            end(why);
        }
    }
}

package vn.toancanh.rtsp;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.rtsp.message.Headers;
import vn.toancanh.rtsp.message.RtspResponse;

/** One request at a time, and the answer that belongs to it. */
final class Exchange {
    /** A request under way. */
    record Asked(String method, String uri, Headers extra, long sequence, long sentNanos) {}

    /** Where requests go. */
    interface Out {
        void send(byte[] request);
    }

    private final Requests requests;
    private final Out out;
    private final StreamCounters counters;
    private final RoundTrips trips = new RoundTrips();
    private @Nullable Asked pending;

    Exchange(Requests requests, StreamCounters counters, Out out) {
        this.requests = requests;
        this.counters = counters;
        this.out = out;
    }

    /** Asks; what was asked before and not answered is forgotten. */
    void ask(String method, String uri, Headers extra, long now) {
        requests.credentials().fresh();
        send(method, uri, extra, now);
    }

    /** The request that this answers; null where it answers none, or only provisionally. */
    @Nullable
    Asked answered(RtspResponse answer, long now) {
        Asked open = pending;
        if (open == null
                || answer.status() < 200
                || answer.headers().number("CSeq").orElse(open.sequence) != open.sequence) {
            return null;
        }
        pending = null;
        trips.answered(open.method, now - open.sentNanos, answer.headers());
        counters.behind(trips.behindNanos());
        return open;
    }

    /** Asks again with what a 401 wants; the reason why that is of no use, where it is of none. */
    Optional<String> authorise(Asked refused, RtspResponse answer, long now) {
        Optional<String> why = requests.credentials().refused(answer);
        if (why.isEmpty()) {
            send(refused.method, refused.uri, refused.extra, now);
        }
        return why;
    }

    /** The method of a request that has waited longer than that; empty where none has. */
    Optional<String> overdue(long now, long patienceNanos) {
        Asked open = pending;
        return open != null && now - open.sentNanos > patienceNanos ? Optional.of(open.method) : Optional.empty();
    }

    private void send(String method, String uri, Headers extra, long now) {
        byte[] bytes = requests.write(method, uri, extra);
        pending = new Asked(method, uri, extra, requests.sequence(), now);
        out.send(bytes);
    }
}

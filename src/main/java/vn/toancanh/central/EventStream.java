package vn.toancanh.central;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Backoff;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Secret;

/**
 * The server's events for one login: opened again whenever it ends, from the last event seen. Runs on a thread of its own.
 *
 * <p>It is also how a server that is gone is noticed while nothing else is asked: one that stood and ends, in whatever way, is opened anew at once, and
 * what comes of that is said. Where the server is there, nobody learns that the stream was another.
 */
final class EventStream implements Handle {
    /** One that ends is opened anew in at least half of this: all desks of a server lose theirs at one time. */
    static final Duration RENEWAL = Duration.ofMillis(200);

    /** A server that has not answered by then to a stream that is opened anew counts as away; the attempt goes on. */
    static final Duration PATIENCE = Duration.ofMillis(1500);

    /** Where the server has answered something else meanwhile, no attempt waits longer than this, however many have failed. */
    static final Duration LONGEST_WHILE_THERE = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    /** Hears events; called on the stream's thread. */
    interface Ear {
        /** An event's name, and its data as they came. */
        void event(String name, String data);
    }

    private final Net net;
    private final OkHttpClient http;
    private final Caller caller;
    private final Login login;
    private final Backoff backoff;
    private final Backoff renewal = new Backoff(RENEWAL, RENEWAL, RandomGenerator.getDefault());
    private final Duration betweenRenewals;
    private final Ear ear;
    private final Semaphore there = new Semaphore(0);
    private final AtomicReference<@Nullable Call> open = new AtomicReference<>();
    private volatile @Nullable Thread thread;
    private volatile boolean closed;
    private volatile Handle overdue = Handle.NONE;
    private @Nullable String lastId;
    private boolean stood;
    private @Nullable Long renewedAt;

    /** Does nothing yet. */
    EventStream(Net net, OkHttpClient http, Caller caller, Login login, CentralOptions options, Ear ear) {
        this.net = net;
        this.http = http;
        this.caller = caller;
        this.login = login;
        this.backoff = new Backoff(options.firstRetry(), options.longestRetry(), RandomGenerator.getDefault());
        this.betweenRenewals = options.firstRetry().multipliedBy(10);
        this.ear = ear;
    }

    void start() {
        thread = net.start("events", this::run);
    }

    /** The server has answered: no reason to wait any longer for a stream that could not be opened. Any thread. */
    void isThere() {
        there.release();
    }

    @Override
    public void close() {
        closed = true;
        Call call = open.get();
        if (call != null) {
            call.cancel();
        }
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    private void run() {
        boolean renews = false;
        while (!closed && !login.hasEnded()) {
            stood = false;
            if (renews) {
                overdue = net.desk()
                        .after(
                                PATIENCE,
                                () -> caller.report(
                                        login, Failure.of(Kind.TIMEOUT, "no event stream within " + PATIENCE)));
            }
            @Nullable FailureException broken = null;
            try {
                listen();
            } catch (FailureException fault) {
                broken = fault;
            } finally {
                overdue.close();
            }
            if (closed) {
                return;
            }
            renews = stood && mayRenew();
            if (broken != null) {
                LOG.info("event stream: {}", broken.getMessage());
                if (!renews || broken.failure().kind() != Kind.UNREACHABLE) {
                    caller.report(login, broken.failure());
                }
            }
            try {
                pause(renews ? renewal.next() : backoff.next(), broken != null && !stood && isUnanswered(broken));
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    /** Not again and again: some server may end each stream at once. */
    private boolean mayRenew() {
        long now = Clock.SYSTEM.nanos();
        if (renewedAt != null && now - renewedAt < betweenRenewals.toNanos()) {
            return false;
        }
        renewedAt = now;
        return true;
    }

    private static boolean isUnanswered(FailureException broken) {
        return switch (broken.failure().kind()) {
            case UNREACHABLE, TIMEOUT -> true;
            default -> false;
        };
    }

    /** @param unanswered nobody answered: somebody who does elsewhere ends the wait. A server that refuses streams, or ends them, is not asked the sooner */
    private void pause(Duration wait, boolean unanswered) throws InterruptedException {
        if (!unanswered) {
            Thread.sleep(wait);
            return;
        }
        there.drainPermits();
        Duration anyhow = wait.compareTo(LONGEST_WHILE_THERE) < 0 ? wait : LONGEST_WHILE_THERE;
        Thread.sleep(anyhow);
        there.tryAcquire(wait.minus(anyhow).toNanos(), TimeUnit.NANOSECONDS);
    }

    private void listen() {
        Secret token = login.token();
        try {
            listen(token);
        } catch (FailureException fault) {
            if (fault.failure().kind() != Kind.SESSION_EXPIRED) {
                throw fault;
            }
            listen(login.tokenInsteadOf(token));
        }
    }

    private void listen(Secret token) {
        Request.Builder request = new Request.Builder()
                .url(login.path("events", "stream").build())
                .header("Accept", "text/event-stream");
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        Call call = http.newCall(Caller.signed(request, token));
        open.set(call);
        if (closed) {
            return;
        }
        try (Response response = call.execute()) {
            if (!response.isSuccessful()) {
                throw caller.wire().refused(response, "events");
            }
            overdue.close();
            stood = true;
            Hearing hearing = new Hearing();
            EventSources.processResponse(response, hearing);
            hearing.check();
        } catch (IOException fault) {
            throw new FailureException(Failures.of(fault, "events"));
        } finally {
            open.set(null);
        }
    }

    private final class Hearing extends EventSourceListener {
        private @Nullable Throwable broken;
        private boolean ended;

        @Override
        public void onEvent(EventSource source, @Nullable String id, @Nullable String type, String data) {
            if (id != null && !id.isEmpty()) {
                lastId = id;
            }
            String name = type == null ? "" : type;
            backoff.reset();
            caller.heard(login);
            if (name.equals("session.expiring")) {
                login.changeSoon();
                login.token();
            } else if (name.equals("session.ended")) {
                ended = true;
            }
            if (!closed) {
                ear.event(name, data);
            }
        }

        @Override
        public void onFailure(EventSource source, @Nullable Throwable fault, @Nullable Response response) {
            broken = fault == null ? new IOException("not an event stream") : fault;
        }

        void check() {
            if (ended) {
                // Whether the whole session is over, or only this token, the server says when asked.
                login.changeSoon();
                login.token();
            }
            if (broken instanceof FailureException known) {
                throw known;
            }
            if (broken instanceof IOException fault) {
                throw new FailureException(Failures.of(fault, "events"));
            }
            if (broken != null) {
                throw new FailureException(Failures.notUnderstood("events: " + broken, broken));
            }
        }
    }
}

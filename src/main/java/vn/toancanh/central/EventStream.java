package vn.toancanh.central;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
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
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Secret;

/** The server's events for one login: opened again whenever it breaks, from the last event seen. Runs on a thread of its own. */
final class EventStream implements Handle {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    /** Hears events; called on the stream's thread. */
    interface Ear {
        /** An event's name, and its data as they came. */
        void event(String name, String data);
    }

    private final OkHttpClient http;
    private final Caller caller;
    private final Login login;
    private final Backoff backoff;
    private final Ear ear;
    private final AtomicReference<@Nullable Call> open = new AtomicReference<>();
    private volatile @Nullable Thread thread;
    private volatile boolean closed;
    private @Nullable String lastId;

    EventStream(OkHttpClient http, Caller caller, Login login, Backoff backoff, Ear ear) {
        this.http = http;
        this.caller = caller;
        this.login = login;
        this.backoff = backoff;
        this.ear = ear;
    }

    void start(Net net) {
        thread = net.start("events", this::run);
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
        while (!closed && !login.hasEnded()) {
            try {
                listen();
            } catch (FailureException fault) {
                if (closed) {
                    return;
                }
                LOG.info("event stream: {}", fault.getMessage());
                caller.report(login, fault.failure());
            }
            try {
                Thread.sleep(backoff.next());
            } catch (InterruptedException ended) {
                return;
            }
        }
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

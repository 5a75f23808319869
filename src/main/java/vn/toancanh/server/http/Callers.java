package vn.toancanh.server.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Threads;

/**
 * Who is connected: as many as the caps allow, and nobody for long who begins a request and does not come to its end. A byte now and
 * then never looks idle, so the head of a request, and the greeting of TLS before it, has a time of its own; what follows the head is
 * {@link CappedStream}'s. Any thread.
 */
public final class Callers implements Connection.Listener, HttpConfiguration.Customizer, Handle {
    /** In all; more are closed as they come. A city of 500 desks fits, each with its events and some requests at a time. */
    public static final int MOST = 4096;

    /** Of one address, or one network of IPv6; this machine itself may speak for many, as a proxy does. */
    public static final int MOST_OF_ADDRESS = 1024;

    /** For the head of a request, from its first byte. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(Callers.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final long LOG_EVERY_NANOS = Duration.ofMinutes(1).toNanos();
    private static final String THIS_MACHINE = "";

    /** One connection, and how far its next request is. */
    private static final class Caller {
        final Connection connection;
        final String origin;
        private int underWay;
        private long heardBefore;
        private boolean begun;
        private long begunAt;

        Caller(Connection connection, String origin) {
            this.connection = connection;
            this.origin = origin;
        }

        synchronized void headIsThere() {
            underWay++;
            begun = false;
        }

        synchronized void isAnswered() {
            underWay--;
            begun = false;
            heardBefore = connection.getBytesIn();
        }

        synchronized boolean tooSlow(long now) {
            if (underWay > 0) {
                return false;
            }
            if (!begun) {
                begun = connection.getBytesIn() > heardBefore;
                begunAt = now;
                return false;
            }
            return now - begunAt > PATIENCE.toNanos();
        }
    }

    private final int most;
    private final int mostOfAddress;
    private final Clock clock;
    private final Map<EndPoint, Caller> callers = new ConcurrentHashMap<>();
    private final Map<String, Integer> ofOrigin = new HashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private int inAll;
    private @Nullable Long toldAt;

    /** With the usual caps. */
    public Callers(Clock clock) {
        this(MOST, MOST_OF_ADDRESS, clock);
    }

    Callers(int most, int mostOfAddress, Clock clock) {
        this.most = most;
        this.mostOfAddress = mostOfAddress;
        this.clock = clock;
    }

    /** Begins to look at them. */
    void begin() {
        Threads.virtual("callers", this::lookOn).start();
    }

    private void lookOn() {
        try {
            while (!closed.get()) {
                Thread.sleep(LOOK);
                endTooSlow();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void endTooSlow() {
        long now = clock.nanos();
        callers.forEach((end, caller) -> {
            if (caller.tooSlow(now)) {
                LOG.debug("a request that comes by drops from {}", end.getRemoteSocketAddress());
                end.close();
            }
        });
    }

    /** How many are connected. */
    public synchronized int count() {
        return inAll;
    }

    @Override
    public void onOpened(Connection connection) {
        // What runs inside of TLS has no socket of its own.
        if (connection.getEndPoint() instanceof SocketChannelEndPoint end) {
            Caller caller = new Caller(connection, origin(end.getRemoteSocketAddress()));
            if (!admit(caller.origin)) {
                end.close();
                return;
            }
            callers.put(end, caller);
            if (!end.isOpen() && callers.remove(end, caller)) {
                // It ended before it was known.
                leave(caller.origin);
            }
        }
    }

    @Override
    public void onClosed(Connection connection) {
        @Nullable Caller gone = callers.remove(connection.getEndPoint());
        if (gone != null) {
            leave(gone.origin);
        }
    }

    /** True where there is room for one more of there. */
    synchronized boolean admit(String origin) {
        int theirs = ofOrigin.getOrDefault(origin, 0);
        if (inAll >= most || (theirs >= mostOfAddress && !origin.equals(THIS_MACHINE))) {
            tellNowAndThen(origin, theirs);
            return false;
        }
        inAll++;
        ofOrigin.put(origin, theirs + 1);
        return true;
    }

    private void tellNowAndThen(String origin, int theirs) {
        long now = clock.nanos();
        if (toldAt == null || now - toldAt > LOG_EVERY_NANOS) {
            toldAt = now;
            LOG.warn("a connection of {} is turned away: {} are there, {} of them its own", origin, inAll, theirs);
        }
    }

    synchronized void leave(String origin) {
        inAll--;
        ofOrigin.computeIfPresent(origin, (same, theirs) -> theirs > 1 ? theirs - 1 : null);
    }

    /** A whole head has come. */
    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        @Nullable
        Caller caller = callers.get(
                socket(request.getConnectionMetaData().getConnection().getEndPoint()));
        if (caller != null) {
            follow(request, caller);
        }
        return request;
    }

    private static void follow(Request request, Caller caller) {
        caller.headIsThere();
        Request.addCompletionListener(request, outcome -> caller.isAnswered());
    }

    private static EndPoint socket(EndPoint end) {
        EndPoint inner = end;
        while (inner instanceof EndPoint.Wrapper wrapper) {
            inner = wrapper.unwrap();
        }
        return inner;
    }

    /** Whose cap counts it; empty for this machine's own. */
    static String origin(@Nullable SocketAddress from) {
        @Nullable InetAddress address = from instanceof InetSocketAddress socket ? socket.getAddress() : null;
        if (address == null) {
            return "?";
        }
        if (address.isLoopbackAddress()) {
            return THIS_MACHINE;
        }
        return Origin.of(address);
    }

    @Override
    public void close() {
        closed.set(true);
    }
}

package vn.toancanh.rtsp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Threads;
import vn.toancanh.rtsp.message.RtspLimits;
import vn.toancanh.rtsp.wire.EventLoop;
import vn.toancanh.rtsp.wire.TlsSettings;

/**
 * Plays streams: one thread and one selector serve all its sessions. Measured with 36 streams of 640x360 at 15 fps, 522
 * kbit/s each, reading and parsing cost 0.07 % of a core a stream this way, 0.08 to 0.10 % with a platform thread a stream
 * and 0.23 % with a virtual thread a stream; and one receive buffer serves all. Any thread may call.
 */
public final class RtspClient implements Handle {
    private static final System.Logger LOG = System.getLogger(RtspClient.class.getName());
    private static final long TICK_NANOS = 100_000_000;

    /** Bytes of the buffer that a loop must lend. */
    public static final int BUFFER = RtspLimits.USUAL.bufferBytes() + 256 * 1024;

    private final Clock clock;
    private final RandomGenerator random;
    private final TlsSettings encryption;
    private final Predicate<InetAddress> reachable;
    private final Set<RtspSession> sessions = new LinkedHashSet<>();
    private final LearntWays ways = new LearntWays();
    private final EventLoop loop;
    private final boolean ownLoop;
    private volatile boolean closed;

    /** @param random secure where passwords matter: client nonces come from it */
    public RtspClient(Clock clock, RandomGenerator random) throws IOException {
        this(clock, random, TlsSettings.ofSystem());
    }

    RtspClient(Clock clock, RandomGenerator random, TlsSettings encryption) throws IOException {
        this.clock = clock;
        this.random = random;
        this.encryption = encryption;
        this.reachable = any -> true;
        this.ownLoop = true;
        this.loop = new EventLoop("rtsp", clock, BUFFER, () -> {}, this::releaseAll);
        loop.at(clock.nanos() + TICK_NANOS, this::tick);
        loop.start();
    }

    /**
     * Plays on the thread of another's loop, so that packets go from a session's socket to another's without changing threads.
     *
     * @param loop with a buffer of {@link #BUFFER} bytes; whoever owns it closes it after this client
     * @param reachable the addresses that may be connected to, asked beside the thread when a name is looked up, so that
     *     neither a name nor a redirection leads elsewhere
     */
    public RtspClient(Clock clock, RandomGenerator random, EventLoop loop, Predicate<InetAddress> reachable) {
        this.clock = clock;
        this.random = random;
        this.encryption = TlsSettings.ofSystem();
        this.reachable = reachable;
        this.ownLoop = false;
        this.loop = loop;
        loop.execute(this::tick);
    }

    /** Begins to play; never blocks. What goes wrong is told to the sink. After {@link #close()} nothing is told at all. */
    public RtspSession open(RtspTarget target, RtspSink sink) {
        return begin(new RtspSession(this, target, sink, null, clock, random));
    }

    /** The same for whoever wants the packets as they come, and no pictures made of them. */
    public RtspSession open(RtspTarget target, PacketSink sink) {
        return begin(new RtspSession(this, target, new PacketSink.Quiet(sink), sink, clock, random));
    }

    private RtspSession begin(RtspSession session) {
        loop.execute(() -> {
            sessions.add(session);
            session.begin();
        });
        return session;
    }

    /** Ends all sessions, and the loop where it is this client's own. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (ownLoop) {
            loop.close();
        } else {
            loop.execute(this::releaseAll);
        }
    }

    /** False once nothing is received any more, because it was closed or its thread fell: then nobody is told either. */
    public boolean runs() {
        return loop.runs();
    }

    private void releaseAll() {
        closed = true;
        new ArrayList<>(sessions).forEach(RtspSession::release);
        sessions.clear();
    }

    /**
     * Looks up whom to connect to, and prepares to encrypt: beside the thread, since a name server may take seconds, and the
     * first encryption tenths of one.
     */
    void lookUp(RtspSession session, Leg leg) {
        elsewhere(() -> {
            InetSocketAddress address = new InetSocketAddress(leg.host(), leg.port());
            if (!address.isUnresolved() && !reachable.test(address.getAddress())) {
                execute(_ -> session.bar());
                return;
            }
            TlsSettings.Engine engine = leg.encrypted() ? engine(leg) : null;
            execute(_ -> session.connect(address, engine));
        });
    }

    private TlsSettings.@Nullable Engine engine(Leg leg) {
        try {
            return encryption.client(leg.host(), leg.port(), leg.target().tlsPins());
        } catch (GeneralSecurityException | IllegalStateException missing) {
            LOG.log(System.Logger.Level.ERROR, "no encryption for " + leg.target(), missing);
            return null;
        }
    }

    /** Does what would keep the thread waiting. */
    static void elsewhere(Runnable work) {
        Threads.virtual("rtsp work", work).start();
    }

    /** On the thread only. */
    LearntWays ways() {
        return ways;
    }

    Selector selector() {
        return loop.selector();
    }

    void release(RtspSession session) {
        loop.execute(() -> {
            sessions.remove(session);
            session.release();
        });
    }

    /** On the thread only. */
    void forget(RtspSession session) {
        sessions.remove(session);
    }

    /** Does something on the thread, soon; it is given a buffer that is free for use meanwhile. */
    void execute(Consumer<ByteBuffer> task) {
        loop.execute(() -> task.accept(loop.buffer()));
    }

    private void tick() {
        if (closed) {
            return;
        }
        long now = clock.nanos();
        loop.at(now + TICK_NANOS, this::tick);
        for (RtspSession session : new ArrayList<>(sessions)) {
            session.tick(now);
        }
    }
}

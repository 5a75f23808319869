package vn.toancanh.rtsp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.rtsp.message.RtspFormatException;
import vn.toancanh.rtsp.message.RtspLimits;
import vn.toancanh.rtsp.message.RtspParser;

/**
 * One stream being played. It does not reconnect: what ends it is told to its sink, once. Counters, clock and
 * {@link #close()} may be used from any thread; everything else runs on the thread of its {@link RtspClient}.
 */
public final class RtspSession implements Handle {
    private static final System.Logger LOG = System.getLogger(RtspSession.class.getName());
    private static final int MOST_REDIRECTS = 3;
    private static final byte[] NOTHING = {};

    private final RtspClient client;
    private final RtspSink sink;
    private final Clock clock;
    private final RandomGenerator random;
    private final StreamCounters counters = new StreamCounters();
    private final long openedNanos;
    private RtspTarget target;
    private RtspParser parser = new RtspParser(RtspLimits.USUAL);
    private volatile Conversation conversation;
    private @Nullable SocketChannel channel;
    private @Nullable Link link;
    private byte[] rest = NOTHING;
    private int restLength;
    private int redirects;
    private long connectingSince;
    private volatile boolean closed;
    private boolean ended;

    RtspSession(RtspClient client, RtspTarget target, RtspSink sink, Clock clock, RandomGenerator random) {
        this.client = client;
        this.target = target;
        this.sink = sink;
        this.clock = clock;
        this.random = random;
        this.openedNanos = clock.nanos();
        this.connectingSince = openedNanos;
        this.conversation = new Conversation(target, counters, random, new Results());
    }

    /** What was received so far. */
    public StreamCounters counters() {
        return counters;
    }

    /** The source's wall clock by its newest sender report; null until one came. */
    public @Nullable SenderClock senderClock() {
        return conversation.senderClock();
    }

    /** Ends the session at once without waiting: TEARDOWN is tried, nothing is told to the sink any more. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            client.release(this);
        }
    }

    boolean over() {
        return closed || ended;
    }

    RtspTarget target() {
        return target;
    }

    /** The address is known; null where its name is not. */
    void connect(@Nullable InetSocketAddress address, Selector selector) {
        if (over()) {
            return;
        }
        if (target.tls()) {
            end(RtspFailure.Kind.UNSUPPORTED, "RTSPS is not spoken", null);
            return;
        }
        if (address == null || address.isUnresolved()) {
            end(RtspFailure.Kind.UNREACHABLE, "name not found", null);
            return;
        }
        try {
            SocketChannel opened = SocketChannel.open();
            channel = opened;
            opened.configureBlocking(false);
            opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
            boolean connected = opened.connect(address);
            SelectionKey key = opened.register(selector, SelectionKey.OP_CONNECT, this);
            if (connected) {
                connected(key);
            }
        } catch (IOException | RuntimeException refused) {
            end(RtspFailure.Kind.UNREACHABLE, "no connection", refused);
        }
    }

    /** Something is to be done with the connection; {@code buffer} is the client's and free for use during the call. */
    void ready(SelectionKey key, ByteBuffer buffer) {
        try {
            SocketChannel open = channel;
            if (over() || open == null) {
                return;
            }
            if (key.isConnectable() && open.finishConnect()) {
                connected(key);
            }
            Link to = link;
            if (to != null && key.isWritable()) {
                to.writable();
            }
            if (to != null && key.isReadable()) {
                read(to, buffer);
            }
        } catch (RtspFormatException broken) {
            end(RtspFailure.Kind.PROTOCOL, String.valueOf(broken.getMessage()), broken);
        } catch (IOException lost) {
            end(RtspFailure.Kind.UNREACHABLE, link == null ? "no connection" : "connection lost", lost);
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.ERROR, "fault in the session of " + target, fault);
            end(RtspFailure.Kind.PROTOCOL, "fault while reading", fault);
        }
    }

    void tick(long now) {
        if (over()) {
            return;
        }
        if (link == null) {
            if (now - connectingSince > target.timings().connect().toNanos()) {
                end(RtspFailure.Kind.UNREACHABLE, "no connection in time", null);
            }
            return;
        }
        try {
            conversation.tick(now);
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.ERROR, "fault in the session of " + target, fault);
            end(RtspFailure.Kind.PROTOCOL, "fault on the clock", fault);
        }
    }

    /** Lets go of the connection, saying TEARDOWN if it can be said at once. */
    void release() {
        Link open = link;
        if (open != null) {
            conversation.teardown().ifPresent(bytes -> {
                try {
                    open.write(bytes);
                } catch (IOException gone) {
                    LOG.log(System.Logger.Level.DEBUG, "no TEARDOWN to {0}", target);
                }
            });
        }
        disconnect();
        ended = true;
    }

    private void connected(SelectionKey key) throws IOException {
        SocketChannel open = channel;
        if (open == null) {
            throw new IOException("closed");
        }
        key.interestOps(SelectionKey.OP_READ);
        link = new PlainLink(open, key);
        conversation.begin(clock.nanos());
    }

    private void read(Link from, ByteBuffer buffer) throws IOException {
        buffer.clear();
        buffer.put(rest, 0, restLength);
        int count = from.read(buffer);
        if (count < 0) {
            throw new IOException("closed by the other side");
        }
        restLength = 0;
        buffer.flip();
        int sentOnBefore = redirects;
        conversation.at(clock.nanos());
        parser.parse(buffer, conversation);
        if (redirects != sentOnBefore || link == null) {
            // Sent elsewhere in mid-read: what is left is of the connection before.
            return;
        }
        int left = buffer.remaining();
        if (left > rest.length) {
            rest = new byte[Math.max(4096, Integer.highestOneBit(left) * 2)];
        }
        buffer.get(rest, 0, left);
        restLength = left;
    }

    private void end(RtspFailure.Kind kind, String detail, @Nullable Throwable cause) {
        if (over()) {
            return;
        }
        disconnect();
        ended = true;
        client.forget(this);
        try {
            sink.ended(new RtspFailure(kind, detail, cause));
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.ERROR, "fault in the sink of " + target, fault);
        }
    }

    private void disconnect() {
        Link open = link;
        SocketChannel raw = channel;
        link = null;
        channel = null;
        if (open != null) {
            open.close();
        } else if (raw != null) {
            try {
                raw.close();
            } catch (IOException gone) {
                LOG.log(System.Logger.Level.DEBUG, "could not close the connection to {0}", target);
            }
        }
    }

    private final class Results implements Conversation.Outcome {
        @Override
        public void send(byte[] bytes) {
            Link open = link;
            if (open == null) {
                return;
            }
            try {
                open.write(bytes);
            } catch (IOException lost) {
                end(RtspFailure.Kind.UNREACHABLE, "connection lost", lost);
            }
        }

        @Override
        public void playing(VideoTrack track) {
            if (!over()) {
                sink.playing(track);
            }
        }

        @Override
        public void accessUnit(AccessUnit unit) {
            if (!over()) {
                sink.accessUnit(unit);
            }
        }

        @Override
        public void failed(RtspFailure failure) {
            end(failure.kind(), failure.detail(), failure.cause());
        }

        @Override
        public void moved(URI location) {
            if (over()) {
                return;
            }
            if (++redirects > MOST_REDIRECTS) {
                end(RtspFailure.Kind.REFUSED, "sent on more than " + MOST_REDIRECTS + " times", null);
                return;
            }
            disconnect();
            target = target.at(location);
            parser = new RtspParser(RtspLimits.USUAL);
            rest = NOTHING;
            restLength = 0;
            conversation = new Conversation(target, counters, random, this);
            connectingSince = clock.nanos();
            client.lookUp(RtspSession.this);
        }
    }
}

package vn.toancanh.rtsp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.model.MediaTransport;
import vn.toancanh.rtsp.message.RtspParser;
import vn.toancanh.rtsp.wire.MediaPorts;
import vn.toancanh.rtsp.wire.TlsSettings;

/**
 * One stream being played. It does not reconnect: what ends it is told to its sink, once. (Redirects and another transport
 * take new connections, of the same session.) Counters, clock, transport and {@link #close()} may be used from any thread; everything
 * else runs on the thread of its {@link RtspClient}.
 */
public final class RtspSession implements Handle {
    private static final System.Logger LOG = System.getLogger(RtspSession.class.getName());

    private final RtspClient client;
    private final RtspSink sink;
    private final @Nullable PacketSink packets;
    private final Clock clock;
    private final RandomGenerator random;
    private final StreamCounters counters = new StreamCounters();
    private final Hops hops = new Hops();
    private Leg leg;
    private volatile Conversation conversation;
    private @Nullable ServerConnection connection;
    private long connectingSince;
    private long packetsBefore;
    private boolean heard;
    private volatile boolean closed;
    private boolean ended;

    /** @param packets takes packets, of which no pictures are made then; null: pictures are */
    RtspSession(
            RtspClient client,
            RtspTarget target,
            RtspSink sink,
            @Nullable PacketSink packets,
            Clock clock,
            RandomGenerator random) {
        this.client = client;
        this.sink = sink;
        this.packets = packets;
        this.clock = clock;
        this.random = random;
        this.leg = Leg.of(target);
        this.connectingSince = clock.nanos();
        this.conversation = conversationOn(leg);
    }

    private Conversation conversationOn(Leg to) {
        return new Conversation(to, counters, random, clock::now, new Told());
    }

    /** What was received so far. */
    public StreamCounters counters() {
        return counters;
    }

    /** The source's wall clock by its newest sender report; null until one came. */
    public @Nullable SenderClock senderClock() {
        return conversation.senderClock();
    }

    /** How its media come, as far as that is agreed. */
    public MediaTransport transport() {
        return conversation.transport();
    }

    /** Ends the session at once without waiting: TEARDOWN is tried, nothing is told to the sink any more. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            client.release(this);
        }
    }

    /** Begins; to be called once the client knows the session. */
    void begin() {
        if (leg.transports().isEmpty()) {
            end(Leg.noTransport());
        } else if (!over()) {
            Leg best = client.ways().begin(leg);
            conversation = best.equals(leg) ? conversation : conversationOn(best);
            leg = best;
            client.lookUp(this, best);
        }
    }

    /** What was looked up is known: the address, null where there is none, and the encryption where one is wanted. */
    void connect(@Nullable InetSocketAddress address, TlsSettings.@Nullable Engine encryption) {
        if (over()) {
            return;
        }
        if (address == null || address.isUnresolved()) {
            end(new RtspFailure(RtspFailure.Kind.UNREACHABLE, "name not found", null));
            return;
        }
        if (leg.encrypted() && encryption == null) {
            end(Leg.noEncryption());
            return;
        }
        try {
            ServerConnection made = new ServerConnection(client, new Connected(), encryption);
            connection = made;
            made.connect(address);
        } catch (IOException noSocket) {
            end(new RtspFailure(RtspFailure.Kind.UNREACHABLE, "no connection", noSocket));
        }
    }

    /** Whoever owns the client does not let it connect there. */
    void bar() {
        end(new RtspFailure(RtspFailure.Kind.REFUSED, "an address that may not be connected to", null));
    }

    void tick(long now) {
        if (over()) {
            return;
        }
        ServerConnection made = connection;
        if (made == null || !made.open()) {
            if (now - connectingSince > leg.target().timings().connect().toNanos()) {
                end(
                        made != null && made.connected()
                                ? new RtspFailure(RtspFailure.Kind.SILENT, "no encryption in time", null)
                                : new RtspFailure(RtspFailure.Kind.UNREACHABLE, "no connection in time", null));
            }
            return;
        }
        try {
            learn();
            conversation.tick(now);
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.ERROR, "fault in the session of " + leg.target(), fault);
            end(new RtspFailure(RtspFailure.Kind.PROTOCOL, "fault on the clock", fault));
        }
    }

    private void learn() {
        if (!heard && counters.packets() > packetsBefore) {
            heard = true;
            client.ways().heard(leg, conversation.transport());
        }
    }

    /** Lets go of the connection, saying TEARDOWN if it can be said at once. */
    void release() {
        ended = true;
        letGo();
    }

    private boolean over() {
        return closed || ended;
    }

    private void letGo() {
        ServerConnection open = connection;
        connection = null;
        Optional<byte[]> last = conversation.close();
        if (open != null) {
            open.close(last);
        }
    }

    private void end(RtspFailure why) {
        if (over()) {
            return;
        }
        ended = true;
        letGo();
        client.forget(this);
        try {
            sink.ended(why);
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.ERROR, "fault in the sink of " + leg.target(), fault);
        }
    }

    private void goOn(Leg next) {
        if (over()) {
            return;
        }
        letGo();
        leg = next;
        conversation = conversationOn(next);
        connectingSince = clock.nanos();
        packetsBefore = counters.packets();
        heard = false;
        begin();
    }

    private final class Connected implements ServerConnection.Owner {
        @Override
        public void open() {
            conversation.begin(clock.nanos());
        }

        @Override
        public RtspParser.Handler handler() {
            Conversation taking = conversation;
            taking.at(clock.nanos());
            return taking;
        }

        @Override
        public void broken(RtspFailure why) {
            end(why);
        }
    }

    private final class Told implements Results {
        @Override
        public void send(byte[] bytes) {
            ServerConnection open = connection;
            if (open != null) {
                open.send(bytes);
            }
        }

        @Override
        public MediaPorts openPorts(MediaPorts.Receiver receiver) throws IOException {
            ServerConnection open = connection;
            if (open == null) {
                throw new IOException("no connection");
            }
            return open.openPorts(new Guarded(receiver));
        }

        @Override
        public void playing(VideoTrack track) {
            if (!over()) {
                sink.playing(track);
                sink.behind(counters.behindNanos());
            }
        }

        @Override
        public void accessUnit(AccessUnit unit) {
            if (!over()) {
                sink.accessUnit(unit);
            }
        }

        @Override
        public @Nullable PacketSink packets() {
            return packets;
        }

        @Override
        public void failed(RtspFailure failure) {
            end(failure);
        }

        @Override
        public void moved(Redirect redirect) {
            hops.next(clock.nanos()).ifPresentOrElse(RtspSession.this::end, () -> goOn(leg.moved(redirect)));
        }

        @Override
        public void again(List<Transport> rest, boolean unheard) {
            goOn(leg.by(rest, unheard));
        }
    }

    /** Lets a fault cost its own session only. */
    private final class Guarded implements MediaPorts.Receiver {
        private final MediaPorts.Receiver receiver;

        Guarded(MediaPorts.Receiver receiver) {
            this.receiver = receiver;
        }

        @Override
        public void datagram(boolean rtcp, ByteBuffer data, int offset, int length) {
            try {
                conversation.at(clock.nanos());
                receiver.datagram(rtcp, data, offset, length);
            } catch (RuntimeException fault) {
                LOG.log(System.Logger.Level.ERROR, "fault in the session of " + leg.target(), fault);
                end(new RtspFailure(RtspFailure.Kind.PROTOCOL, "fault while reading", fault));
            }
        }

        @Override
        public void stranger() {
            receiver.stranger();
        }
    }
}

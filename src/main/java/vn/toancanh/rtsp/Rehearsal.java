package vn.toancanh.rtsp;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.MediaTransport;
import vn.toancanh.rtsp.depacketise.Depacketiser;
import vn.toancanh.rtsp.message.Inbound;
import vn.toancanh.rtsp.message.RtspFormatException;
import vn.toancanh.rtsp.message.RtspLimits;
import vn.toancanh.rtsp.wire.MediaPorts;

/**
 * A session without a network and without a clock, for drills and tests: what a server would send is handed in, what would
 * be sent is kept, time is what the owner says. Unlike in an {@link RtspSession} a fault is not caught, so that it is seen.
 * One thread.
 */
public final class Rehearsal {
    /** Bytes that the buffer of a rehearsal must have. */
    public static final int BUFFER = RtspLimits.USUAL.bufferBytes() + 64 * 1024;

    /** The most memory that a session may hold, whatever it is sent, bytes. */
    public static final long MOST_HELD = Inbound.MOST_KEPT + MediaReceiver.MOST_WAITING + Depacketiser.MOST_HELD;

    private static final int FIRST_PORT = 40_000;

    private final RtspSink sink;
    private final RandomGenerator random;
    private final ByteBuffer buffer;
    private final StreamCounters counters = new StreamCounters();
    private final List<byte[]> sent = new ArrayList<>();
    private final Hops hops = new Hops();
    private Leg leg;
    private Conversation conversation;
    private Inbound inbound = new Inbound();
    private @Nullable Ports ports;
    private long now;
    private boolean ended;

    /** @param buffer of {@value #BUFFER} bytes; may serve one rehearsal after another */
    public Rehearsal(RtspTarget target, RtspSink sink, RandomGenerator random, ByteBuffer buffer) {
        this.sink = sink;
        this.random = random;
        this.buffer = buffer;
        this.leg = Leg.of(target);
        this.conversation = conversationOn(leg);
    }

    /** By the wall clock, too, it is what the owner says, from 1970 on. */
    private Conversation conversationOn(Leg to) {
        return new Conversation(to, counters, random, () -> Instant.ofEpochSecond(0, now), new Told());
    }

    /** The connection stands: the first request is sent. */
    public void connected(long nowNanos) {
        now = nowNanos;
        begin();
    }

    private void begin() {
        if (leg.transports().isEmpty()) {
            end(Leg.noTransport());
        } else {
            conversation.begin(now);
        }
    }

    /** Bytes come over the connection. */
    public void receive(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && !ended) {
            Inbound into = inbound;
            into.lay(buffer);
            int count = Math.min(bytes.length - at, buffer.remaining());
            buffer.put(bytes, at, count);
            at += count;
            conversation.at(now);
            try {
                into.take(buffer, conversation);
            } catch (RtspFormatException broken) {
                end(new RtspFailure(RtspFailure.Kind.PROTOCOL, String.valueOf(broken.getMessage()), broken));
            }
        }
    }

    /** A packet comes by UDP; dropped where no port is open. */
    public void datagram(boolean rtcp, byte[] packet) {
        Ports open = ports;
        if (open != null && !ended) {
            conversation.at(now);
            open.receiver.datagram(rtcp, ByteBuffer.wrap(packet), 0, packet.length);
        }
    }

    /** Time has come to this. */
    public void tick(long nowNanos) {
        now = nowNanos;
        if (!ended) {
            conversation.tick(now);
        }
    }

    /** What was sent since the last call, over the connection or by UDP. */
    public List<byte[]> sent() {
        List<byte[]> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    /** The owner ends it. */
    public void close() {
        ended = true;
        conversation.close().ifPresent(sent::add);
    }

    public boolean over() {
        return ended;
    }

    /** True while UDP ports are open. */
    public boolean portsOpen() {
        return ports != null;
    }

    /** How the media come, as far as that is agreed. */
    public MediaTransport transport() {
        return conversation.transport();
    }

    public StreamCounters counters() {
        return counters;
    }

    /** Bytes of memory that the session holds. */
    public long held() {
        return inbound.held() + conversation.held();
    }

    private void end(RtspFailure why) {
        if (!ended) {
            close();
            sink.ended(why);
        }
    }

    private void goOn(Leg next) {
        conversation.close().ifPresent(sent::add);
        leg = next;
        inbound = new Inbound();
        conversation = conversationOn(leg);
        begin();
    }

    private final class Told implements Results {
        @Override
        public void send(byte[] bytes) {
            sent.add(bytes);
        }

        @Override
        public MediaPorts openPorts(MediaPorts.Receiver receiver) {
            Ports opened = new Ports(receiver);
            ports = opened;
            return opened;
        }

        @Override
        public void playing(VideoTrack track) {
            sink.playing(track);
        }

        @Override
        public void accessUnit(AccessUnit unit) {
            sink.accessUnit(unit);
        }

        @Override
        public @Nullable PacketSink packets() {
            return null;
        }

        @Override
        public void failed(RtspFailure failure) {
            end(failure);
        }

        @Override
        public void moved(Redirect redirect) {
            hops.next(now).ifPresentOrElse(Rehearsal.this::end, () -> goOn(leg.moved(redirect)));
        }

        @Override
        public void again(List<Transport> rest, boolean unheard) {
            goOn(leg.by(rest, unheard));
        }
    }

    private final class Ports implements MediaPorts {
        private final Receiver receiver;

        Ports(Receiver receiver) {
            this.receiver = receiver;
        }

        @Override
        public int rtpPort() {
            return FIRST_PORT;
        }

        @Override
        public void expect(@Nullable InetAddress source, int rtpPort, int rtcpPort) {
            // Whatever is handed in counts as coming from there.
        }

        @Override
        public void sendRtp(byte[] packet) {
            sent.add(packet);
        }

        @Override
        public void sendRtcp(byte[] packet) {
            sent.add(packet);
        }

        @Override
        public void close() {
            ports = null;
        }
    }
}

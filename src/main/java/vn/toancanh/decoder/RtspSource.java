package vn.toancanh.decoder;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Secret;
import vn.toancanh.control.Order;
import vn.toancanh.model.MediaTransport;
import vn.toancanh.rtsp.RtspClient;
import vn.toancanh.rtsp.RtspSession;
import vn.toancanh.rtsp.RtspSink;
import vn.toancanh.rtsp.RtspTarget;
import vn.toancanh.rtsp.RtspTimings;
import vn.toancanh.rtsp.SenderClock;
import vn.toancanh.rtsp.TransportPolicy;

/** Streams by RTSP. */
final class RtspSource implements VideoSource {
    private final RtspClient client;

    RtspSource(RtspClient client) {
        this.client = client;
    }

    @Override
    public Session open(Order.Open order, RtspSink sink) {
        String password = order.password();
        RtspTarget target = new RtspTarget(
                URI.create(order.uri()),
                order.user(),
                password == null ? null : Secret.of(password),
                order.tlsPins(),
                TransportPolicy.of(order.way().transports()),
                RtspTimings.USUAL);
        RtspSession session = client.open(target, sink);
        return new Session() {
            @Override
            public long packetsLost() {
                return session.counters().lost();
            }

            @Override
            public double jitterMillis() {
                return session.counters().jitterMillis();
            }

            @Override
            public @Nullable SenderClock senderClock() {
                return session.senderClock();
            }

            @Override
            public int tickRate() {
                return session.counters().tickRate();
            }

            @Override
            public long behindNanos() {
                return session.counters().behindNanos();
            }

            @Override
            public MediaTransport transport() {
                return session.transport();
            }

            @Override
            public void close() {
                session.close();
            }
        };
    }
}

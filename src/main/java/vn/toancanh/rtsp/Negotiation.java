package vn.toancanh.rtsp;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.rtsp.wire.MediaPorts;

/** Which transport SETUP asks for, and what its answer comes to. */
final class Negotiation {
    /** Opens UDP ports. */
    interface PortOpener {
        MediaPorts openPorts(MediaPorts.Receiver receiver) throws IOException;
    }

    /**
     * What the answer to SETUP comes to.
     *
     * @param way null where it is none that we can take
     * @param problem what is wrong with it then, else empty
     */
    record Agreement(@Nullable Way way, String problem) {}

    private final ArrayDeque<Transport> left;
    private final PortOpener opener;
    private final MediaPorts.Receiver receiver;
    private final Exchange.Out connection;
    private @Nullable MediaPorts ports;

    /** @param transports to be tried, in turn; one at least */
    Negotiation(List<Transport> transports, PortOpener opener, MediaPorts.Receiver receiver, Exchange.Out connection) {
        this.left = new ArrayDeque<>(transports);
        this.opener = opener;
        this.receiver = receiver;
        this.connection = connection;
    }

    /** What is left to be tried after the present transport. */
    List<Transport> rest() {
        return left.stream().skip(1).toList();
    }

    /** Goes over to the next transport. */
    void next() {
        left.removeFirst();
        close();
    }

    /** The value of {@code Transport} that asks for the present transport. */
    String header() throws IOException {
        if (left.getFirst() == Transport.TCP) {
            return "RTP/AVP/TCP;unicast;interleaved=0-1";
        }
        MediaPorts open = ports;
        if (open == null) {
            open = opener.openPorts(receiver);
            ports = open;
        }
        return "RTP/AVP;unicast;client_port=" + open.rtpPort() + "-" + (open.rtpPort() + 1);
    }

    /** Takes the value of {@code Transport} in the answer. */
    Agreement agree(String value) {
        Transport asked = left.getFirst();
        TransportAnswer answer = TransportAnswer.parse(value, asked);
        MediaPorts open = ports;
        return switch (answer.kind()) {
            case INTERLEAVED -> {
                Way.Interleaved frames = new Way.Interleaved(answer.first(), answer.second(), connection);
                yield asked == Transport.TCP ? new Agreement(frames, "") : other("asked for UDP, answered with TCP");
            }
            case DATAGRAMS -> {
                if (asked != Transport.UDP || open == null) {
                    yield other("asked for TCP, answered with UDP");
                }
                open.expect(answer.source(), answer.first(), answer.second());
                yield new Agreement(new Way.Datagrams(open), "");
            }
            case MULTICAST -> other("answered with multicast, which is not played");
            case OTHER -> other("answered with a transport that nobody asked for");
        };
    }

    private static Agreement other(String problem) {
        return new Agreement(null, problem);
    }

    void close() {
        if (ports != null) {
            ports.close();
            ports = null;
        }
    }
}

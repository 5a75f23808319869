package vn.toancanh.rtsp.wire;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;

/** UDP sockets on a selector: any free even port and the odd one behind it (RFC 3550 section 11). */
public final class UdpPorts implements MediaPorts {
    /** Room for the burst of a large key frame while the thread serves others; the system may grant less. */
    private static final int RTP_BUFFER = 1 << 20;

    private static final int RTCP_BUFFER = 64 << 10;
    private static final int MOST_TRIES = 64;
    /** Datagrams taken in one turn, so that no stream keeps the others waiting. */
    private static final int MOST_AT_ONCE = 128;

    private final InetAddress peer;
    private final Receiver receiver;
    private final Half rtp;
    private final Half rtcp;
    private @Nullable InetAddress source;
    private boolean expecting;

    private UdpPorts(InetAddress peer, Receiver receiver, DatagramChannel rtp, DatagramChannel rtcp)
            throws IOException {
        this.peer = peer;
        this.receiver = receiver;
        this.rtp = new Half(rtp, false, RTP_BUFFER);
        this.rtcp = new Half(rtcp, true, RTCP_BUFFER);
    }

    /**
     * Opens a pair.
     *
     * @param local the own address that the server is reached from
     * @param peer the server's address
     */
    public static UdpPorts open(InetAddress local, InetAddress peer, Selector selector, Receiver receiver)
            throws IOException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            DatagramChannel first = bound(local, 0);
            int port = ((InetSocketAddress) first.getLocalAddress()).getPort();
            DatagramChannel second = null;
            try {
                second = bound(local, port ^ 1);
                boolean even = port % 2 == 0;
                UdpPorts ports = new UdpPorts(peer, receiver, even ? first : second, even ? second : first);
                ports.rtp.register(selector);
                ports.rtcp.register(selector);
                return ports;
            } catch (IOException taken) {
                first.close();
                if (second != null) {
                    second.close();
                }
            }
        }
        throw new IOException("no pair of free UDP ports");
    }

    private static DatagramChannel bound(InetAddress local, int port) throws IOException {
        DatagramChannel channel = DatagramChannel.open(
                local instanceof Inet6Address ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
        try {
            channel.configureBlocking(false);
            channel.bind(new InetSocketAddress(local, port));
            return channel;
        } catch (IOException taken) {
            channel.close();
            throw taken;
        }
    }

    @Override
    public int rtpPort() {
        return rtp.port;
    }

    @Override
    public void expect(@Nullable InetAddress named, int rtpPort, int rtcpPort) {
        boolean odd = named != null
                && (named.isMulticastAddress()
                        || named.isAnyLocalAddress()
                        || (named.isLoopbackAddress() && !peer.isLoopbackAddress()));
        source = odd ? null : named;
        rtp.expect(rtpPort);
        rtcp.expect(rtcpPort);
        expecting = true;
    }

    @Override
    public void sendRtp(byte[] packet) {
        rtp.send(packet);
    }

    @Override
    public void sendRtcp(byte[] packet) {
        rtcp.send(packet);
    }

    @Override
    public void close() {
        rtp.close();
        rtcp.close();
    }

    /** One of the two sockets. */
    private final class Half implements Selectable {
        private final DatagramChannel channel;
        private final boolean control;
        private final int port;
        private int remotePort;
        private @Nullable InetSocketAddress heard;

        Half(DatagramChannel channel, boolean control, int buffer) throws IOException {
            this.channel = channel;
            this.control = control;
            this.port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
            channel.setOption(StandardSocketOptions.SO_RCVBUF, buffer);
        }

        void register(Selector selector) throws IOException {
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        void expect(int remote) {
            remotePort = remote;
            heard = null;
        }

        @Override
        public void ready(SelectionKey key, ByteBuffer buffer) {
            try {
                for (int i = 0; i < MOST_AT_ONCE && channel.isOpen(); i++) {
                    buffer.clear();
                    if (!(channel.receive(buffer) instanceof InetSocketAddress from)) {
                        return;
                    }
                    if (wanted(from)) {
                        heard = from;
                        receiver.datagram(control, buffer, 0, buffer.flip().remaining());
                    } else {
                        receiver.stranger();
                    }
                }
            } catch (IOException unheard) {
                // A datagram that cannot be read is a lost one; loss is seen by the numbers of those that follow.
                return;
            }
        }

        private boolean wanted(InetSocketAddress from) {
            InetAddress address = from.getAddress();
            return expecting
                    && (address.equals(peer) || address.equals(source))
                    && (remotePort == 0 || from.getPort() == remotePort);
        }

        void send(byte[] packet) {
            InetSocketAddress known = heard;
            if (known != null) {
                send(packet, known);
            } else if (expecting && remotePort != 0) {
                send(packet, new InetSocketAddress(peer, remotePort));
                if (source != null && !source.equals(peer)) {
                    send(packet, new InetSocketAddress(source, remotePort));
                }
            }
        }

        private void send(byte[] packet, InetSocketAddress to) {
            try {
                channel.send(ByteBuffer.wrap(packet), to);
            } catch (IOException unsent) {
                // As good as lost on the way; the next report goes out in a few seconds.
                return;
            }
        }

        void close() {
            try {
                channel.close();
            } catch (IOException gone) {
                // Nothing is left to be done for it.
                return;
            }
        }
    }
}

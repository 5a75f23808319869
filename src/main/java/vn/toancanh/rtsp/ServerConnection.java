package vn.toancanh.rtsp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import vn.toancanh.rtsp.message.Inbound;
import vn.toancanh.rtsp.message.RtspFormatException;
import vn.toancanh.rtsp.message.RtspParser;
import vn.toancanh.rtsp.wire.Link;
import vn.toancanh.rtsp.wire.MediaPorts;
import vn.toancanh.rtsp.wire.PlainLink;
import vn.toancanh.rtsp.wire.Selectable;
import vn.toancanh.rtsp.wire.TlsLink;
import vn.toancanh.rtsp.wire.TlsSettings;
import vn.toancanh.rtsp.wire.UdpPorts;

/** One connection to a server: made, encrypted where wanted, read and written. The client's thread only. */
final class ServerConnection implements Selectable {
    private static final System.Logger LOG = System.getLogger(ServerConnection.class.getName());

    /** Whose connection it is. */
    interface Owner {
        /** It stands; requests may be written. */
        void open();

        /** What takes the messages and frames that are about to be handed over. */
        RtspParser.Handler handler();

        /** It is of no more use; the owner closes it. */
        void broken(RtspFailure why);
    }

    /**
     * What the system may keep that was not read yet, bytes: 20 Mbit/s flow where the answer takes 100 ms, and while nobody
     * reads, no more old pictures gather.
     */
    private static final int UNREAD = 256 * 1024;

    private final RtspClient client;
    private final Owner owner;
    private final TlsSettings.@Nullable Engine encryption;
    private final SocketChannel channel;
    private final Inbound inbound = new Inbound();
    private @Nullable Link link;
    private boolean told;
    private boolean closed;

    /** @param encryption null: none is wanted */
    ServerConnection(RtspClient client, Owner owner, TlsSettings.@Nullable Engine encryption) throws IOException {
        this.client = client;
        this.owner = owner;
        this.encryption = encryption;
        this.channel = SocketChannel.open();
    }

    void connect(InetSocketAddress address) {
        guarded(() -> {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            // Before it connects: how large a window can be is agreed on then.
            channel.setOption(StandardSocketOptions.SO_RCVBUF, UNREAD);
            boolean connected = channel.connect(address);
            SelectionKey key = channel.register(client.selector(), SelectionKey.OP_CONNECT, this);
            if (connected) {
                connected(key);
            }
        });
    }

    /** True once the other side has taken the connection, encrypted or not yet. */
    boolean connected() {
        return link != null;
    }

    /** True once requests can be written. */
    boolean open() {
        return told;
    }

    @Override
    public void ready(SelectionKey key, ByteBuffer buffer) {
        guarded(() -> {
            if (key.isConnectable() && channel.finishConnect()) {
                connected(key);
            }
            Link to = link;
            if (to != null && key.isValid() && key.isWritable()) {
                to.writable();
            }
            if (to != null && key.isValid() && key.isReadable()) {
                read(to, buffer);
            }
        });
    }

    void send(byte[] bytes) {
        Link open = link;
        if (open != null && !closed) {
            guarded(() -> open.write(bytes));
        }
    }

    /** UDP ports for media of the same server. */
    MediaPorts openPorts(MediaPorts.Receiver receiver) throws IOException {
        InetAddress own = ((InetSocketAddress) channel.getLocalAddress()).getAddress();
        InetAddress peer = ((InetSocketAddress) channel.getRemoteAddress()).getAddress();
        return UdpPorts.open(own, peer, client.selector(), receiver);
    }

    /** Ends it; nothing is told to the owner any more. {@code last} is said if that can be done at once. */
    void close(Optional<byte[]> last) {
        closed = true;
        Link made = link;
        try {
            if (made == null) {
                channel.close();
                return;
            }
            if (last.isPresent() && made.open()) {
                made.write(last.get());
            }
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "a connection that was lost before it was closed");
        }
        if (made != null) {
            made.close();
        }
    }

    private void connected(SelectionKey key) throws IOException {
        key.interestOps(SelectionKey.OP_READ);
        TlsSettings.Engine wanted = encryption;
        if (wanted == null) {
            link = new PlainLink(channel, key);
        } else {
            TlsLink encrypted = new TlsLink(
                    channel, key, wanted.engine(), RtspClient::elsewhere, () -> client.execute(this::resume));
            link = encrypted;
        }
        tellOpen();
    }

    private void resume(ByteBuffer buffer) {
        if (link instanceof TlsLink encrypted && !closed) {
            guarded(() -> {
                encrypted.worked();
                read(encrypted, buffer);
            });
        }
    }

    private void read(Link from, ByteBuffer buffer) throws IOException {
        inbound.lay(buffer);
        int count = from.read(buffer);
        tellOpen();
        if (count < 0) {
            throw new IOException("closed by the other side");
        }
        if (!closed) {
            inbound.take(buffer, owner.handler());
        }
    }

    private void tellOpen() {
        Link made = link;
        if (!told && made != null && made.open()) {
            told = true;
            owner.open();
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private void guarded(Step step) {
        if (closed) {
            return;
        }
        try {
            step.run();
        } catch (RtspFormatException broken) {
            owner.broken(new RtspFailure(RtspFailure.Kind.PROTOCOL, String.valueOf(broken.getMessage()), broken));
        } catch (SSLException refused) {
            owner.broken(refused(refused));
        } catch (IOException lost) {
            String detail =
                    !connected() ? "no connection" : told ? "connection lost" : "no encryption: connection lost";
            owner.broken(new RtspFailure(RtspFailure.Kind.UNREACHABLE, detail, lost));
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.ERROR, "fault in a session", fault);
            owner.broken(new RtspFailure(RtspFailure.Kind.PROTOCOL, "fault while reading", fault));
        }
    }

    private RtspFailure refused(SSLException why) {
        TlsSettings.Engine wanted = encryption;
        String refusal = wanted == null ? null : wanted.trust().refusal();
        if (wanted != null && refusal != null) {
            String shown = wanted.trust().shown();
            return new RtspFailure(RtspFailure.Kind.CERTIFICATE, refusal + "; shown: " + shown, shown, 0, why);
        }
        return told
                ? new RtspFailure(RtspFailure.Kind.PROTOCOL, "broken encryption", why)
                : new RtspFailure(RtspFailure.Kind.NO_ENCRYPTION, "no encryption agreed on", why);
    }
}

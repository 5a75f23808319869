package vn.toancanh.server.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;
import vn.toancanh.rtsp.wire.Link;
import vn.toancanh.rtsp.wire.PlainLink;
import vn.toancanh.rtsp.wire.Selectable;
import vn.toancanh.rtsp.wire.TlsLink;

/** Takes connections in, no more than the caps. The relay's thread. */
final class Gatehouse implements Selectable {
    private static final int MOST_A_TURN = 64;
    /** With no files left every turn would fail again at once. */
    private static final Duration REST = Duration.ofMillis(500);

    private final Relay relay;
    private final ServerSocketChannel listener;
    private final Map<String, Integer> perAddress = new HashMap<>();
    private int all;

    Gatehouse(Relay relay, ServerSocketChannel listener) {
        this.relay = relay;
        this.listener = listener;
    }

    @Override
    public void ready(SelectionKey key, ByteBuffer buffer) {
        try {
            for (int i = 0; i < MOST_A_TURN; i++) {
                SocketChannel channel = listener.accept();
                if (channel == null) {
                    return;
                }
                take(channel);
            }
        } catch (IOException exhausted) {
            key.interestOps(0);
            relay.after(REST, () -> {
                if (key.isValid()) {
                    key.interestOps(SelectionKey.OP_ACCEPT);
                }
            });
        }
    }

    private void take(SocketChannel channel) throws IOException {
        String address = addressOf(channel);
        RelaySettings settings = relay.settings();
        if (all >= settings.mostConnections() || perAddress.getOrDefault(address, 0) >= settings.mostPerAddress()) {
            relay.tally().turnedAway++;
            channel.close();
            return;
        }
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            SelectionKey key = channel.register(relay.selector(), SelectionKey.OP_READ);
            long now = relay.clock().nanos();
            Viewer viewer = new Viewer(address, relay.tally(), now);
            Dialogue dialogue = new Dialogue(relay, viewer, now);
            viewer.begin(link(channel, key, settings.tls(), viewer), dialogue);
            key.attach(viewer);
            all++;
            perAddress.merge(address, 1, Integer::sum);
            relay.opened(dialogue);
        } catch (IOException gone) {
            channel.close();
        }
    }

    private Link link(SocketChannel channel, SelectionKey key, @Nullable RelayTls tls, Viewer viewer)
            throws IOException {
        if (tls == null) {
            return new PlainLink(channel, key);
        }
        SSLEngine engine = tls.context().createSSLEngine();
        engine.setUseClientMode(false);
        return new TlsLink(
                channel, key, engine, relay::elsewhere, () -> relay.executeWith(buffer -> viewer.resume(buffer)));
    }

    /** Gives the place of a viewer to the next. */
    void left(Viewer viewer) {
        all--;
        perAddress.computeIfPresent(viewer.address(), (address, count) -> count > 1 ? count - 1 : null);
    }

    private static String addressOf(SocketChannel channel) throws IOException {
        return channel.getRemoteAddress() instanceof InetSocketAddress from
                ? from.getAddress().getHostAddress()
                : "?";
    }

    void close() throws IOException {
        listener.close();
    }
}

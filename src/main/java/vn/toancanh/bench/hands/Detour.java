package vn.toancanh.bench.hands;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.toancanh.base.Clock;
import vn.toancanh.rtsp.wire.EventLoop;
import vn.toancanh.rtsp.wire.Selectable;

/** A port of this machine by way of which one camera is reached. Made on any thread, all else on the loop's. */
final class Detour implements Selectable {
    private static final System.Logger LOG = System.getLogger(Detour.class.getName());

    private final EventLoop loop;
    private final Clock clock;
    private final ServerSocketChannel listener;
    private final SocketAddress camera;
    private final Set<Crossing> crossings = new HashSet<>();
    private Delay delay = Delay.NONE;

    /** Takes a port. */
    Detour(EventLoop loop, Clock clock, SocketAddress camera) throws IOException {
        this.loop = loop;
        this.clock = clock;
        this.camera = camera;
        this.listener = ServerSocketChannel.open();
        try {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            listener.configureBlocking(false);
        } catch (IOException taken) {
            listener.close();
            throw taken;
        }
    }

    int port() {
        return listener.socket().getLocalPort();
    }

    /** Takes connections from now on. */
    void begin() {
        try {
            listener.register(loop.selector(), SelectionKey.OP_ACCEPT, this);
        } catch (IOException closed) {
            LOG.log(System.Logger.Level.WARNING, "a detour cannot begin", closed);
        }
    }

    @Override
    public void ready(SelectionKey key, ByteBuffer buffer) {
        try {
            SocketChannel asking = listener.accept();
            if (asking != null) {
                take(asking);
            }
        } catch (IOException refused) {
            LOG.log(System.Logger.Level.WARNING, "nobody can be let in", refused);
        }
    }

    private void take(SocketChannel asking) throws IOException {
        try {
            crossings.add(new Crossing(loop, clock, asking, camera, () -> delay, crossings::remove));
        } catch (IOException refused) {
            asking.close();
        }
    }

    /** What its camera sends comes late by that from now on, over connections that are there and those to come. */
    void delay(Delay told) {
        delay = told;
        List.copyOf(crossings).forEach(Crossing::goOn);
    }

    /** Cuts all connections; others may come. */
    void cut() {
        List.copyOf(crossings).forEach(Crossing::close);
    }

    void close() {
        cut();
        try {
            listener.close();
        } catch (IOException kept) {
            LOG.log(System.Logger.Level.DEBUG, "a detour could not be closed", kept);
        }
    }
}

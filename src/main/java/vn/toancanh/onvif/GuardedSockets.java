package vn.toancanh.onvif;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Predicate;
import javax.net.SocketFactory;

/** Sockets that connect to none but allowed addresses, whatever a name server or a device says. Any thread. */
final class GuardedSockets extends SocketFactory {
    private final Predicate<InetAddress> allowed;

    GuardedSockets(Predicate<InetAddress> allowed) {
        this.allowed = allowed;
    }

    /** Not connected, and refusing to be where it may not. */
    static final class ForbiddenAddress extends IOException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        ForbiddenAddress() {
            super("an address that may not be called");
        }
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress to, int patienceMs) throws IOException {
                if (!(to instanceof InetSocketAddress inet)
                        || inet.getAddress() == null
                        || !allowed.test(inet.getAddress())) {
                    throw new ForbiddenAddress();
                }
                super.connect(to, patienceMs);
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress here, int from) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress here, int from) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    private Socket connected(InetSocketAddress to) throws IOException {
        Socket socket = createSocket();
        socket.connect(to, 0);
        return socket;
    }
}

package vn.toancanh.central;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Encrypted sockets of a factory that is made when the first is wanted: to set up TLS takes a tenth of a second of a core, which
 * a start by plain HTTP on this machine need not wait for. Any thread.
 */
final class LateSockets extends SSLSocketFactory {
    private final Supplier<SSLSocketFactory> source;
    private @Nullable SSLSocketFactory made;

    LateSockets(Supplier<SSLSocketFactory> source) {
        this.source = source;
    }

    private synchronized SSLSocketFactory real() {
        SSLSocketFactory present = made;
        if (present == null) {
            present = source.get();
            made = present;
        }
        return present;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return real().getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return real().getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean closesIt) throws IOException {
        return real().createSocket(plain, host, port, closesIt);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return real().createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress here, int from) throws IOException {
        return real().createSocket(host, port, here, from);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return real().createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress here, int from) throws IOException {
        return real().createSocket(host, port, here, from);
    }
}

package vn.toancanh.onvif;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.TrustsNobody;

/** Looks which certificate a device shows, believes it not, and tells the device nothing. Blocks. Any thread. */
final class DeviceCertificate {
    private static final int USUAL_PORT = 443;

    private DeviceCertificate() {}

    /** Takes down what is shown, and refuses it. */
    private static final class Witness extends TrustsNobody {
        private final AtomicReference<@Nullable Fingerprint> shown = new AtomicReference<>();

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
                throws CertificateException {
            shown.set(Fingerprint.of(chain[0]));
            throw new CertificateException("only looked at");
        }
    }

    /** What it shows; empty where nothing answers there, or not by TLS. */
    static Optional<Fingerprint> shown(DeviceAccess access, Duration patience) {
        URI service = access.service();
        Witness witness = new Witness();
        int port = service.getPort() < 0 ? USUAL_PORT : service.getPort();
        int millis = Math.toIntExact(patience.toMillis());
        try (Socket plain = new GuardedSockets(access.hosts()).createSocket()) {
            plain.connect(new InetSocketAddress(service.getHost(), port), millis);
            plain.setSoTimeout(millis);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {witness}, new SecureRandom());
            try (SSLSocket tls =
                    (SSLSocket) context.getSocketFactory().createSocket(plain, service.getHost(), port, true)) {
                tls.startHandshake();
            }
        } catch (IOException refused) {
            return Optional.ofNullable(witness.shown.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("TLS is part of every JDK", impossible);
        }
        return Optional.ofNullable(witness.shown.get());
    }
}

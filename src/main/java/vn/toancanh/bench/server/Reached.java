package vn.toancanh.bench.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.ServerPins;
import vn.toancanh.base.Fingerprint;

/**
 * Where a server listens, and by which certificate it is known there.
 *
 * @param known null: plain HTTP
 */
record Reached(URI address, @Nullable Known known) {
    /** A certificate, and sockets that take no other. */
    record Known(Fingerprint fingerprint, SSLSocketFactory sockets) {}

    static Reached plain(URI address) {
        return new Reached(address, null);
    }

    /** @param certificate the file of the one that the server made for itself */
    static Reached encrypted(URI address, Path certificate) throws IOException {
        try (InputStream file = Files.newInputStream(certificate)) {
            X509Certificate own =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("server", own);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return new Reached(address, new Known(Fingerprint.of(own), context.getSocketFactory()));
        } catch (GeneralSecurityException unreadable) {
            throw new IOException("no certificate: " + certificate, unreadable);
        }
    }

    /** A connection of its own; one by TLS greets with its first byte. */
    Socket connect() throws IOException {
        Socket plain = new Socket(address.getHost(), address.getPort());
        plain.setTcpNoDelay(true);
        return known == null ? plain : known.sockets().createSocket(plain, address.getHost(), address.getPort(), true);
    }

    /** By which the client's own code knows it. */
    ServerPins pins() {
        ServerPins pins = new ServerPins();
        if (known != null) {
            pins.accept(ServerPins.nameOf(address.getHost(), address.getPort()), known.fingerprint());
        }
        return pins;
    }
}

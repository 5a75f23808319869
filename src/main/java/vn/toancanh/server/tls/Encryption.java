package vn.toancanh.server.tls;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.server.http.Listener;

/**
 * Listens by TLS 1.3 or 1.2, with keys agreed anew for every connection and authenticated ciphers only (RFC 9325, 4.2). Any
 * thread.
 */
public final class Encryption implements Listener {
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};
    private static final String[] CIPHERS = {
        "TLS_AES_256_GCM_SHA384",
        "TLS_AES_128_GCM_SHA256",
        "TLS_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"
    };

    private final Path certificate;
    private final Path key;
    private final ServerKeys keys;

    private Encryption(Path certificate, Path key, Identity first, Clock clock) {
        this.certificate = certificate;
        this.key = key;
        this.keys = new ServerKeys(certificate, key, first, clock);
    }

    /**
     * With the server's own certificate, made where there is none yet.
     *
     * @param data the server's folder
     * @param address where the server listens, one of the names it is made for
     * @throws vn.toancanh.base.FailureException where it cannot be used
     */
    public static Encryption own(Path data, String address, Clock clock) {
        Set<String> names = new LinkedHashSet<>(LocalNames.all());
        if (LocalNames.isAddress(address)) {
            names.add(address);
        }
        Identity identity = OwnCertificate.open(data, names, clock.now());
        return new Encryption(OwnCertificate.certificate(data), OwnCertificate.key(data), identity, clock);
    }

    /**
     * With a certificate from files.
     *
     * @throws vn.toancanh.base.FailureException where it cannot be used
     */
    public static Encryption given(Transport.Given files, Clock clock) {
        Identity identity = PemFiles.read(files.certificate(), files.key());
        return new Encryption(files.certificate(), files.key(), identity, clock);
    }

    /**
     * Of the certificate in a file.
     *
     * @throws vn.toancanh.base.FailureException where there is none that can be read
     */
    public static Fingerprint fingerprint(Path certificate) {
        return Identity.fingerprint(PemFiles.chain(certificate).getFirst());
    }

    /** What callers are shown now. */
    public Identity identity() {
        return keys.present();
    }

    /** File of the certificates. */
    public Path certificate() {
        return certificate;
    }

    /** File of the key. */
    public Path key() {
        return key;
    }

    @Override
    public Connector connector(Server server, HttpConfiguration http, String address, int port) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(context());
        tls.setExcludeProtocols();
        tls.setIncludeProtocols(VERSIONS);
        tls.setExcludeCipherSuites();
        tls.setIncludeCipherSuites(CIPHERS);
        tls.setUseCipherSuitesOrder(true);
        tls.setRenegotiationAllowed(false);
        HttpConfiguration secure = new HttpConfiguration(http);
        // Desks that pinned the certificate may call the machine by any name.
        secure.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector = new ServerConnector(
                server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(secure));
        connector.setHost(address);
        connector.setPort(port);
        return connector;
    }

    /** With the certificate that stands in the files at each handshake. */
    public SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {keys}, new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("TLS is part of every JDK", impossible);
        }
    }
}

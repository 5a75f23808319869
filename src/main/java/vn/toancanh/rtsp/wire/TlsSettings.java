package vn.toancanh.rtsp.wire;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * How connections are encrypted: TLS 1.3 or 1.2. Each connection has a context of its own, so that none is resumed from an
 * earlier one and every certificate is looked at. Any thread; the first use reads the system's trust, which takes a while.
 */
public final class TlsSettings {
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    /** A connection's engine and what its server may show. */
    public record Engine(SSLEngine engine, TlsTrust trust) {}

    private final Supplier<X509ExtendedTrustManager> source;
    private @Nullable X509ExtendedTrustManager system;

    /** @param system whose certificates are trusted where none is pinned */
    public TlsSettings(Supplier<X509ExtendedTrustManager> system) {
        this.source = system;
    }

    /** Trusts whom the Java runtime trusts ({@code cacerts}, or {@code javax.net.ssl.trustStore}). */
    public static TlsSettings ofSystem() {
        return new TlsSettings(TlsSettings::systemTrust);
    }

    /**
     * An engine for one connection to a server.
     *
     * @param host the name asked for, or an address without brackets
     * @param pins see {@link TlsTrust}
     */
    public Engine client(String host, int port, List<String> pins) throws GeneralSecurityException {
        TlsTrust trust = new TlsTrust(this::trusted, pins);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {trust}, null);
        SSLEngine engine = context.createSSLEngine(host, port);
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(VERSIONS);
        if (trust.verifies()) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        engine.setSSLParameters(parameters);
        return new Engine(engine, trust);
    }

    private synchronized X509ExtendedTrustManager trusted() {
        X509ExtendedTrustManager known = system;
        if (known == null) {
            known = source.get();
            system = known;
        }
        return known;
    }

    private static X509ExtendedTrustManager systemTrust() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            for (TrustManager each : factory.getTrustManagers()) {
                if (each instanceof X509ExtendedTrustManager found) {
                    return found;
                }
            }
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException("the system's trusted certificates cannot be read", unreadable);
        }
        throw new IllegalStateException("the system has no trusted certificates");
    }
}

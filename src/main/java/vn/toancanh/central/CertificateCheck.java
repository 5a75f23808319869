package vn.toancanh.central;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import okhttp3.OkHttpClient;
import vn.toancanh.access.ServerPins;
import vn.toancanh.access.ShownCertificate;
import vn.toancanh.access.ShownCertificate.Why;
import vn.toancanh.access.UntrustedServer;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.TrustsNobody;

/**
 * Which certificate a central server may show: the pinned one alone, whatever its name and dates say; without a pin one that
 * an authority of this machine vouches for, under the name that was asked for. Any other ends the handshake with an
 * {@link UntrustedServer}, before a request is sent. Any thread.
 */
final class CertificateCheck extends TrustsNobody {
    private final ServerPins pins;
    private final SystemTrust system;
    private final Clock clock;

    CertificateCheck(ServerPins pins, SystemTrust system, Clock clock) {
        this.pins = pins;
        this.system = system;
        this.clock = clock;
    }

    /** Makes all connections of that client go by this. */
    OkHttpClient.Builder guard(OkHttpClient.Builder client) {
        return client.sslSocketFactory(new LateSockets(this::sockets), this).hostnameVerifier(this::isStillKnown);
    }

    private SSLSocketFactory sockets() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("TLS is part of every JDK", impossible);
        }
    }

    /**
     * After the handshake, and after one that resumed an earlier session without showing a certificate again. Where there is no
     * pin, the name was looked at together with the certificate.
     */
    private boolean isStillKnown(String host, SSLSession session) {
        Optional<Fingerprint> pin = pins.of(ServerPins.nameOf(host, session.getPeerPort()));
        try {
            return pin.isEmpty()
                    || pin.get().equals(Fingerprint.of((X509Certificate) session.getPeerCertificates()[0]));
        } catch (SSLPeerUnverifiedException | CertificateException nothing) {
            return false;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        if (!(socket instanceof SSLSocket secured)) {
            throw new CertificateException("not by TLS");
        }
        SSLSession session = secured.getHandshakeSession();
        String server = ServerPins.nameOf(session.getPeerHost(), session.getPeerPort());
        Fingerprint shown = Fingerprint.of(chain[0]);
        Optional<Fingerprint> pin = pins.of(server);
        if (pin.isPresent()) {
            if (!pin.get().equals(shown)) {
                throw new UntrustedServer(certificate(server, chain[0], shown, pin, Why.CHANGED));
            }
            return;
        }
        // Makes the system look at the name, too (RFC 9110, 4.3.4).
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        try {
            system.check(chain, kind, secured);
        } catch (CertificateException refused) {
            throw new UntrustedServer(certificate(server, chain[0], shown, pin, why(chain, kind)));
        }
    }

    private static ShownCertificate certificate(
            String server, X509Certificate own, Fingerprint shown, Optional<Fingerprint> pin, Why why) {
        return new ShownCertificate(
                server,
                shown,
                pin.orElse(null),
                why,
                own.getNotBefore().toInstant(),
                own.getNotAfter().toInstant());
    }

    private Why why(X509Certificate[] chain, String kind) {
        Instant now = clock.now();
        if (now.isAfter(chain[0].getNotAfter().toInstant())) {
            return Why.ENDED;
        }
        if (now.isBefore(chain[0].getNotBefore().toInstant())) {
            return Why.NOT_YET;
        }
        try {
            system.check(chain, kind, null);
            return Why.OTHER_NAME;
        } catch (CertificateException unknown) {
            return Why.UNKNOWN;
        }
    }
}

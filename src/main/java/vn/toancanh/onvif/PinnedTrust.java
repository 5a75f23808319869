package vn.toancanh.onvif;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import okhttp3.OkHttpClient;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.TrustsNobody;

/** Accepts the named certificates alone, whatever name and dates they bear. Any thread. */
final class PinnedTrust extends TrustsNobody {
    private final List<String> pins;

    /** @param pins SHA-256, Base64; at least one */
    PinnedTrust(List<String> pins) {
        this.pins = List.copyOf(pins);
    }

    /** A certificate that is none of ours. */
    static final class Unpinned extends CertificateException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        Unpinned(Fingerprint shown) {
            super("the device shows certificate " + shown);
        }
    }

    OkHttpClient.Builder guard(OkHttpClient.Builder client) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return client.sslSocketFactory(context.getSocketFactory(), this)
                    .hostnameVerifier((host, session) -> isPinned(session));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("TLS is part of every JDK", impossible);
        }
    }

    private boolean isPinned(SSLSession session) {
        try {
            return pins.contains(Fingerprint.of((X509Certificate) session.getPeerCertificates()[0])
                    .base64());
        } catch (SSLPeerUnverifiedException | CertificateException nothing) {
            return false;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        Fingerprint shown = Fingerprint.of(chain[0]);
        if (!pins.contains(shown.base64())) {
            throw new Unpinned(shown);
        }
    }
}

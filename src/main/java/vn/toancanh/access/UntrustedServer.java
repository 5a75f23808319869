package vn.toancanh.access;

import java.security.cert.CertificateException;

/** A connection was given up before anything was sent, because of the certificate that the server showed. */
public final class UntrustedServer extends CertificateException {
    private static final long serialVersionUID = 1L;

    private final transient ShownCertificate shown;

    public UntrustedServer(ShownCertificate shown) {
        super(shown.why() + ": " + shown.server() + " shows " + shown.fingerprint());
        this.shown = shown;
    }

    public ShownCertificate shown() {
        return shown;
    }
}

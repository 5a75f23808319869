package vn.toancanh.server.tls;

import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.toancanh.base.Fingerprint;

/**
 * A key with the certificates that vouch for it.
 *
 * @param chain the server's own first
 */
public record Identity(PrivateKey key, List<X509Certificate> chain) {
    /** From so long before its end on, people should be told. */
    private static final Duration SOON = Duration.ofDays(30);

    /** How a certificate stands in time. */
    public enum Age {
        GOOD,
        ENDS_SOON,
        ENDED,
        NOT_YET
    }

    public Identity {
        chain = List.copyOf(chain);
    }

    X509Certificate own() {
        return chain.getFirst();
    }

    public Fingerprint fingerprint() {
        return fingerprint(own());
    }

    static Fingerprint fingerprint(X509Certificate certificate) {
        try {
            return Fingerprint.of(certificate);
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("it was read from its encoding", impossible);
        }
    }

    /** When it ends. */
    public Instant until() {
        return own().getNotAfter().toInstant();
    }

    public Age age(Instant now) {
        if (now.isBefore(own().getNotBefore().toInstant())) {
            return Age.NOT_YET;
        }
        if (now.isAfter(until())) {
            return Age.ENDED;
        }
        return now.plus(SOON).isAfter(until()) ? Age.ENDS_SOON : Age.GOOD;
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "certificate " + fingerprint();
    }
}

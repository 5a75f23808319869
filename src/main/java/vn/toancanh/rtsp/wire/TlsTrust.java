package vn.toancanh.rtsp.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.TrustsNobody;

/**
 * Which certificate one server may show: one of those pinned, whatever it says; where none is pinned, one for the server's
 * name that the system trusts. Remembers what was shown, so that whoever asked may trust it on first use. Any thread.
 */
public final class TlsTrust extends TrustsNobody {
    private final Supplier<X509ExtendedTrustManager> system;
    private final List<byte[]> pins = new ArrayList<>();
    private final boolean pinned;
    private volatile @Nullable String shown;
    private volatile @Nullable String refusal;

    /**
     * @param system asked for only where nothing is pinned
     * @param pins SHA-256 of whole certificates (DER), Base64; what is none of that matches nothing
     */
    public TlsTrust(Supplier<X509ExtendedTrustManager> system, List<String> pins) {
        this.system = system;
        this.pinned = !pins.isEmpty();
        pins.forEach(pin -> this.pins.add(decoded(pin)));
    }

    private static byte[] decoded(String pin) {
        try {
            return Base64.getDecoder().decode(pin.strip());
        } catch (IllegalArgumentException garbled) {
            // A garbled pin must not open the door: no certificate has a hash of no bytes.
            return new byte[0];
        }
    }

    /** True where the system's trust counts, and with it the server's name. */
    public boolean verifies() {
        return !pinned;
    }

    /** SHA-256 of the certificate that the server showed, Base64; null before it showed one. */
    public @Nullable String shown() {
        return shown;
    }

    /** Why the certificate was refused, in a few words; null where it was not. */
    public @Nullable String refusal() {
        return refusal;
    }

    /** SHA-256 of a certificate, Base64, as a pin is given. */
    public static String pinOf(X509Certificate certificate) throws CertificateEncodingException {
        return Base64.getEncoder().encodeToString(hash(certificate));
    }

    private static byte[] hash(X509Certificate certificate) throws CertificateEncodingException {
        try {
            return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        byte[] hash = hash(chain[0]);
        shown = Base64.getEncoder().encodeToString(hash);
        if (pinned) {
            for (byte[] pin : pins) {
                if (MessageDigest.isEqual(pin, hash)) {
                    return;
                }
            }
            throw refused("not the certificate that is pinned", null);
        }
        try {
            system.get().checkServerTrusted(chain, kind, engine);
        } catch (CertificateException untrusted) {
            throw refused("not a certificate for this name that the system trusts", untrusted);
        }
    }

    private CertificateException refused(String why, @Nullable Throwable cause) {
        refusal = why;
        return new CertificateException(why, cause);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return pinned ? super.getAcceptedIssuers() : system.get().getAcceptedIssuers();
    }
}

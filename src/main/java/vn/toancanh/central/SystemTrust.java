package vn.toancanh.central;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The authorities that the Java runtime trusts, and those that the operating system does, where a city puts its own. They are
 * read when a certificate is first looked at, which takes a while. Any thread; blocks.
 */
final class SystemTrust {
    private static final Logger LOG = LoggerFactory.getLogger(SystemTrust.class);

    /** Where Linux systems keep all authorities in one file. */
    private static final List<Path> BUNDLES =
            List.of(Path.of("/etc/ssl/certs/ca-certificates.crt"), Path.of("/etc/pki/tls/certs/ca-bundle.crt"));

    private final List<Path> bundles;
    private @Nullable List<X509ExtendedTrustManager> known;

    SystemTrust() {
        this(BUNDLES);
    }

    /** @param bundles files of authorities, PEM; those that are not there are passed over */
    SystemTrust(List<Path> bundles) {
        this.bundles = List.copyOf(bundles);
    }

    /**
     * Whether one of them vouches for the chain, and where a socket is given that asks for it, for its name.
     *
     * @throws CertificateException where none does
     */
    void check(X509Certificate[] chain, String kind, @Nullable Socket socket) throws CertificateException {
        CertificateException refused = new CertificateException("this machine trusts no authority at all");
        for (X509ExtendedTrustManager each : managers()) {
            try {
                if (socket == null) {
                    each.checkServerTrusted(chain, kind);
                } else {
                    each.checkServerTrusted(chain, kind, socket);
                }
                return;
            } catch (CertificateException unknown) {
                refused = unknown;
            }
        }
        throw refused;
    }

    private synchronized List<X509ExtendedTrustManager> managers() {
        List<X509ExtendedTrustManager> present = known;
        if (present == null) {
            present = new ArrayList<>();
            of(null).ifPresent(present::add);
            system().flatMap(SystemTrust::of).ifPresent(present::add);
            known = present;
        }
        return present;
    }

    private static Optional<X509ExtendedTrustManager> of(@Nullable KeyStore authorities) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities);
            for (TrustManager each : factory.getTrustManagers()) {
                if (each instanceof X509ExtendedTrustManager found) {
                    return Optional.of(found);
                }
            }
        } catch (GeneralSecurityException unreadable) {
            LOG.warn("authorities cannot be read", unreadable);
        }
        return Optional.empty();
    }

    private Optional<KeyStore> system() {
        try {
            if (System.getProperty("os.name", "").startsWith("Windows")) {
                KeyStore windows = KeyStore.getInstance("Windows-ROOT");
                windows.load(null, null);
                return Optional.of(windows);
            }
            Optional<Path> bundle = bundles.stream().filter(Files::isReadable).findFirst();
            return bundle.isEmpty() ? Optional.empty() : Optional.of(read(bundle.get()));
        } catch (IOException | GeneralSecurityException unreadable) {
            LOG.warn("the system's authorities cannot be read", unreadable);
            return Optional.empty();
        }
    }

    private static KeyStore read(Path bundle) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(bundle)) {
            int count = 0;
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority-" + count++, each);
            }
        }
        return store;
    }
}

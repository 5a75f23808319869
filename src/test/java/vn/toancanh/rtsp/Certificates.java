package vn.toancanh.rtsp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import vn.toancanh.rtsp.wire.TlsTrust;

/** A key with a certificate of its own making, by the JDK's {@code keytool}. */
public final class Certificates {
    private static final char[] PASSWORD = "of-a-test".toCharArray();

    private final KeyStore store;
    private final Path file;

    private Certificates(KeyStore store, Path file) {
        this.store = store;
        this.file = file;
    }

    /**
     * Makes one.
     *
     * @param names such as {@code dns:localhost,ip:127.0.0.1}
     */
    public static Certificates make(Path folder, String label, String names)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve(label + ".p12");
        Process tool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        // GnuTLS cannot read an EC key as Java writes it.
                        "RSA",
                        "-alias",
                        "key",
                        "-dname",
                        "CN=" + label,
                        "-ext",
                        "SAN=" + names,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (tool.waitFor() != 0) {
            throw new IOException("keytool failed");
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return new Certificates(store, file);
    }

    public X509Certificate certificate() throws GeneralSecurityException {
        return (X509Certificate) store.getCertificate("key");
    }

    public String pin() throws GeneralSecurityException {
        return TlsTrust.pinOf(certificate());
    }

    /** The certificate and the key as PEM files, for servers that want them so. */
    List<Path> pem() throws IOException, GeneralSecurityException {
        Path certificate = Path.of(file + ".crt");
        Path key = Path.of(file + ".key");
        Files.writeString(certificate, armoured("CERTIFICATE", certificate().getEncoded()));
        Files.writeString(
                key, armoured("PRIVATE KEY", store.getKey("key", PASSWORD).getEncoded()));
        return List.of(certificate, key);
    }

    private static String armoured(String what, byte[] der) {
        String body = java.util.Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
    }

    /** The server's side of encryption, with this certificate. */
    public FakeRtspServer.Wrapping encrypting(String... versions) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, new SecureRandom());
        return raw -> {
            SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(raw, null, true);
            socket.setUseClientMode(false);
            if (versions.length > 0) {
                socket.setEnabledProtocols(versions);
            }
            return socket;
        };
    }

    /** Trusts this certificate and no other. */
    X509ExtendedTrustManager trust() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("key", certificate());
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}

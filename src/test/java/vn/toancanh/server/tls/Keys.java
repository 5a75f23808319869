package vn.toancanh.server.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import vn.toancanh.base.Fingerprint;

/** Certificates with their keys as files, for tests. */
public final class Keys {
    private Keys() {}

    /** A pair of files. */
    public record Pair(Path certificate, Path key) {
        public Transport.Given transport() {
            return new Transport.Given(certificate, key);
        }

        public Fingerprint fingerprint() {
            return PemFiles.read(certificate, key).fingerprint();
        }

        /** For a server that wants them so. */
        public SSLSocketFactory sockets() throws Exception {
            Identity identity = PemFiles.read(certificate, key);
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            char[] none = new char[0];
            store.setKeyEntry("key", identity.key(), none, identity.chain().toArray(X509Certificate[]::new));
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, none);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context.getSocketFactory();
        }
    }

    /** On P-256, good for these names, made at that moment. */
    public static Pair ec(Path folder, String label, Instant made, String... names) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        Set<String> all = new LinkedHashSet<>(List.of(names));
        byte[] certificate = OwnCertificate.make(pair, all, made);
        return write(folder, label, armoured("CERTIFICATE", certificate), pkcs8(pair.getPrivate()));
    }

    /** RSA, made by the JDK's own tool. */
    static Pair rsa(Path folder, String label) throws Exception {
        KeyStore store = keytool(folder, label, "RSA");
        PrivateKey key = (PrivateKey) store.getKey("key", "of-a-test".toCharArray());
        return write(
                folder,
                label,
                armoured("CERTIFICATE", store.getCertificate("key").getEncoded()),
                pkcs8(key));
    }

    private static KeyStore keytool(Path folder, String label, String algorithm) throws Exception {
        Path file = folder.resolve(label + ".p12");
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        algorithm,
                        "-alias",
                        "key",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "of-a-test",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (tool.waitFor() != 0) {
            throw new IOException("keytool failed");
        }
        return KeyStore.getInstance(file.toFile(), "of-a-test".toCharArray());
    }

    static Pair write(Path folder, String label, String certificate, String key) throws IOException {
        Path certificateFile = Files.writeString(folder.resolve(label + ".crt"), certificate);
        Path keyFile = folder.resolve(label + ".key");
        Files.deleteIfExists(keyFile);
        Files.createFile(keyFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(keyFile, key);
        return new Pair(certificateFile, keyFile);
    }

    static String pkcs8(PrivateKey key) {
        return armoured("PRIVATE KEY", key.getEncoded());
    }

    /** As OpenSSL wrote it before PKCS #8. */
    static String traditional(PrivateKey key) throws IOException {
        byte[] inner = key instanceof ECPrivateKey point
                ? new org.bouncycastle.asn1.sec.ECPrivateKey(256, point.getS(), SECObjectIdentifiers.secp256r1)
                        .getEncoded()
                : PrivateKeyInfo.getInstance(key.getEncoded())
                        .parsePrivateKey()
                        .toASN1Primitive()
                        .getEncoded();
        return armoured(key.getAlgorithm() + " PRIVATE KEY", inner);
    }

    static String armoured(String what, byte[] der) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
    }
}

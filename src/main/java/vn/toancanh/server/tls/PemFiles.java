package vn.toancanh.server.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.server.store.KeyFiles;

/**
 * Certificate and key as PEM (RFC 7468): keys as PKCS #8, or as OpenSSL writes them for RSA (PKCS #1) and EC (RFC 5915). Both
 * are checked against each other. Any thread; blocks on the disk.
 */
final class PemFiles {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN ([A-Z]+ )?PRIVATE KEY-----(.*?)-----END \\1?PRIVATE KEY-----", Pattern.DOTALL);

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

    private PemFiles() {}

    /**
     * Reads both.
     *
     * @throws FailureException {@code BAD_INPUT} with a text for the operator where one is missing, broken, encrypted, open to
     *     everybody, or does not fit the other
     */
    static Identity read(Path certificate, Path key) {
        List<X509Certificate> chain = chain(certificate);
        PrivateKey read = key(key);
        if (!fits(read, chain.getFirst())) {
            throw bad(
                    "the key " + key + " is not of " + certificate,
                    null,
                    "server.tlsKeyDoesNotFit",
                    key.toString(),
                    certificate.toString());
        }
        return new Identity(read, chain);
    }

    /** The certificates of a file, at least one. */
    static List<X509Certificate> chain(Path file) {
        try {
            List<X509Certificate> chain = new ArrayList<>();
            byte[] bytes = Files.readAllBytes(file);
            for (Certificate each :
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes))) {
                chain.add((X509Certificate) each);
            }
            // The library passes over the last one where it is cut short.
            int begun = new String(bytes, StandardCharsets.ISO_8859_1).split(BEGIN, -1).length - 1;
            if (chain.isEmpty() || chain.size() < begun) {
                throw new CertificateException("it holds " + chain.size() + " whole of " + begun);
            }
            return chain;
        } catch (IOException | CertificateException broken) {
            throw bad("no certificate in " + file, broken, "server.certificateUnreadable", file.toString());
        }
    }

    private static PrivateKey key(Path file) {
        KeyFiles.refuseReadableByAll(file);
        try {
            Matcher found = KEY.matcher(Files.readString(file, StandardCharsets.US_ASCII));
            if (!found.find()) {
                throw new GeneralSecurityException("it holds none");
            }
            String kind = found.group(1) == null ? "" : found.group(1).strip();
            if (kind.equals("ENCRYPTED")) {
                throw bad("encrypted key " + file, null, "server.tlsKeyEncrypted", file.toString());
            }
            return key(info(kind, Base64.getMimeDecoder().decode(found.group(2))));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException broken) {
            // What BouncyCastle or the decoder says may quote the key: only the kind of trouble goes on.
            throw bad(
                    "no key in " + file + ": " + broken.getClass().getSimpleName(),
                    null,
                    "server.tlsKeyUnreadable",
                    file.toString());
        }
    }

    private static PrivateKeyInfo info(String kind, byte[] bytes) throws IOException, GeneralSecurityException {
        return switch (kind) {
            case "" -> PrivateKeyInfo.getInstance(bytes);
            case "RSA" ->
                new PrivateKeyInfo(
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                        RSAPrivateKey.getInstance(bytes));
            case "EC" -> {
                ECPrivateKey key = ECPrivateKey.getInstance(bytes);
                yield new PrivateKeyInfo(
                        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject()), key);
            }
            default -> throw new GeneralSecurityException("a key of another kind");
        };
    }

    private static PrivateKey key(PrivateKeyInfo info) throws IOException, GeneralSecurityException {
        var algorithm = info.getPrivateKeyAlgorithm().getAlgorithm();
        String name = algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)
                ? "RSA"
                : algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey) ? "EC" : "";
        if (name.isEmpty()) {
            throw new GeneralSecurityException("neither RSA nor EC");
        }
        return KeyFactory.getInstance(name).generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
    }

    /** Tried, rather than compared: what one signs, the other must verify. */
    private static boolean fits(PrivateKey key, X509Certificate certificate) {
        if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())) {
            return false;
        }
        try {
            Signature signature =
                    Signature.getInstance(key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
            byte[] probe = "does it fit".getBytes(StandardCharsets.US_ASCII);
            signature.initSign(key);
            signature.update(probe);
            byte[] made = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(probe);
            return signature.verify(made);
        } catch (GeneralSecurityException unusable) {
            return false;
        }
    }

    private static FailureException bad(String detail, @Nullable Exception cause, String key, String... args) {
        Failure failure = cause == null
                ? Failure.of(Failure.Kind.BAD_INPUT, detail)
                : Failure.of(Failure.Kind.BAD_INPUT, detail, cause);
        return new FailureException(failure.withText(key, (Object[]) args));
    }
}

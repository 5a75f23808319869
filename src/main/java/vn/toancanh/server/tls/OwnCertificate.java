package vn.toancanh.server.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.server.store.KeyFiles;

/**
 * The certificate that a server makes for itself at its first start: ECDSA on P-256, ten years, for all names and addresses
 * of the machine at that time (RFC 5280). Whoever pins it goes by its fingerprint, so that it may outlive a change of
 * address. Any thread; blocks on the disk.
 */
public final class OwnCertificate {
    private static final Duration LIFE = Duration.ofDays(3653);

    /** A desk whose clock is behind must not find it not yet valid. */
    private static final Duration BEFORE_NOW = Duration.ofDays(2);

    private static final int LONGEST_NAME = 64;
    private static final int SERIAL_BITS = 127;

    private OwnCertificate() {}

    /** Where it lies among a server's data. */
    public static Path certificate(Path data) {
        return data.resolve("server.crt");
    }

    static Path key(Path data) {
        return data.resolve("server.key");
    }

    /**
     * The one kept in that folder, made where there is none yet.
     *
     * @param names host names and addresses it is to be good for; the first is the one it is called by
     * @throws FailureException where it is broken, incomplete, or cannot be written
     */
    static Identity open(Path data, Set<String> names, Instant now) {
        Path certificate = certificate(data);
        Path key = key(data);
        if (Files.notExists(certificate)) {
            try {
                // The key first: with a certificate and no key the server would have lost what desks know it by.
                KeyPair pair = pair();
                KeyFiles.write(key, armoured("PRIVATE KEY", pair.getPrivate().getEncoded()));
                KeyFiles.write(certificate, armoured("CERTIFICATE", make(pair, names, now)));
            } catch (IOException full) {
                throw new FailureException(Failure.of(Failure.Kind.RESOURCES, "cannot write to " + data, full)
                        .withText("server.dataReadOnly", data.toString()));
            }
        }
        if (Files.notExists(key)) {
            throw new FailureException(Failure.of(Failure.Kind.BAD_INPUT, key + " is gone, " + certificate + " is not")
                    .withText("server.tlsKeyGone", key.toString(), certificate.toString()));
        }
        KeyFiles.refuseReadableByOthers(key);
        return PemFiles.read(certificate, key);
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("P-256 is part of every JDK", impossible);
        }
    }

    static byte[] make(KeyPair pair, Set<String> names, Instant now) throws IOException {
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
        X500Name name = name(names.iterator().next());
        V3TBSCertificateGenerator parts = new V3TBSCertificateGenerator();
        parts.setSerialNumber(new ASN1Integer(new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE)));
        parts.setSignature(algorithm);
        parts.setIssuer(name);
        parts.setSubject(name);
        parts.setStartDate(new Time(Date.from(now.minus(BEFORE_NOW))));
        parts.setEndDate(new Time(Date.from(now.plus(LIFE))));
        parts.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        parts.setExtensions(extensions(names));
        TBSCertificate unsigned = parts.generateTBSCertificate();
        ASN1EncodableVector whole = new ASN1EncodableVector();
        whole.add(unsigned);
        whole.add(algorithm);
        whole.add(new DERBitString(signed(pair, unsigned.getEncoded("DER"))));
        return new DERSequence(whole).getEncoded("DER");
    }

    private static byte[] signed(KeyPair pair, byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("ECDSA is part of every JDK", impossible);
        }
    }

    private static X500Name name(String host) {
        String shown = host.length() > LONGEST_NAME ? host.substring(0, LONGEST_NAME) : host;
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, "Toàn Cảnh")
                .addRDN(BCStyle.CN, shown)
                .build();
    }

    private static Extensions extensions(Set<String> names) throws IOException {
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        extensions.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        extensions.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        GeneralName[] alternatives = names.stream()
                .map(each ->
                        new GeneralName(LocalNames.isAddress(each) ? GeneralName.iPAddress : GeneralName.dNSName, each))
                .toArray(GeneralName[]::new);
        extensions.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
        return extensions.generate();
    }

    private static byte[] armoured(String what, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return ("-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}

package vn.toancanh.base;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * SHA-256 of a whole certificate (its DER bytes), by which a server is told from another. It is no secret.
 *
 * @param hex 64 hexadecimal digits, capital letters
 */
public record Fingerprint(String hex) {
    private static final int DIGITS = 64;
    private static final int PAIRS_A_LINE = 8;
    private static final Pattern BEFORE = Pattern.compile("(?i)^sha-?256(\\s*fingerprint)?\\s*[:=]\\s*");
    private static final Pattern BETWEEN = Pattern.compile("[\\s:-]+");
    /** 32 bytes; of the last sign two bits count for nothing and are none. */
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=");

    private static final HexFormat FORM = HexFormat.ofDelimiter(":").withUpperCase();

    public Fingerprint {
        if (!hex.matches("[0-9A-F]{64}")) {
            throw new IllegalArgumentException("no SHA-256: " + hex.length() + " characters");
        }
    }

    public static Fingerprint of(X509Certificate certificate) throws CertificateEncodingException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return new Fingerprint(HexFormat.of().withUpperCase().formatHex(hash));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Reads it as people copy it: with colons, spaces or nothing between the digits, {@code SHA256:} before them or not. */
    public static Optional<Fingerprint> read(String text) {
        String digits =
                BETWEEN.matcher(BEFORE.matcher(text.strip()).replaceFirst("")).replaceAll("");
        return digits.length() == DIGITS && digits.matches("[0-9A-Fa-f]+")
                ? Optional.of(new Fingerprint(digits.toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** Reads one in Base64, as stream grants name certificates; {@link #base64()} writes it. */
    public static Optional<Fingerprint> ofBase64(String text) {
        if (!BASE64.matcher(text).matches()) {
            return Optional.empty();
        }
        byte[] hash = Base64.getDecoder().decode(text);
        return Optional.of(new Fingerprint(HexFormat.of().withUpperCase().formatHex(hash)));
    }

    /** In four lines of eight pairs, to be compared by eye. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        String[] pairs = toString().split(":", -1);
        for (int from = 0; from < pairs.length; from += PAIRS_A_LINE) {
            lines.add(String.join(" ", List.of(pairs).subList(from, from + PAIRS_A_LINE)));
        }
        return lines;
    }

    /** The same bytes in Base64, as stream grants name certificates. */
    public String base64() {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    /** Pairs of digits with colons between them. */
    @Override
    public String toString() {
        return FORM.formatHex(HexFormat.of().parseHex(hex));
    }
}

package vn.toancanh.server.audit;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * How an entry is hashed. The input of SHA-256 is the 32 bytes of the hash before (32 zero bytes before the first entry), then
 * each field, in this order: the word {@code tc-audit-1}, seq, id, at, originalAt, account id, user name, session id, address, client,
 * action, subject, outcome, facts. A field is four bytes of length (unsigned, big-endian) and that many bytes of UTF-8, numbers in
 * decimal digits; a field that is null is the length 2^32 - 1 alone. No two entries have the same form.
 */
final class Chain {
    /** Stands before the first entry. */
    static final String BEGINNING = "0".repeat(64);

    private static final String FORM = "tc-audit-1";
    private static final int NULL = -1;

    private Chain() {}

    /** The hash of an entry after {@code before}; what it says of its own hash does not count. */
    static String hash(String before, AuditEntry entry) {
        MessageDigest digest = sha256();
        DataOutputStream form = new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        Caller who = entry.who();
        @Nullable Long original = entry.originalAt();
        @Nullable
        String[] fields = {
            FORM,
            Long.toString(entry.seq()),
            entry.id(),
            Long.toString(entry.at()),
            original == null ? null : original.toString(),
            who.accountId(),
            who.username(),
            who.sessionId(),
            who.address(),
            who.client(),
            entry.action(),
            entry.subject(),
            entry.outcome(),
            entry.facts()
        };
        try {
            form.write(HexFormat.of().parseHex(before));
            for (@Nullable String field : fields) {
                add(form, field);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("a digest takes what is written", impossible);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(DataOutputStream form, @Nullable String field) throws IOException {
        if (field == null) {
            form.writeInt(NULL);
            return;
        }
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        form.writeInt(bytes.length);
        form.write(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }
}

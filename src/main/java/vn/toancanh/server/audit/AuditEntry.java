package vn.toancanh.server.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the chain, as it is stored.
 *
 * @param seq its place, from 1, without gaps
 * @param id UUID
 * @param at by the server's clock, ms since 1970
 * @param originalAt by the client's clock, ms since 1970; null where the server itself took the note
 * @param outcome word of an {@link Outcome}; kept as it stands, so that a changed one can be shown
 * @param facts JSON object, as text
 * @param hash SHA-256 over the entry and the hash before it, in lower-case hexadecimal digits
 */
record AuditEntry(
        long seq,
        String id,
        long at,
        @Nullable Long originalAt,
        Caller who,
        String action,
        String subject,
        String outcome,
        String facts,
        String hash) {
    static final String COLUMNS = "seq, id, at, original_at, account_id, username, session_id, address, client, action,"
            + " subject, outcome, facts, hash";

    static AuditEntry of(ResultSet row) throws SQLException {
        long original = row.getLong(4);
        boolean own = row.wasNull();
        return new AuditEntry(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                own ? null : original,
                new Caller(row.getString(5), row.getString(6), row.getString(7), row.getString(8), row.getString(9)),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                hex(row.getBytes(14)));
    }

    private static String hex(byte @Nullable [] bytes) {
        return bytes == null ? "" : HexFormat.of().formatHex(bytes);
    }

    /** The same entry as the link of a chain. */
    AuditEntry linkedTo(String before) {
        return new AuditEntry(seq, id, at, originalAt, who, action, subject, outcome, facts, Chain.hash(before, this));
    }
}

package vn.toancanh.server.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import vn.toancanh.server.store.Sql;
import vn.toancanh.server.store.Vault;

/**
 * Where the chain begins or ends: a place, the hash there, and a MAC over both by the vault's key, so that nobody without the
 * key can cut the chain off, or make it anew, unseen.
 *
 * @param name {@link #HEAD} or {@link #ANCHOR}
 * @param seq the last entry (head), or the last that was purged (anchor); 0 where there is none
 */
record Mark(String name, long seq, String hash, String mac) {
    static final String HEAD = "head";
    static final String ANCHOR = "anchor";

    static Mark read(Sql sql, String name) throws SQLException {
        return sql.first(
                        "SELECT seq, hash, mac FROM audit_mark WHERE name = ?",
                        row -> new Mark(
                                name, row.getLong(1), HexFormat.of().formatHex(row.getBytes(2)), row.getString(3)),
                        name)
                .orElseGet(() -> new Mark(name, 0, Chain.BEGINNING, ""));
    }

    static Mark made(Vault vault, String name, long seq, String hash) {
        return new Mark(name, seq, hash, vault.mark(text(name, seq, hash)));
    }

    boolean genuine(Vault vault) {
        return MessageDigest.isEqual(
                vault.mark(text(name, seq, hash)).getBytes(StandardCharsets.US_ASCII),
                mac.getBytes(StandardCharsets.UTF_8));
    }

    /** True as the migration has made it: nothing was ever noted. */
    boolean blank() {
        return seq == 0 && mac.isEmpty() && hash.equals(Chain.BEGINNING);
    }

    void store(Sql sql) throws SQLException {
        sql.change(
                "UPDATE audit_mark SET seq = ?, hash = ?, mac = ? WHERE name = ?",
                seq,
                HexFormat.of().parseHex(hash),
                mac,
                name);
    }

    private static String text(String name, long seq, String hash) {
        return "audit " + name + '\n' + seq + '\n' + hash;
    }
}

package vn.toancanh.server.inventory;

import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Secret;
import vn.toancanh.model.StreamRole;
import vn.toancanh.server.inventory.Inventory.Found;
import vn.toancanh.server.inventory.Inventory.Source;
import vn.toancanh.server.store.Sql;
import vn.toancanh.server.store.Vault;

/** Reads where cameras are, with their own passwords, which lie sealed. Any thread. */
final class SourceReader {
    private static final String FOUND = "SELECT s.uri, s.username, s.password_sealed, s.tls_pins, s.transport FROM camera c LEFT JOIN stream s"
            + " ON s.camera_id = c.id AND s.role = ? AND s.uri IS NOT NULL WHERE c.id = ? AND c.gone = 0";

    private final Vault vault;

    SourceReader(Vault vault) {
        this.vault = vault;
    }

    Found found(Sql sql, String cameraId, StreamRole role) throws SQLException {
        String label = Merge.label(cameraId, role);
        return sql.first(FOUND, row -> new Found(true, source(row, label)), Words.of(role), cameraId)
                .orElseGet(() -> new Found(false, null));
    }

    private @Nullable Source source(ResultSet row, String label) throws SQLException {
        @Nullable String uri = row.getString(1);
        return uri == null
                ? null
                : new Source(
                        uri,
                        row.getString(2),
                        unseal(row.getBytes(3), label),
                        Pins.read(row.getString(4)),
                        Words.transport(row.getString(5)));
    }

    private @Nullable Secret unseal(byte @Nullable [] sealed, String label) throws SQLException {
        if (sealed == null) {
            return null;
        }
        try {
            return vault.open(sealed, label);
        } catch (GeneralSecurityException wrong) {
            throw new SQLException("the stored credentials of " + label + " do not open with this key", wrong);
        }
    }
}

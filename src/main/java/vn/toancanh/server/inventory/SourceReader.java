package vn.toancanh.server.inventory;

import java.security.GeneralSecurityException;
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
    private final Vault vault;

    SourceReader(Vault vault) {
        this.vault = vault;
    }

    Found found(Sql sql, String cameraId, StreamRole role) throws SQLException {
        if (sql.number("SELECT count(*) FROM camera WHERE id = ? AND gone = 0", cameraId) == 0) {
            return new Found(false, null);
        }
        String label = Merge.label(cameraId, role);
        return new Found(
                true,
                sql.first(
                                "SELECT uri, username, password_sealed FROM stream WHERE camera_id = ? AND role = ? AND uri IS NOT NULL",
                                row -> new Source(row.getString(1), row.getString(2), unseal(row.getBytes(3), label)),
                                cameraId,
                                Words.of(role))
                        .orElse(null));
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

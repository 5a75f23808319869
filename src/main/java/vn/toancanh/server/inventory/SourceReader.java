package vn.toancanh.server.inventory;

import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Secret;
import vn.toancanh.server.inventory.Inventory.Found;
import vn.toancanh.server.inventory.Inventory.Source;
import vn.toancanh.server.inventory.Inventory.Wanted;
import vn.toancanh.server.store.Sql;
import vn.toancanh.server.store.Vault;

/** Reads where cameras are, with their own passwords, which lie sealed. Any thread. */
final class SourceReader {
    /** Of a list of pairs, each the id of a camera and the word of a role; a row each, in their order. */
    private static final String FOUND = "SELECT w.key, c.id, s.uri, s.username, s.password_sealed FROM json_each(?) w"
            + " LEFT JOIN camera c ON c.id = w.value ->> 0 AND c.gone = 0"
            + " LEFT JOIN stream s ON s.camera_id = c.id AND s.role = w.value ->> 1 AND s.uri IS NOT NULL ORDER BY w.key";

    private static final Found NO_CAMERA = new Found(false, null);

    private final Vault vault;

    SourceReader(Vault vault) {
        this.vault = vault;
    }

    /** An answer to each, in their order. */
    List<Found> found(Sql sql, List<Wanted> wanted) throws SQLException {
        List<List<String>> pairs = wanted.stream()
                .map(one -> List.of(one.cameraId(), Words.of(one.role())))
                .toList();
        return sql.list(
                FOUND,
                row -> found(row, wanted.get(row.getInt(1))),
                JsonMapper.shared().writeValueAsString(pairs));
    }

    private Found found(ResultSet row, Wanted wanted) throws SQLException {
        // Compared once more: SQLite may read a text of JSON up to a NUL only.
        return wanted.cameraId().equals(row.getString(2)) ? new Found(true, source(row, wanted)) : NO_CAMERA;
    }

    private @Nullable Source source(ResultSet row, Wanted wanted) throws SQLException {
        @Nullable String uri = row.getString(3);
        String label = Merge.label(wanted.cameraId(), wanted.role());
        return uri == null ? null : new Source(uri, row.getString(4), unseal(row.getBytes(5), label));
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

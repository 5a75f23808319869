package vn.toancanh.server.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.toancanh.server.store.Sql;

/** Sessions as rows. */
final class SessionRows {
    private static final String SELECT = "SELECT s.id, s.access_expires_at, s.refresh_expires_at, a.id, a.username,"
            + " a.display_name, a.role_id, r.version, a.role_revision, a.valid_from, a.valid_until FROM session s"
            + " JOIN account a ON a.id = s.account_id AND a.enabled = 1 AND a.gone = 0 JOIN role r ON r.id = a.role_id WHERE ";

    private final Roles roles;

    SessionRows(Roles roles) {
        this.roles = roles;
    }

    Optional<Principal> find(Sql sql, String where, Object value) throws SQLException {
        Optional<Row> row = sql.first(SELECT + where, Row::of, value);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        Row of = row.get();
        return Optional.of(of.with(roles.reach(sql, of.roleId(), of.roleVersion())));
    }

    Reach reach(Sql sql, String roleId, long roleVersion) throws SQLException {
        return roles.reach(sql, roleId, roleVersion);
    }

    /** Those that have not ended, the newest first. */
    static List<Sessions.Held> list(Sql sql, String accountId, Instant now) throws SQLException {
        return sql.list(
                "SELECT id, created_at, refresh_expires_at, address, client FROM session WHERE account_id = ?"
                        + " AND refresh_expires_at > ? ORDER BY created_at DESC, id",
                row -> new Sessions.Held(
                        row.getString(1),
                        Instant.ofEpochMilli(row.getLong(2)),
                        Instant.ofEpochMilli(row.getLong(3)),
                        row.getString(4),
                        row.getString(5)),
                accountId,
                now.toEpochMilli());
    }

    private record Row(
            String id,
            long accessExpiresAt,
            long refreshExpiresAt,
            String accountId,
            String username,
            String displayName,
            String roleId,
            long roleVersion,
            long roleRevision,
            Validity validity) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getLong(8),
                    row.getLong(9),
                    Validity.read(row, 10));
        }

        Principal with(Reach reach) {
            return new Principal(
                    id,
                    accountId,
                    username,
                    displayName,
                    reach,
                    Math.max(roleRevision, reach.settledRevision()),
                    Instant.ofEpochMilli(accessExpiresAt),
                    Instant.ofEpochMilli(refreshExpiresAt),
                    validity);
        }
    }
}

package vn.toancanh.server.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;

/** People as their accounts and roles stand, signed in or not: for what they would be given. Any thread; blocks. */
public final class People {
    private static final String SELECT =
            "SELECT a.id, a.username, a.display_name, a.role_id, r.version, a.role_revision, a.valid_from,"
                    + " a.valid_until FROM account a JOIN role r ON r.id = a.role_id WHERE a.id = ? AND a.enabled = 1 AND a.gone = 0";

    private final Database database;
    private final Roles roles;

    People(Database database, Roles roles) {
        this.database = database;
        this.roles = roles;
    }

    /** Somebody without a session; empty where there is no such account, or it is disabled. Its days are not looked at. */
    public Optional<Principal> find(String accountId) {
        return database.read(sql -> {
            Optional<Row> row = sql.first(SELECT, Row::of, accountId);
            return row.isEmpty() ? Optional.empty() : Optional.of(row.get().principal(sql, roles));
        });
    }

    private record Row(
            String id,
            String username,
            String displayName,
            String roleId,
            long roleVersion,
            long roleRevision,
            Validity validity) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getLong(5),
                    row.getLong(6),
                    Validity.read(row, 7));
        }

        Principal principal(Sql sql, Roles roles) throws SQLException {
            Reach reach = roles.reach(sql, roleId, roleVersion);
            return new Principal(
                    "",
                    id,
                    username,
                    displayName,
                    reach,
                    Math.max(roleRevision, reach.settledRevision()),
                    Instant.EPOCH,
                    Instant.EPOCH,
                    validity);
        }
    }
}

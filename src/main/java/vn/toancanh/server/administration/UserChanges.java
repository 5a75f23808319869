package vn.toancanh.server.administration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.server.accounts.Accounts;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.accounts.Sessions;
import vn.toancanh.server.accounts.Validity;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Conditional;
import vn.toancanh.server.http.Query;
import vn.toancanh.server.inventory.Inventory;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;

/**
 * Accounts changed by those who administer their roles. Whatever takes something away takes hold at once: sessions end, and
 * what goes on is looked at again. Nobody disables, deletes or re-roles himself, so that somebody is always left. Any thread;
 * blocks.
 */
final class UserChanges {
    private static final String SELECT =
            "SELECT id, username, display_name, role_id, enabled, created_at, version, valid_from, valid_until"
                    + " FROM account WHERE gone = 0 ";

    private final Database database;
    private final Delegation delegation;
    private final Sessions sessions;
    private final Accounts accounts;
    private final Inventory inventory;
    private final AuditTrail audit;
    private final Clock clock;

    UserChanges(
            Database database,
            Delegation delegation,
            Sessions sessions,
            Accounts accounts,
            Inventory inventory,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.delegation = delegation;
        this.sessions = sessions;
        this.accounts = accounts;
        this.inventory = inventory;
        this.audit = audit;
        this.clock = clock;
    }

    UserBody.Page list(Principal caller, @Nullable String after, int limit) {
        List<UserBody> items = database.read(sql -> {
            Principal who = delegation.now(sql, caller);
            String roles = JsonMapper.shared()
                    .writeValueAsString(Delegation.administered(sql, who).keySet());
            return sql.list(
                    SELECT
                            + "AND role_id IN (SELECT value FROM json_each(?)) AND username > ? ORDER BY username LIMIT ?",
                    UserChanges::body,
                    roles,
                    after == null ? "" : after,
                    limit + 1);
        });
        if (items.size() <= limit) {
            return new UserBody.Page(items, null);
        }
        List<UserBody> page = items.subList(0, limit);
        return new UserBody.Page(page, Query.toCursor(page.getLast().username()));
    }

    UserBody get(Principal caller, String id) {
        return database.read(sql -> find(sql, delegation.now(sql, caller), id));
    }

    private UserBody find(Sql sql, Principal who, String id) throws SQLException {
        UserBody user = sql.first(SELECT + "AND id = ?", UserChanges::body, id).orElseThrow(ApiProblem::notFound);
        if (Delegation.administered(sql, who, user.roleId()).isEmpty()) {
            throw ApiProblem.notFound();
        }
        return user;
    }

    UserBody create(
            Principal caller, String username, String displayName, String roleId, Secret password, Validity validity) {
        // Looked at before, for a hash takes its time, and again where it counts.
        database.read(sql -> requireFree(sql, delegation.now(sql, caller), username, roleId));
        String hash = accounts.hash(password);
        return database.write(sql -> {
            Principal who = delegation.now(sql, caller);
            requireFree(sql, who, username, roleId);
            String id = UUID.randomUUID().toString();
            sql.change(
                    "INSERT INTO account (id, username, display_name, role_id, password_hash, created_at, valid_from,"
                            + " valid_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    username,
                    displayName,
                    roleId,
                    hash,
                    clock.now().toEpochMilli(),
                    Validity.text(validity.from()),
                    Validity.text(validity.until()));
            audit.note(
                    sql,
                    who,
                    "account.created",
                    subject(id),
                    facts(validity, Map.of("username", username, "role", roleId)));
            return find(sql, who, id);
        });
    }

    private static int requireFree(Sql sql, Principal who, String username, String roleId) throws SQLException {
        requireRole(sql, who, roleId);
        if (sql.number("SELECT count(*) FROM account WHERE username = ?", username) > 0) {
            throw ApiProblem.conflict("usernameTaken", "Somebody is called so");
        }
        return 0;
    }

    private static void requireRole(Sql sql, Principal who, String roleId) throws SQLException {
        if (Delegation.administered(sql, who, roleId).isEmpty()) {
            throw ApiProblem.badField("/roleId", "unknownRole", "no such role");
        }
    }

    /** @param days the days on which he may sign in, by those of before */
    UserBody change(
            Principal caller,
            String id,
            long seen,
            String displayName,
            String roleId,
            boolean enabled,
            UnaryOperator<Validity> days) {
        return database.write(sql -> {
            Principal who = delegation.now(sql, caller);
            UserBody before = find(sql, who, id, seen);
            boolean otherRole = !before.roleId().equals(roleId);
            if (otherRole) {
                requireRole(sql, who, roleId);
            }
            if (otherRole) {
                requireOther(who, id);
            }
            Validity validity = days.apply(before.validity());
            boolean good = enabled && sessions.holdsToday(validity);
            if (!good) {
                requireOther(who, id);
            }
            sql.change(
                    "UPDATE account SET display_name = ?, role_id = ?, enabled = ?, valid_from = ?, valid_until = ?,"
                            + " version = version + 1 WHERE id = ?",
                    displayName,
                    roleId,
                    enabled ? 1 : 0,
                    Validity.text(validity.from()),
                    Validity.text(validity.until()),
                    id);
            if (otherRole) {
                long revision =
                        inventory.advance(sql, person -> person.accountId().equals(id));
                sql.change("UPDATE account SET role_revision = ? WHERE id = ?", revision, id);
            }
            if (!good) {
                sessions.endAll(sql, id, null);
            }
            audit.note(
                    sql,
                    who,
                    "account.changed",
                    subject(id),
                    facts(validity, Map.of("role", roleId, "enabled", enabled, "displayName", displayName)));
            return find(sql, who, id);
        });
    }

    void setPassword(Principal caller, String id, Secret password) {
        database.read(sql -> find(sql, delegation.now(sql, caller), id));
        String hash = accounts.hash(password);
        database.write(sql -> {
            Principal who = delegation.now(sql, caller);
            find(sql, who, id);
            requireOther(who, id);
            sql.change("UPDATE account SET password_hash = ? WHERE id = ?", hash, id);
            audit.note(sql, who, "account.passwordReset", subject(id), Map.of());
            return sessions.endAll(sql, id, null);
        });
    }

    /** Its row stays, under a name that nobody can have, for layouts and the record name it. */
    void delete(Principal caller, String id, long seen) {
        database.write(sql -> {
            Principal who = delegation.now(sql, caller);
            UserBody before = find(sql, who, id, seen);
            requireOther(who, id);
            sql.change("UPDATE account SET gone = 1, enabled = 0, username = 'gone:' || id WHERE id = ?", id);
            sql.change("DELETE FROM preference WHERE account_id = ?", id);
            audit.note(sql, who, "account.removed", subject(id), Map.of("username", before.username()));
            return sessions.endAll(sql, id, null);
        });
    }

    List<Sessions.Held> sessions(Principal caller, String id) {
        return database.read(sql -> {
            find(sql, delegation.now(sql, caller), id);
            return sessions.list(sql, id);
        });
    }

    void endSessions(Principal caller, String id) {
        database.write(sql -> {
            Principal who = delegation.now(sql, caller);
            find(sql, who, id);
            audit.note(sql, who, "account.sessionsEnded", subject(id), Map.of());
            return sessions.endAll(sql, id, null);
        });
    }

    private UserBody find(Sql sql, Principal who, String id, long seen) throws SQLException {
        UserBody user = find(sql, who, id);
        if (user.version() != seen) {
            throw Conditional.stale();
        }
        return user;
    }

    private static void requireOther(Principal who, String id) {
        if (who.accountId().equals(id)) {
            throw ApiProblem.conflict("ownAccount", "Nobody does this to himself");
        }
    }

    /** With the days on which the account may sign in; empty where there is no limit. */
    private static Map<String, Object> facts(Validity days, Map<String, Object> others) {
        Map<String, Object> all = new HashMap<>(others);
        all.put("validFrom", Objects.requireNonNullElse(Validity.text(days.from()), ""));
        all.put("validUntil", Objects.requireNonNullElse(Validity.text(days.until()), ""));
        return all;
    }

    private static String subject(String id) {
        return "account/" + id;
    }

    private static UserBody body(ResultSet row) throws SQLException {
        return new UserBody(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5) == 1,
                row.getString(8),
                row.getString(9),
                Instant.ofEpochMilli(row.getLong(6)),
                row.getLong(7));
    }
}

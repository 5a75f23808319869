package vn.toancanh.server.accounts;

import java.sql.SQLException;
import java.util.Optional;
import vn.toancanh.base.Secret;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;

/**
 * Who signs something by his own name and password in the session of somebody else: no session is made for him, and none ends.
 * Any thread; blocks.
 */
public final class Signing {
    private record Person(String username, String displayName, Validity validity) {}

    private final Database database;
    private final Credentials credentials;
    private final Sessions sessions;
    private final SessionRows rows;

    Signing(Database database, Credentials credentials, Sessions sessions, SessionRows rows) {
        this.database = database;
        this.credentials = credentials;
        this.sessions = sessions;
        this.rows = rows;
    }

    /**
     * Whose name and password these are, with his own rights.
     *
     * @param through in whose session he signs
     * @param address where the request comes from
     * @throws ApiProblem 403 {@code badCredentials} with one answer for all reasons, 403 where his role may not work at this hour or
     *     his account not on this day, 429 after too many tries, 503 where too many try at a time
     */
    public Principal check(Principal through, String username, Secret password, String address) {
        try {
            Credentials.Known known = credentials.check(username, password, address, null);
            return database.read(sql -> signer(sql, known.still(sql), through));
        } catch (ApiProblem refused) {
            // The session is good all the same, so this must not look like one that has ended.
            throw refused.status() == 401 ? ApiProblem.of(403, refused.code(), refused.title()) : refused;
        }
    }

    private Principal signer(Sql sql, Credentials.Known known, Principal through) throws SQLException {
        sessions.requireValid(sql, known.accountId());
        Reach reach = rows.reach(sql, known.roleId(), known.roleVersion());
        sessions.requireOpen(reach.role());
        Optional<Person> person = sql.first(
                "SELECT username, display_name, valid_from, valid_until FROM account WHERE id = ?",
                row -> new Person(row.getString(1), row.getString(2), Validity.read(row, 3)),
                known.accountId());
        Person found = person.orElseThrow(ApiProblem::unauthenticated);
        return new Principal(
                through.sessionId(),
                known.accountId(),
                found.username(),
                found.displayName(),
                reach,
                reach.settledRevision(),
                through.accessExpiresAt(),
                through.refreshExpiresAt(),
                found.validity());
    }
}

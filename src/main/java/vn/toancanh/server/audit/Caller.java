package vn.toancanh.server.audit;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.store.Sql;

/**
 * Who did something, as far as it is known.
 *
 * @param accountId the account, where one is known
 * @param username name of the account; for a refused sign-in what was typed, as {@link RefusedSignIns} keeps it
 * @param sessionId never a token
 * @param address where the session was opened from, or the try came from
 * @param client program and version, as it says of itself
 */
public record Caller(
        @Nullable String accountId,
        @Nullable String username,
        @Nullable String sessionId,
        @Nullable String address,
        @Nullable String client) {
    public Caller {
        client = client == null ? null : Draft.plain(client);
    }

    /** A program of the server itself. */
    public static Caller program(String name) {
        return new Caller(null, null, null, null, name);
    }

    /** A signed-in caller, with what the session knows of where it comes from. */
    static Caller of(Sql sql, Principal who) throws SQLException {
        Optional<Caller> found = sql.first(
                "SELECT address, client FROM session WHERE id = ?",
                row -> new Caller(who.accountId(), who.username(), who.sessionId(), row.getString(1), row.getString(2)),
                who.sessionId());
        return found.orElseGet(() -> new Caller(who.accountId(), who.username(), who.sessionId(), null, null));
    }
}

package vn.toancanh.server.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.audit.RefusedSignIns;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;
import vn.toancanh.server.store.StoreException;

/** Checks names and passwords at the pace that guessing may have. Any thread; blocks. */
final class Credentials {
    private static final int BUSY_S = 5;

    private static final String SELECT =
            "SELECT a.id, a.role_id, r.version, a.password_hash FROM account a JOIN role r ON r.id = a.role_id"
                    + " WHERE a.enabled = 1 AND a.gone = 0 AND ";

    /**
     * Whose they are, and the hash that the password was compared with: to compute one takes seconds in a queue, and somebody
     * may be given another password meanwhile.
     */
    record Known(String accountId, String roleId, long roleVersion, Secret hash) {
        private static Known of(ResultSet row) throws SQLException {
            return new Known(row.getString(1), row.getString(2), row.getLong(3), Secret.of(row.getString(4)));
        }

        /**
         * The same person as the transaction sees him; for the one that does what the password was given for.
         *
         * @throws ApiProblem 401 where the password is another since, or the account may not sign in any more
         */
        Known still(Sql sql) throws SQLException {
            return sql.first(SELECT + "a.id = ?", Known::of, accountId)
                    .filter(now -> now.hash.equals(hash))
                    .orElseThrow(Credentials::wrong);
        }
    }

    private final Database database;
    private final Passwords passwords;
    private final LoginLimiter limiter;
    private final RefusedSignIns refusals;
    private final String nobodysHash;

    /** @param audit notes who could not sign in */
    Credentials(Database database, Passwords passwords, AuditTrail audit, Clock clock) {
        this.refusals = new RefusedSignIns(database, audit, clock);
        this.database = database;
        this.passwords = passwords;
        this.limiter = new LoginLimiter(clock);
        this.nobodysHash = passwords.unmatchable();
    }

    /**
     * Whose name and password these are.
     *
     * @param address where the try comes from
     * @param client which program, as it calls itself
     * @throws ApiProblem 401 with one answer for all reasons, 429 after too many tries, 503 where too many sign in at a time
     */
    Known check(String username, Secret password, String address, @Nullable String client) {
        String name = Accounts.canonical(username);
        // A place first: who gets none has tried nothing, and leaves nothing that would push out what others tried.
        if (!limiter.enter(address)) {
            throw ApiProblem.passing(503, "busy", "Too many sign in from there at the moment", BUSY_S);
        }
        int wait;
        Optional<Known> known = Optional.empty();
        try {
            wait = limiter.begin(name, address);
            if (wait == 0) {
                known = looked(name, password, address);
            }
        } finally {
            limiter.leave(address);
        }
        if (wait > 0) {
            refusals.note(name, address, client, "tooManyTries");
            throw ApiProblem.passing(429, "tooManyTries", "Too many tries; wait", wait);
        }
        if (known.isEmpty()) {
            limiter.failed(address);
            refusals.note(name, address, client, "badCredentials");
            throw wrong();
        }
        limiter.succeeded(name, address);
        return known.get();
    }

    private static ApiProblem wrong() {
        return ApiProblem.of(401, "badCredentials", "User or password is wrong");
    }

    private Optional<Known> looked(String name, Secret password, String address) {
        try {
            Optional<Known> account = database.read(sql -> sql.first(SELECT + "a.username = ?", Known::of, name));
            // An unknown user costs the same hash, so that the time tells nothing.
            boolean right = passwords.matches(
                    password, account.map(known -> known.hash().reveal()).orElse(nobodysHash));
            return right ? account : Optional.empty();
        } catch (ApiProblem | StoreException busy) {
            limiter.withdraw(name, address);
            throw busy;
        }
    }
}

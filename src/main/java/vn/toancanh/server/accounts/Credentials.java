package vn.toancanh.server.accounts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.audit.RefusedSignIns;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.StoreException;

/** Checks names and passwords at the pace that guessing may have. Any thread; blocks. */
final class Credentials {
    private static final int BUSY_S = 5;

    /** Whose they are. */
    record Known(String accountId, String roleId, long roleVersion) {}

    private record Found(Known known, String hash) {}

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
            throw ApiProblem.of(401, "badCredentials", "User or password is wrong");
        }
        limiter.succeeded(name, address);
        return known.get();
    }

    private Optional<Known> looked(String name, Secret password, String address) {
        try {
            Optional<Found> account = database.read(sql -> sql.first(
                    "SELECT a.id, a.role_id, r.version, a.password_hash FROM account a JOIN role r ON r.id = a.role_id"
                            + " WHERE a.username = ? AND a.enabled = 1 AND a.gone = 0",
                    row -> new Found(new Known(row.getString(1), row.getString(2), row.getLong(3)), row.getString(4)),
                    name));
            // An unknown user costs the same hash, so that the time tells nothing.
            boolean right = passwords.matches(password, account.map(Found::hash).orElse(nobodysHash));
            return right ? account.map(Found::known) : Optional.empty();
        } catch (ApiProblem | StoreException busy) {
            limiter.withdraw(name, address);
            throw busy;
        }
    }
}

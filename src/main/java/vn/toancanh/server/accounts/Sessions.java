package vn.toancanh.server.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;

/** Sessions and their tokens: a short access token, and a refresh token that works once. Any thread; blocks. */
public final class Sessions {
    /** How long an access token is good. */
    public static final Duration ACCESS = Duration.ofMinutes(10);

    /** How long a desk may stay signed in without signing in again: a shift of twelve hours. */
    public static final Duration REFRESH = Duration.ofHours(12);

    private static final String SELECT = "SELECT s.id, s.access_expires_at, s.refresh_expires_at, a.id, a.username,"
            + " a.display_name, a.role_id FROM session s JOIN account a ON a.id = s.account_id AND a.enabled = 1 WHERE ";

    /** A principal with the tokens just made. */
    record Opened(Principal principal, Secret access, Secret refresh) {}

    private final Database database;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Clock clock;
    private final LoginLimiter limiter;
    private final String nobodysHash;
    private volatile Consumer<String> onEnded = sessionId -> {};

    Sessions(Database database, Passwords passwords, Tokens tokens, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.tokens = tokens;
        this.clock = clock;
        this.limiter = new LoginLimiter(clock);
        this.nobodysHash = passwords.unmatchable();
    }

    /** Who else is to be told, after the fact, that a session has ended; said before requests come. */
    public void onEnded(Consumer<String> listener) {
        this.onEnded = onEnded.andThen(listener);
    }

    /**
     * Signs in.
     *
     * @throws ApiProblem 401 with one answer for all reasons, 429 after too many tries, 503 where too many sign in at a time
     */
    Opened login(String username, Secret password, String address, @Nullable String client) {
        String name = Accounts.canonical(username);
        int wait = limiter.begin(name, address);
        if (wait > 0) {
            throw ApiProblem.passing(429, "tooManyTries", "Too many tries; wait", wait);
        }
        record Found(String id, String hash) {}
        Optional<Found> account = database.read(sql -> sql.first(
                "SELECT id, password_hash FROM account WHERE username = ? AND enabled = 1",
                row -> new Found(row.getString(1), row.getString(2)),
                name));
        // An unknown user costs the same hash, so that the time tells nothing.
        boolean right;
        try {
            right = passwords.matches(password, account.map(Found::hash).orElse(nobodysHash));
        } catch (ApiProblem busy) {
            limiter.withdraw(name, address);
            throw busy;
        }
        if (!right || account.isEmpty()) {
            throw ApiProblem.of(401, "badCredentials", "User or password is wrong");
        }
        limiter.succeeded(name, address);
        String id = UUID.randomUUID().toString();
        return database.write(sql -> {
            Instant now = clock.now();
            sql.change("DELETE FROM session WHERE refresh_expires_at <= ?", now.toEpochMilli());
            Secret access = tokens.fresh("tca_");
            Secret refresh = tokens.fresh("tcr_");
            sql.change(
                    "INSERT INTO session (id, account_id, access_hash, access_expires_at, refresh_hash, refresh_expires_at,"
                            + " created_at, address, client) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    account.get().id(),
                    Tokens.hash(access.reveal()),
                    now.plus(ACCESS).toEpochMilli(),
                    Tokens.hash(refresh.reveal()),
                    now.plus(REFRESH).toEpochMilli(),
                    now.toEpochMilli(),
                    address,
                    client);
            return new Opened(find(sql, "s.id = ?", id).orElseThrow(ApiProblem::unauthenticated), access, refresh);
        });
    }

    /**
     * Changes a refresh token for new tokens. A spent one ends its session.
     *
     * @throws ApiProblem 401
     */
    Opened refresh(Secret token) {
        byte[] hash = Tokens.hash(token.reveal());
        Optional<Opened> opened = database.write(sql -> {
            Optional<Principal> holder = find(sql, "s.refresh_hash = ?", hash);
            if (holder.isEmpty() || !holder.get().refreshExpiresAt().isAfter(clock.now())) {
                endIfSpent(sql, hash);
                return Optional.<Opened>empty();
            }
            String id = holder.get().sessionId();
            Secret access = tokens.fresh("tca_");
            Secret refresh = tokens.fresh("tcr_");
            sql.change("INSERT INTO spent_refresh (hash, session_id) VALUES (?, ?)", hash, id);
            sql.change(
                    "UPDATE session SET access_hash = ?, access_expires_at = ?, refresh_hash = ? WHERE id = ?",
                    Tokens.hash(access.reveal()),
                    clock.now().plus(ACCESS).toEpochMilli(),
                    Tokens.hash(refresh.reveal()),
                    id);
            return find(sql, "s.id = ?", id).map(principal -> new Opened(principal, access, refresh));
        });
        return opened.orElseThrow(() -> ApiProblem.of(401, "refreshRefused", "The refresh token is not good; sign in"));
    }

    private void endIfSpent(Sql sql, byte[] hash) throws SQLException {
        Optional<String> stolen =
                sql.first("SELECT session_id FROM spent_refresh WHERE hash = ?", row -> row.getString(1), hash);
        if (stolen.isPresent()) {
            sql.change("DELETE FROM session WHERE id = ?", stolen.get());
            sql.afterCommit(() -> onEnded.accept(stolen.get()));
        }
    }

    /** The holder of an access token that is still good. */
    Optional<Principal> authenticate(String token) {
        byte[] hash = Tokens.hash(token);
        return database.read(sql -> find(sql, "s.access_hash = ?", hash))
                .filter(principal -> principal.accessExpiresAt().isAfter(clock.now()));
    }

    /** The session as it stands now, its access token renewed or not; empty where it has ended. */
    public Optional<Principal> current(String sessionId) {
        return database.read(sql -> find(sql, "s.id = ?", sessionId))
                .filter(principal -> principal.accessExpiresAt().isAfter(clock.now()));
    }

    /** Ends a session; both its tokens are worthless from now on. */
    void end(String sessionId) {
        database.write(sql -> {
            sql.afterCommit(() -> onEnded.accept(sessionId));
            return sql.change("DELETE FROM session WHERE id = ?", sessionId);
        });
    }

    private static Optional<Principal> find(Sql sql, String where, Object value) throws SQLException {
        Optional<SessionRow> row = sql.first(SELECT + where, SessionRow::of, value);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(row.get().with(Accounts.rights(sql, row.get().roleId())));
    }

    private record SessionRow(
            String id,
            long accessExpiresAt,
            long refreshExpiresAt,
            String accountId,
            String username,
            String displayName,
            String roleId) {
        static SessionRow of(ResultSet row) throws SQLException {
            return new SessionRow(
                    row.getString(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7));
        }

        Principal with(List<Right> rights) {
            return new Principal(
                    id,
                    accountId,
                    username,
                    displayName,
                    roleId,
                    rights,
                    Instant.ofEpochMilli(accessExpiresAt),
                    Instant.ofEpochMilli(refreshExpiresAt));
        }
    }
}

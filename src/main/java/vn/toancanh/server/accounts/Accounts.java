package vn.toancanh.server.accounts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Secret;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.store.Database;

/** The people and programs that may sign in. Names are compared without case. Any thread; blocks. */
public final class Accounts {
    /** Roles every server has. */
    public static final String ADMINISTRATOR = "administrator";

    public static final String OPERATOR = "operator";
    public static final String VIEWER = "viewer";

    /** Characters of a password, at least and at most. */
    public static final int SHORTEST = 8;

    public static final int LONGEST = 256;

    /** An account as it is listed. */
    public record Account(String id, String username, String displayName, String roleId, boolean enabled) {}

    private final Database database;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Clock clock;
    private final Credentials credentials;
    private final Sessions sessions;
    private final AuditTrail audit;

    Accounts(
            Database database,
            Passwords passwords,
            Credentials credentials,
            Tokens tokens,
            Clock clock,
            Sessions sessions,
            AuditTrail audit) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.audit = audit;
        this.database = database;
        this.passwords = passwords;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Makes an account.
     *
     * @param username 1 to 64 characters, letters, digits, dot, dash, underscore or at
     * @param role id of a role, such as {@link #OPERATOR}
     * @param password 8 to 256 characters
     * @return the account's id
     * @throws FailureException CONFLICT where the name is taken, BAD_INPUT where something is not right
     */
    public String create(String username, String displayName, String role, Secret password) {
        String name = canonical(username);
        if (!isUsername(name) || displayName.isBlank() || displayName.length() > 100) {
            throw bad("server.badUsername", "user name or display name");
        }
        checkLength(password);
        String hash = passwords.hash(password);
        return database.write(sql -> {
            if (sql.number("SELECT count(*) FROM role WHERE id = ? AND gone = 0", role) == 0) {
                throw bad("server.unknownRole", "no role " + role, role);
            }
            if (sql.number("SELECT count(*) FROM account WHERE username = ?", name) > 0) {
                throw new FailureException(Failure.of(Failure.Kind.CONFLICT, "user name taken: " + name)
                        .withText("server.usernameTaken", name));
            }
            String id = UUID.randomUUID().toString();
            sql.change(
                    "INSERT INTO account (id, username, display_name, role_id, password_hash, created_at) VALUES (?, ?, ?, ?, ?, ?)",
                    id,
                    name,
                    displayName,
                    role,
                    hash,
                    clock.now().toEpochMilli());
            return id;
        });
    }

    /** Gives an account another password and ends all its sessions; false where there is no such account. */
    public boolean setPassword(String username, Secret password) {
        checkLength(password);
        String hash = passwords.hash(password);
        return database.write(sql -> {
            Optional<String> id = sql.first(
                    "SELECT id FROM account WHERE username = ?", row -> row.getString(1), canonical(username));
            if (id.isPresent()) {
                sql.change("UPDATE account SET password_hash = ? WHERE id = ?", hash, id.get());
                sessions.endAll(sql, id.get(), null);
            }
            return id.isPresent();
        });
    }

    /**
     * Gives somebody another password who knows the old one; his other sessions end.
     *
     * @throws ApiProblem 403 where the old one is wrong, or was changed meanwhile; 401 where the session has ended meanwhile; 429
     *     or 503
     * @throws FailureException BAD_INPUT where the new one is too short or too long
     */
    void changePassword(Principal who, Secret old, Secret fresh, String address) {
        checkLength(fresh);
        try {
            Credentials.Known known = credentials.check(who.username(), old, address, null);
            String hash = passwords.hash(fresh);
            database.write(sql -> {
                // Both were computed outside of this transaction: what somebody else did to the account meanwhile
                // stands.
                if (sessions.current(sql, who.sessionId()).isEmpty()) {
                    throw ApiProblem.unauthenticated();
                }
                known.still(sql);
                sql.change("UPDATE account SET password_hash = ? WHERE id = ?", hash, who.accountId());
                audit.note(sql, who, "account.passwordChanged", "account/" + who.accountId(), Map.of());
                return sessions.endAll(sql, who.accountId(), who.sessionId());
            });
        } catch (ApiProblem refused) {
            // The session is good all the same, so this must not look like one that has ended.
            throw refused.code().equals("badCredentials")
                    ? ApiProblem.of(403, refused.code(), refused.title())
                    : refused;
        }
    }

    /** What is stored of a password. Takes its time. */
    public String hash(Secret password) {
        checkLength(password);
        return passwords.hash(password);
    }

    public boolean exists(String username) {
        return database.read(
                sql -> sql.number("SELECT count(*) FROM account WHERE username = ?", canonical(username)) == 1);
    }

    public List<Account> list() {
        return database.read(sql -> sql.list(
                "SELECT id, username, display_name, role_id, enabled FROM account WHERE gone = 0 ORDER BY username",
                row -> new Account(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getInt(5) == 1)));
    }

    /** Makes the first administrator where there is no account at all; the password is nowhere else. */
    Optional<Secret> makeFirst() {
        if (database.read(sql -> sql.number("SELECT count(*) FROM account")) > 0) {
            return Optional.empty();
        }
        Secret password = Secret.of(tokens.id(15));
        create("admin", "Administrator", ADMINISTRATOR, password);
        return Optional.of(password);
    }

    /** True where somebody may be called so. */
    public static boolean isUsername(String name) {
        return name.matches("[\\p{L}\\p{N}._@-]{1,64}");
    }

    /** How a name is stored and compared. */
    public static String canonical(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    private static void checkLength(Secret password) {
        int length = password.reveal().length();
        if (length < SHORTEST || length > LONGEST) {
            throw bad("server.passwordLength", "password of " + length + " characters", SHORTEST, LONGEST);
        }
    }

    private static FailureException bad(String key, String detail, Object... args) {
        return new FailureException(Failure.of(Failure.Kind.BAD_INPUT, detail).withText(key, args));
    }
}

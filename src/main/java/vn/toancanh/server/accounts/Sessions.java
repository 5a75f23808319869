package vn.toancanh.server.accounts;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;

/** Sessions and their tokens: a short access token, and a refresh token that works once. Any thread; blocks. */
public final class Sessions {
    /** How long an access token is good. */
    public static final Duration ACCESS = Duration.ofMinutes(10);

    /** How long a desk may stay signed in without signing in again: a shift of twelve hours. */
    public static final Duration REFRESH = Duration.ofHours(12);

    /** A principal with the tokens just made. */
    record Opened(Principal principal, Secret access, Secret refresh) {}

    /** A session as its holder and his administrators see it. */
    public record Held(
            String id,
            Instant createdAt,
            Instant expiresAt,
            String address,
            @Nullable String client) {}

    private final Database database;
    private final SessionRows rows;
    private final Renewals renewals;
    private final SetClock setClock;
    private final Tokens tokens;
    private final Clock clock;
    private final ZoneId zone;
    private final AuditTrail audit;
    private final List<Consumer<String>> onEnded = new CopyOnWriteArrayList<>();
    private final List<Runnable> onRightsChanged = new CopyOnWriteArrayList<>();

    Sessions(Database database, SessionRows rows, Tokens tokens, Clock clock, ZoneId zone, AuditTrail audit) {
        this.database = database;
        this.rows = rows;
        this.renewals = new Renewals(clock);
        this.setClock = new SetClock(database, clock);
        this.tokens = tokens;
        this.clock = clock;
        this.zone = zone;
        this.audit = audit;
    }

    /** Who is to be told, after the fact, that a session has ended; before requests come. */
    public void onEnded(Consumer<String> listener) {
        onEnded.add(listener);
    }

    /** Who is to be told, after the fact, that somebody's rights are others: what was given by them is to be looked at again. */
    public void onRightsChanged(Runnable listener) {
        onRightsChanged.add(listener);
    }

    void rightsChanged() {
        onRightsChanged.forEach(Runnable::run);
    }

    void requireOpen(Role role) {
        if (!SignInHours.open(role.hours(), LocalDateTime.ofInstant(clock.now(), zone))) {
            throw ApiProblem.of(401, "outsideHours", "This role may not sign in at this hour");
        }
    }

    void requireValid(Sql sql, String accountId) throws SQLException {
        Validity validity = sql.first(
                        "SELECT valid_from, valid_until FROM account WHERE id = ?",
                        row -> Validity.read(row, 1),
                        accountId)
                .orElse(Validity.ALWAYS);
        if (!holdsToday(validity)) {
            throw ApiProblem.of(401, "outsideValidity", "This account may not sign in on this day");
        }
    }

    /** True where it holds today, by the server's calendar. */
    public boolean holdsToday(Validity validity) {
        return validity.holds(LocalDate.ofInstant(clock.now(), zone));
    }

    /** Before a session is begun, outside of a transaction. */
    void lookAtClock() {
        setClock.settle();
    }

    /**
     * Changes a refresh token for new tokens. A spent one ends its session, unless {@link Renewals} takes it once more.
     *
     * @throws ApiProblem 401, also outside the role's hours
     */
    Opened refresh(Secret token) {
        setClock.settle();
        byte[] hash = Tokens.hash(token.reveal());
        // Anybody may ask; what nobody ever held takes no turn at the one writer.
        boolean known = database.read(sql -> Renewals.known(sql, hash));
        Optional<Opened> opened = known ? database.write(sql -> refresh(sql, hash)) : Optional.empty();
        return opened.orElseThrow(() -> ApiProblem.of(401, "refreshRefused", "The refresh token is not good; sign in"));
    }

    private Optional<Opened> refresh(Sql sql, byte[] hash) throws SQLException {
        Optional<String> again = renewals.again(sql, hash);
        Optional<Principal> holder = again.isPresent()
                ? rows.find(sql, "s.id = ?", again.get())
                : rows.find(sql, "s.refresh_hash = ?", hash);
        if (holder.isEmpty() || !holder.get().refreshExpiresAt().isAfter(setClock.now())) {
            endIfSpent(sql, hash);
            return Optional.empty();
        }
        requireOpen(holder.get().role());
        requireValid(sql, holder.get().accountId());
        Secret access = tokens.fresh("tca_");
        Secret refresh = tokens.fresh("tcr_");
        String id = holder.get().sessionId();
        renewals.change(sql, id, hash, access, refresh);
        return rows.find(sql, "s.id = ?", id).map(principal -> new Opened(principal, access, refresh));
    }

    private void endIfSpent(Sql sql, byte[] hash) throws SQLException {
        Optional<String> stolen =
                sql.first("SELECT session_id FROM spent_refresh WHERE hash = ?", row -> row.getString(1), hash);
        if (stolen.isPresent()) {
            Optional<Principal> holder = rows.find(sql, "s.id = ?", stolen.get());
            if (holder.isPresent()) {
                Map<String, Object> why = Map.of("reason", "refreshTokenUsedTwice");
                audit.note(sql, holder.get(), "session.revoked", "session/" + stolen.get(), why);
            }
            end(sql, stolen.get());
        }
    }

    /** The holder of an access token that is still good. */
    Optional<Principal> authenticate(String token) {
        setClock.look();
        byte[] hash = Tokens.hash(token);
        Optional<Principal> holder = database.read(sql -> rows.find(sql, "s.access_hash = ?", hash))
                .filter(principal -> principal.accessExpiresAt().isAfter(setClock.now()));
        holder.ifPresent(who -> renewals.presented(who, hash));
        return holder;
    }

    /** The session as it stands now, its access token renewed or not; empty where it has ended. */
    public Optional<Principal> current(String sessionId) {
        setClock.look();
        return database.read(sql -> current(sql, sessionId));
    }

    /** The same, as a transaction sees it. */
    public Optional<Principal> current(Sql sql, String sessionId) throws SQLException {
        return rows.find(sql, "s.id = ?", sessionId)
                .filter(principal -> principal.accessExpiresAt().isAfter(setClock.now()));
    }

    /** The same where its access token has run out, as after a time without a server, but it may still be renewed. */
    public Optional<Principal> standing(String sessionId) {
        setClock.look();
        return database.read(sql -> rows.find(sql, "s.id = ?", sessionId))
                .filter(principal -> principal.refreshExpiresAt().isAfter(setClock.now()));
    }

    /** Those of an account that have not ended, the newest first. */
    public List<Held> list(Sql sql, String accountId) throws SQLException {
        return SessionRows.list(sql, accountId, clock.now());
    }

    /** Whose session that is; empty where there is none. */
    public Optional<String> holder(Sql sql, String sessionId) throws SQLException {
        return sql.first("SELECT account_id FROM session WHERE id = ?", row -> row.getString(1), sessionId);
    }

    /** Ends a session; both its tokens are worthless from now on. */
    public void end(Sql sql, String sessionId) throws SQLException {
        sql.change("DELETE FROM session WHERE id = ?", sessionId);
        sql.afterCommit(() -> onEnded.forEach(listener -> listener.accept(sessionId)));
    }

    /** Ends all sessions of an account but one; all where that is null. */
    public int endAll(Sql sql, String accountId, @Nullable String but) throws SQLException {
        List<String> ended = sql.list(
                "SELECT id FROM session WHERE account_id = ? AND id IS NOT ?", row -> row.getString(1), accountId, but);
        for (String id : ended) {
            end(sql, id);
        }
        return ended.size();
    }

    void logout(Principal who) {
        database.write(sql -> {
            audit.note(sql, who, "session.closed", "session/" + who.sessionId(), Map.of());
            end(sql, who.sessionId());
            return 0;
        });
    }
}

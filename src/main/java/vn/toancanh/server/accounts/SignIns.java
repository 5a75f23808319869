package vn.toancanh.server.accounts;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;

/**
 * Begins sessions: for whoever signs in alone, and for whom somebody else must let in. Whether a password is right is found outside of
 * any transaction; whether it still is, with everything else that counts, in the one that begins the session. Any thread; blocks.
 */
final class SignIns {
    /** Sessions of an account at a time: each may hold streams, events and heads. A wall of many screens has more accounts. */
    static final int MOST = 64;

    private final Database database;
    private final Credentials credentials;
    private final Sessions sessions;
    private final SessionRows rows;
    private final SecondPerson second;
    private final Tokens tokens;
    private final Clock clock;
    private final AuditTrail audit;

    SignIns(
            Database database,
            Credentials credentials,
            Sessions sessions,
            SessionRows rows,
            Tokens tokens,
            Clock clock,
            AuditTrail audit) {
        this.database = database;
        this.credentials = credentials;
        this.sessions = sessions;
        this.rows = rows;
        this.second = new SecondPerson(tokens, clock);
        this.tokens = tokens;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Signs in.
     *
     * @throws ApiProblem 401 with one answer for all reasons, 429 after too many tries, 503 where too many sign in at a time;
     *     with the right password also 401 outside the role's hours or the account's days, and where somebody else must sign in too
     */
    Sessions.Opened login(String username, Secret password, String address, @Nullable String client) {
        Credentials.Known known = credentials.check(username, password, address, client);
        sessions.lookAtClock();
        SecondPerson.Waiting who = new SecondPerson.Waiting(known, address, client);
        // Looked at before, for who must wait for somebody else takes no turn at the one writer; and again where it
        // counts.
        database.read(sql -> requireAlone(sql, who));
        return database.write(sql -> {
            requireAlone(sql, who);
            return open(sql, who, Map.of());
        });
    }

    private Role requireAlone(Sql sql, SecondPerson.Waiting who) throws SQLException {
        Role role = admitted(sql, who.known()).role();
        if (role.secondPerson()) {
            throw ApiProblem.secondPersonNeeded(second.wait(who));
        }
        return role;
    }

    /** What somebody reaches whose password, account, day and hour are good now. */
    private Reach admitted(Sql sql, Credentials.Known known) throws SQLException {
        Credentials.Known now = known.still(sql);
        sessions.requireValid(sql, now.accountId());
        Reach reach = rows.reach(sql, now.roleId(), now.roleVersion());
        sessions.requireOpen(reach.role());
        return reach;
    }

    /**
     * Lets in whoever waits behind a ticket, because somebody else vouches for him: another person, of a role that may manage
     * all that the first one's role reaches. A ticket is no longer good once its holder has another password.
     *
     * @throws ApiProblem 401, 403, 429 or 503
     */
    Sessions.Opened confirm(String ticket, String username, Secret password, String address) {
        SecondPerson.Waiting who = second.of(ticket).orElseThrow(SignIns::ticketRefused);
        Credentials.Known other = credentials.check(username, password, address, who.client());
        sessions.lookAtClock();
        return database.write(sql -> {
            requireStill(sql, who.known());
            Reach vouching = admitted(sql, other);
            Role needed = admitted(sql, who.known()).role();
            if (other.accountId().equals(who.known().accountId()) || !vouching.vouchesFor(needed)) {
                throw ApiProblem.forbidden();
            }
            if (!second.spend(ticket)) {
                throw ticketRefused();
            }
            return open(sql, who, Map.of("confirmedBy", other.accountId()));
        });
    }

    /** Whose ticket it is has changed, and not the one who vouches: he must not be told that his password is wrong. */
    private static void requireStill(Sql sql, Credentials.Known who) throws SQLException {
        try {
            who.still(sql);
        } catch (ApiProblem ended) {
            throw ticketRefused();
        }
    }

    private static ApiProblem ticketRefused() {
        return ApiProblem.of(401, "ticketRefused", "The ticket is not good; sign in again");
    }

    private Sessions.Opened open(Sql sql, SecondPerson.Waiting who, Map<String, Object> facts) throws SQLException {
        Instant now = clock.now();
        sql.change("DELETE FROM session WHERE refresh_expires_at <= ?", now.toEpochMilli());
        makeRoom(sql, who.known().accountId());
        String id = UUID.randomUUID().toString();
        Secret access = tokens.fresh("tca_");
        Secret refresh = tokens.fresh("tcr_");
        sql.change(
                "INSERT INTO session (id, account_id, access_hash, access_expires_at, refresh_hash, refresh_expires_at,"
                        + " created_at, address, client) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                who.known().accountId(),
                Tokens.hash(access.reveal()),
                now.plus(Sessions.ACCESS).toEpochMilli(),
                Tokens.hash(refresh.reveal()),
                now.plus(Sessions.REFRESH).toEpochMilli(),
                now.toEpochMilli(),
                who.address(),
                who.client());
        Principal principal = rows.find(sql, "s.id = ?", id).orElseThrow(ApiProblem::unauthenticated);
        audit.note(sql, principal, "session.opened", "session/" + id, facts);
        return new Sessions.Opened(principal, access, refresh);
    }

    /** The one that was renewed longest ago ends: most likely nobody is there any more. */
    private void makeRoom(Sql sql, String accountId) throws SQLException {
        List<String> tooMany = sql.list(
                "SELECT id FROM session WHERE account_id = ? ORDER BY access_expires_at DESC, created_at DESC, id"
                        + " LIMIT -1 OFFSET ?",
                row -> row.getString(1),
                accountId,
                MOST - 1);
        for (String id : tooMany) {
            Optional<Principal> holder = rows.find(sql, "s.id = ?", id);
            if (holder.isPresent()) {
                audit.note(sql, holder.get(), "session.revoked", "session/" + id, Map.of("reason", "tooManySessions"));
            }
            sessions.end(sql, id);
        }
    }
}

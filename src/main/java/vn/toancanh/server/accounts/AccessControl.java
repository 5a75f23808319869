package vn.toancanh.server.accounts;

import java.time.ZoneId;
import java.util.Optional;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.store.Database;

/** Accounts, sessions and the gate, put together. */
public final class AccessControl {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Signing signing;
    private final SignIns signIns;
    private final Roles roles;
    private final People people;
    private final Places places;
    private final TokenGate gate;
    private final SessionEndpoints endpoints;
    private final OwnEndpoints own;
    private final OfflineTerms offline;
    private final Tokens tokens = new Tokens();

    /**
     * @param zone in which sign-in hours are meant
     * @param audit notes who signs in and out, and who could not
     * @param offline until when desks may go on that cannot ask
     */
    public AccessControl(
            Database database, Json json, Clock clock, ZoneId zone, AuditTrail audit, OfflineTerms offline) {
        this(database, json, clock, zone, audit, offline, new Passwords());
    }

    AccessControl(
            Database database,
            Json json,
            Clock clock,
            ZoneId zone,
            AuditTrail audit,
            OfflineTerms offline,
            Passwords passwords) {
        this.places = new Places(database, this::rightsChanged);
        this.roles = new Roles(places);
        this.people = new People(database, roles);
        Credentials credentials = new Credentials(database, passwords, audit, clock);
        SessionRows rows = new SessionRows(roles);
        this.sessions = new Sessions(database, rows, tokens, clock, zone, audit);
        this.signIns = new SignIns(database, credentials, sessions, rows, tokens, clock, audit);
        this.signing = new Signing(database, credentials, sessions, rows);
        this.accounts = new Accounts(database, passwords, credentials, tokens, clock, sessions, audit);
        this.gate = new TokenGate(sessions);
        this.endpoints = new SessionEndpoints(sessions, signIns, json, clock, offline);
        this.offline = offline;
        this.own = new OwnEndpoints(database, sessions, accounts, audit, json);
    }

    /** Every change in who may what takes a revision of the catalogue, and so comes by here. */
    private void rightsChanged() {
        sessions.rightsChanged();
    }

    public Accounts accounts() {
        return accounts;
    }

    public Sessions sessions() {
        return sessions;
    }

    /** Who signs something in the session of somebody else. */
    public Signing signing() {
        return signing;
    }

    SignIns signIns() {
        return signIns;
    }

    public Roles roles() {
        return roles;
    }

    /** Whoever has an account, signed in or not. */
    public People people() {
        return people;
    }

    /** Where everything hangs, and so who may what at a camera. */
    public Places places() {
        return places;
    }

    public TokenGate gate() {
        return gate;
    }

    public SessionEndpoints endpoints() {
        return endpoints;
    }

    public OwnEndpoints own() {
        return own;
    }

    public OfflineTerms offline() {
        return offline;
    }

    public Tokens tokens() {
        return tokens;
    }

    /** See {@link Accounts#makeFirst}. */
    public Optional<Secret> makeFirstAdministrator() {
        return accounts.makeFirst();
    }
}

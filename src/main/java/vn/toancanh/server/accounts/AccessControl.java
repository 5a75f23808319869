package vn.toancanh.server.accounts;

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
    private final TokenGate gate;
    private final SessionEndpoints endpoints;
    private final Tokens tokens = new Tokens();

    /** @param audit notes who signs in and out, and who could not */
    public AccessControl(Database database, Json json, Clock clock, AuditTrail audit) {
        Passwords passwords = new Passwords();
        this.accounts = new Accounts(database, passwords, tokens, clock);
        this.sessions = new Sessions(database, passwords, tokens, clock, audit);
        this.gate = new TokenGate(sessions);
        this.endpoints = new SessionEndpoints(sessions, json, clock);
    }

    public Accounts accounts() {
        return accounts;
    }

    public Sessions sessions() {
        return sessions;
    }

    public TokenGate gate() {
        return gate;
    }

    public SessionEndpoints endpoints() {
        return endpoints;
    }

    public Tokens tokens() {
        return tokens;
    }

    /** See {@link Accounts#makeFirst}. */
    public Optional<Secret> makeFirstAdministrator() {
        return accounts.makeFirst();
    }
}

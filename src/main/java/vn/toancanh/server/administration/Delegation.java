package vn.toancanh.server.administration;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.accounts.Role;
import vn.toancanh.server.accounts.Roles;
import vn.toancanh.server.accounts.Sessions;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.store.Sql;

/**
 * Who may administer whom: a role is administered by those who may configure all that it reaches. All others are answered as
 * if it, and those who have it, were not there. Judged in the transaction that does it. Any thread.
 */
final class Delegation {
    private final Sessions sessions;

    Delegation(Sessions sessions) {
        this.sessions = sessions;
    }

    /** The caller as his rights stand in this transaction. */
    Principal now(Sql sql, Principal caller) throws SQLException {
        Principal who = sessions.current(sql, caller.sessionId()).orElseThrow(ApiProblem::unauthenticated);
        if (!who.mayAnywhere(Level.CONFIGURE)) {
            throw ApiProblem.forbidden();
        }
        return who;
    }

    /** The roles that somebody administers, by their ids. */
    static Map<String, Role> administered(Sql sql, Principal who) throws SQLException {
        Map<String, Role> mine = new LinkedHashMap<>();
        for (Role role : Roles.all(sql)) {
            if (administers(who, role)) {
                mine.put(role.id(), role);
            }
        }
        return mine;
    }

    static Optional<Role> administered(Sql sql, Principal who, String roleId) throws SQLException {
        return Roles.find(sql, roleId).filter(role -> administers(who, role));
    }

    /** True where somebody could give all of it, and so may take it away. */
    static boolean administers(Principal who, Role role) {
        return who.reach().whole(Level.CONFIGURE, null) || who.reach().covers(role, Level.CONFIGURE);
    }

    /** True where some right of his bears on that site, so that he may be told whether it is there. */
    static boolean sees(Principal who, String site) {
        return who.reach().touches(site);
    }
}

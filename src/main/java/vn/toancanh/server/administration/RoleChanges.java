package vn.toancanh.server.administration;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.accounts.Right;
import vn.toancanh.server.accounts.Role;
import vn.toancanh.server.accounts.Roles;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Conditional;
import vn.toancanh.server.inventory.Inventory;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;

/**
 * Roles changed by those who may configure all that they reach, before and after. A change takes hold with the next request
 * of whoever has the role. Any thread; blocks.
 */
final class RoleChanges {
    private final Database database;
    private final Delegation delegation;
    private final Inventory inventory;
    private final AuditTrail audit;

    RoleChanges(Database database, Delegation delegation, Inventory inventory, AuditTrail audit) {
        this.database = database;
        this.delegation = delegation;
        this.inventory = inventory;
        this.audit = audit;
    }

    List<RoleBody> list(Principal caller) {
        return database.read(sql -> {
            List<RoleBody> roles = new ArrayList<>();
            for (Role role :
                    Delegation.administered(sql, delegation.now(sql, caller)).values()) {
                roles.add(RoleBody.of(role, users(sql, role.id())));
            }
            return roles;
        });
    }

    RoleBody get(Principal caller, String id) {
        return database.read(sql -> RoleBody.of(find(sql, delegation.now(sql, caller), id), users(sql, id)));
    }

    private Role find(Sql sql, Principal who, String id) throws SQLException {
        return Delegation.administered(sql, who, id).orElseThrow(ApiProblem::notFound);
    }

    private static long users(Sql sql, String id) throws SQLException {
        return sql.number("SELECT count(*) FROM account WHERE role_id = ? AND gone = 0", id);
    }

    RoleBody create(Principal caller, Role wanted) {
        return database.write(sql -> {
            Principal who = delegation.now(sql, caller);
            requireGivable(who, wanted);
            Roles.put(sql, wanted);
            note(sql, who, "role.created", wanted);
            return RoleBody.of(wanted, 0);
        });
    }

    /** @param lock after how many minutes desks are to lock, from how it was */
    RoleBody change(Principal caller, long seen, Role wanted, IntUnaryOperator lock) {
        return database.write(sql -> {
            Principal who = delegation.now(sql, caller);
            Role before = changeable(sql, who, wanted.id(), seen);
            requireGivable(who, wanted);
            Role after = new Role(
                    before.id(),
                    wanted.name(),
                    false,
                    wanted.rights(),
                    wanted.ptzPriority(),
                    wanted.publishedOnly(),
                    wanted.secondPerson(),
                    wanted.hours(),
                    lock.applyAsInt(before.lockMinutes()),
                    before.version() + 1,
                    inventory.advance(sql, person -> person.roleId().equals(before.id())));
            Roles.put(sql, after);
            note(sql, who, "role.changed", after);
            return RoleBody.of(after, users(sql, after.id()));
        });
    }

    void delete(Principal caller, String id, long seen) {
        database.write(sql -> {
            Principal who = delegation.now(sql, caller);
            Role before = changeable(sql, who, id, seen);
            if (users(sql, id) > 0) {
                throw ApiProblem.conflict("roleInUse", "Somebody has this role");
            }
            note(sql, who, "role.removed", before);
            return sql.change("UPDATE role SET gone = 1 WHERE id = ?", id);
        });
    }

    private Role changeable(Sql sql, Principal who, String id, long seen) throws SQLException {
        Role role = find(sql, who, id);
        if (role.builtin()) {
            throw ApiProblem.conflict("builtinRole", "This role comes with the server");
        }
        if (who.roleId().equals(id)) {
            throw ApiProblem.conflict("ownRole", "Nobody changes the role he has");
        }
        if (role.version() != seen) {
            throw Conditional.stale();
        }
        return role;
    }

    /** A site that he does not see is answered like one that is not there, and nobody gives more than he has. */
    private void requireGivable(Principal who, Role wanted) {
        for (int i = 0; i < wanted.rights().size(); i++) {
            Right right = wanted.rights().get(i);
            @Nullable String site = right.siteId();
            if (site != null && !Delegation.sees(who, site) && !named(who, site)) {
                throw ApiProblem.badField("/grants/" + i + "/siteId", "unknownSite", "no such site");
            }
        }
        if (!Delegation.administers(who, wanted)) {
            throw ApiProblem.forbidden();
        }
    }

    /** His own rights may name a site that he does not see, because it is denied to him; so may what he gives. */
    private static boolean named(Principal who, String site) {
        return who.rights().stream().anyMatch(right -> site.equals(right.siteId()));
    }

    private void note(Sql sql, Principal who, String action, Role role) throws SQLException {
        List<String> rights = role.rights().stream()
                .map(right -> (right.allowed() ? "allow " : "deny ")
                        + right.level().word() + " " + right.siteId() + " " + right.tag())
                .toList();
        audit.note(sql, who, action, "role/" + role.id(), Map.of("name", role.name(), "grants", rights));
    }
}

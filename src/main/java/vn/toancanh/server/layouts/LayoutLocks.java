package vn.toancanh.server.layouts;

import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;

/**
 * Layouts that somebody keeps others from changing, until he or who manages them lets go. Whoever may change one may lock it; to look
 * at it and to open it stays free to all who see it. Any thread; blocks.
 */
final class LayoutLocks {
    private final Database database;
    private final LayoutStore layouts;
    private final Clock clock;
    private final AuditTrail audit;

    LayoutLocks(Database database, LayoutStore layouts, Clock clock, AuditTrail audit) {
        this.database = database;
        this.layouts = layouts;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Locks one; once more changes nothing.
     *
     * @throws ApiProblem 423 where somebody else holds it; 403, 404
     */
    LayoutBody lock(Principal principal, String id) {
        return database.write(sql -> {
            LayoutHead head = LayoutHead.changeable(sql, principal, id);
            if (head.lockedBy() == null) {
                set(
                        sql,
                        id,
                        principal.accountId(),
                        principal.displayName(),
                        clock.now().toEpochMilli());
                audit.note(sql, principal, "layout.locked", "layout/" + id, Map.of());
                layouts.tell(sql, head);
            }
            return layouts.found(sql, principal, id);
        });
    }

    /**
     * Lets one go; one that nobody holds stays as it is.
     *
     * @throws ApiProblem 423 where somebody else holds it and this person does not manage it; 403, 404
     */
    LayoutBody unlock(Principal principal, String id) {
        return database.write(sql -> {
            LayoutHead head = LayoutHead.visible(sql, principal, id);
            if (!head.isOf(principal) && !head.managedBy(principal)) {
                throw ApiProblem.forbidden();
            }
            @Nullable String holder = head.lockedBy();
            boolean others = holder != null && !holder.equals(principal.accountId());
            // What is its owner's alone by now is his to unlock, whoever locked it while it was for others.
            if (others && !head.managedBy(principal) && !head.scope().equals("private")) {
                throw head.locked();
            }
            if (holder != null) {
                set(sql, id, null, null, null);
                audit.note(sql, principal, "layout.unlocked", "layout/" + id, Map.of());
                layouts.tell(sql, head);
            }
            return layouts.found(sql, principal, id);
        });
    }

    private static void set(Sql sql, String id, @Nullable String account, @Nullable String name, @Nullable Long at)
            throws SQLException {
        sql.change(
                "UPDATE layout SET locked_by = ?, locked_name = ?, locked_at = ? WHERE id = ?", account, name, at, id);
    }
}

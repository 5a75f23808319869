package vn.toancanh.server.layouts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.FieldError;
import vn.toancanh.server.store.Sql;

/**
 * Whose a layout is, who sees it, and who may change it.
 *
 * @param roleId the role that its maker had, whose people see it where it is for a role
 * @param lockedBy the account that keeps others from changing it; null: nobody
 * @param lockedName what that account was called then
 * @param lockedAt milliseconds since 1970
 */
record LayoutHead(
        String id,
        String ownerId,
        @Nullable String roleId,
        String scope,
        long version,
        @Nullable String lockedBy,
        @Nullable String lockedName,
        long lockedAt) {
    /** Of a layout called {@code l}; takes an account and a role. */
    static final String VISIBLE =
            "l.gone = 0 AND (l.owner_id = ? OR l.scope = 'global' OR (l.scope = 'role' AND l.role_id = ?)) ";

    private static final String SELECT =
            "SELECT l.id, l.owner_id, l.role_id, l.scope, l.version, l.locked_by, l.locked_name, l.locked_at FROM layout l"
                    + " WHERE " + VISIBLE + "AND l.id = ?";

    /** Of a row that begins as the one that {@link #visible} asks for. */
    static LayoutHead of(ResultSet row) throws SQLException {
        return new LayoutHead(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getLong(8));
    }

    /**
     * One that this person sees.
     *
     * @throws ApiProblem 404 where there is none
     */
    static LayoutHead visible(Sql sql, Principal principal, String id) throws SQLException {
        return sql.first(SELECT, LayoutHead::of, principal.accountId(), principal.roleId(), id)
                .orElseThrow(ApiProblem::notFound);
    }

    /**
     * One that this person may save a new version of now.
     *
     * @throws ApiProblem 404, 403 or 423
     */
    static LayoutHead changeable(Sql sql, Principal principal, String id) throws SQLException {
        LayoutHead head = visible(sql, principal, id);
        if (!head.isOf(principal) && !head.managedBy(principal)) {
            throw ApiProblem.forbidden();
        }
        LayoutBody.@Nullable Lock lock = head.lock(principal);
        if (lock != null && !lock.own()) {
            throw head.locked();
        }
        return head;
    }

    boolean isOf(Principal principal) {
        return ownerId.equals(principal.accountId());
    }

    /** True where this person may change what others made, if it is for others, too. */
    boolean managedBy(Principal principal) {
        return !scope.equals("private") && mayShare(principal, Level.MANAGE, scope.equals("role"));
    }

    boolean changeableBy(Principal principal) {
        LayoutBody.@Nullable Lock lock = lock(principal);
        return (isOf(principal) || managedBy(principal)) && (lock == null || lock.own());
    }

    /** True where this person may say now when it is to stand on the windows of whoever sees it. */
    boolean timedBy(Principal principal) {
        return changeableBy(principal) && mayShare(principal, scope);
    }

    /** As that person is told of it. */
    LayoutBody.@Nullable Lock lock(Principal principal) {
        String by = lockedName;
        return lockedBy == null || by == null
                ? null
                : new LayoutBody.Lock(by, Instant.ofEpochMilli(lockedAt), lockedBy.equals(principal.accountId()));
    }

    ApiProblem locked() {
        Map<String, Object> who = Map.of(
                "by",
                String.valueOf(lockedName),
                "since",
                Instant.ofEpochMilli(lockedAt).toString());
        return ApiProblem.locked(new FieldError("", "locked", null, null, who));
    }

    /** Those who see it. */
    Predicate<Principal> audience() {
        return audience(scope);
    }

    /** Those who see it and would not if it were for {@code scopeNow}. */
    Predicate<Principal> others(String scopeNow) {
        return audience(scope).and(audience(scopeNow).negate());
    }

    private Predicate<Principal> audience(String of) {
        return principal -> isOf(principal)
                || of.equals("global")
                || (of.equals("role") && principal.roleId().equals(roleId));
    }

    /**
     * Asks whether somebody may save for others.
     *
     * @throws ApiProblem 403 where not
     */
    static void requireShared(Principal principal, String scope) {
        if (!mayShare(principal, scope)) {
            throw ApiProblem.forbidden();
        }
    }

    private static boolean mayShare(Principal principal, String scope) {
        return scope.equals("private") || mayShare(principal, Level.OPERATE, scope.equals("role"));
    }

    /** What is for one's own role takes the level somewhere, what is for the whole city takes it everywhere. */
    private static boolean mayShare(Principal principal, Level level, boolean ofRole) {
        return ofRole ? principal.mayAnywhere(level) : principal.may(level);
    }
}

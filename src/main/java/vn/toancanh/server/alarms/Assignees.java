package vn.toancanh.server.alarms;

import java.sql.SQLException;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.store.Sql;

/** Who may be given an alarm: oneself, and by who manages there, anybody who may sign in. */
final class Assignees {
    private Assignees() {}

    /** @throws ApiProblem 422 where that account is not there or may not be named: one answer for both */
    static AlarmBody.Assignee find(Sql sql, Principal who, String accountId, boolean others) throws SQLException {
        if (accountId.equals(who.accountId())) {
            return new AlarmBody.Assignee(accountId, who.displayName());
        }
        return sql.first(
                        "SELECT id, display_name FROM account WHERE id = ? AND enabled = 1",
                        row -> new AlarmBody.Assignee(row.getString(1), row.getString(2)),
                        accountId)
                .filter(found -> others)
                .orElseThrow(() -> ApiProblem.refused(
                        "unknownAccount", "That account cannot be named", "/assigneeId", "no such account"));
    }
}

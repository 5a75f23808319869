package vn.toancanh.server.audit;

import java.sql.SQLException;
import java.util.Map;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.store.Sql;

/** Takes notes of what people and programs do. Any thread. */
@FunctionalInterface
public interface AuditTrail {
    /**
     * Notes a deed in the transaction that does it, so that neither stands without the other.
     *
     * @param action what was done, in the contract's words, such as {@code alarm.acknowledged}
     * @param subject what it was done to, such as {@code camera/c-17}; no secrets
     * @param facts what else is worth knowing, as JSON takes it; no secrets
     */
    void note(Sql sql, Principal who, String action, String subject, Map<String, Object> facts) throws SQLException;

    /**
     * Notes what was refused, what failed, or what was done by somebody who is not signed in. A trail made of
     * {@link #note(Sql, Principal, String, String, Map)} alone keeps none of that.
     */
    default void note(Sql sql, Caller who, Outcome outcome, String action, String subject, Map<String, Object> facts)
            throws SQLException {}
}

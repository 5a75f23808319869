package vn.toancanh.administration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A user as his administrators see him. Holds no password.
 *
 * @param id empty for one that is not stored yet
 * @param username the name signed in with; never changes
 * @param enabled false: he cannot sign in
 * @param validFrom the first day on which he may sign in, by the server's calendar; null: from the beginning
 * @param validUntil the last such day; null: without an end
 * @param version as it was seen; 0 for one that is not stored yet
 */
public record Account(
        String id,
        String username,
        String displayName,
        String roleId,
        boolean enabled,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        long version) {
    /** The same, locked or open. */
    public Account enabled(boolean is) {
        return new Account(id, username, displayName, roleId, is, validFrom, validUntil, version);
    }

    /** The same as if that version had been seen. */
    public Account seen(long other) {
        return new Account(id, username, displayName, roleId, enabled, validFrom, validUntil, other);
    }
}

package vn.toancanh.server.administration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account as its administrators see it. */
record UserBody(
        String id,
        String username,
        String displayName,
        String roleId,
        boolean enabled,
        Instant createdAt,
        long version) {
    record Page(List<UserBody> items, @Nullable String nextCursor) {}

    /** A new one. */
    record Draft(
            @Nullable String username,
            @Nullable String displayName,
            @Nullable String roleId,
            @Nullable String password) {
        /** Never the password, wherever it is printed. */
        @Override
        public String toString() {
            return "Draft[" + username + "]";
        }
    }

    /** What may be changed of one; its name stays. */
    record Change(
            @Nullable String displayName,
            @Nullable String roleId,
            @Nullable Boolean enabled) {}

    record Password(@Nullable String password) {
        @Override
        public String toString() {
            return "Password[***]";
        }
    }
}

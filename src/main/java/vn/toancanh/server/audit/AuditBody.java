package vn.toancanh.server.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry as it is sent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditBody(
        long seq,
        String id,
        Instant at,
        @Nullable Instant originalAt,
        @Nullable String accountId,
        @Nullable String user,
        @Nullable String sessionId,
        @Nullable String address,
        @Nullable String client,
        String action,
        String subject,
        String outcome,
        @JsonRawValue String facts,
        String hash) {

    static AuditBody of(AuditEntry entry) {
        Caller who = entry.who();
        @Nullable Long original = entry.originalAt();
        return new AuditBody(
                entry.seq(),
                entry.id(),
                Instant.ofEpochMilli(entry.at()),
                original == null ? null : Instant.ofEpochMilli(original),
                who.accountId(),
                who.username(),
                who.sessionId(),
                who.address(),
                who.client(),
                entry.action(),
                entry.subject(),
                entry.outcome(),
                entry.facts(),
                entry.hash());
    }

    record Page(
            List<AuditBody> items,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String nextCursor) {}

    record Taken(int added, int repeated) {}
}

package vn.toancanh.server.audit;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to become an entry.
 *
 * @param id UUID
 * @param at when it was, by the server's clock, ms since 1970
 * @param originalAt when it was, by the client's clock; null where the server itself takes the note
 * @param facts JSON object, as text
 */
record Draft(
        String id,
        long at,
        @Nullable Long originalAt,
        Caller who,
        String action,
        String subject,
        Outcome outcome,
        String facts) {
    /** Longest subject, characters. */
    static final int LONGEST_SUBJECT = 200;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    Draft {
        subject = plain(subject);
    }

    /** On one line and without characters that some readers take for an end. */
    static String plain(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }

    static Draft of(long at, Caller who, Outcome outcome, String action, String subject, Map<String, Object> facts) {
        String named = subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT);
        return new Draft(UUID.randomUUID().toString(), at, null, who, action, named, outcome, Facts.text(facts));
    }

    /** The entry at a place of the chain, linked to the hash before it. */
    AuditEntry at(long seq, String before) {
        return new AuditEntry(seq, id, at, originalAt, who, action, subject, outcome.word(), facts, "")
                .linkedTo(before);
    }
}

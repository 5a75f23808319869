package vn.toancanh.deeds;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that was done at this desk.
 *
 * @param id by which the server knows a deed that it was told before
 * @param doneAt by this machine's clock, which may be wrong; the server notes its own time beside it
 * @param action in the contract's words, such as {@code desk.shown}
 * @param subject what it was done to, such as {@code camera/c-17}
 * @param facts what else is worth knowing; never a secret
 */
public record Deed(UUID id, Instant doneAt, String action, String subject, Map<String, String> facts) {
    /** How the actions of notes for the server's audit trail begin. */
    public static final String NOTES = "desk.";

    public Deed {
        facts = Map.copyOf(facts);
    }

    /** True for what is to stand in the server's audit trail and does nothing else there. */
    public boolean isNote() {
        return action.startsWith(NOTES);
    }
}

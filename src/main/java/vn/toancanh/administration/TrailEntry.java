package vn.toancanh.administration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the server's audit trail.
 *
 * @param seq its place in the chain, from 1
 * @param at by the server's clock
 * @param originalAt by the clock of the desk that told it; null where the server noted it itself
 * @param user user name; empty where there is none, such as of the server itself
 * @param address where the session was opened from; empty where that is not known
 * @param client program and version, as it says of itself; empty where that is not known
 * @param action the contract's word for what was done
 * @param subject what it was done to: kind, slash, id
 * @param outcome done, refused, failed, or a word of a newer server
 * @param facts what else was noted, as it was noted
 * @param hash of the entry and the one before it, hexadecimal
 */
public record TrailEntry(
        long seq,
        Instant at,
        @Nullable Instant originalAt,
        String user,
        String address,
        String client,
        String action,
        String subject,
        String outcome,
        List<Fact> facts,
        String hash) {
    /** Something that was noted with it, under its name. */
    public record Fact(String name, String value) {}

    public TrailEntry {
        facts = List.copyOf(facts);
    }

    /** The kind of what it was done to, such as {@code camera}. */
    public String kind() {
        int slash = subject.indexOf('/');
        return slash < 0 ? subject : subject.substring(0, slash);
    }

    /** Its id; empty where there is but one of its kind. */
    public String id() {
        int slash = subject.indexOf('/');
        return slash < 0 ? "" : subject.substring(slash + 1);
    }
}

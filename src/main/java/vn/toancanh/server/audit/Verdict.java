package vn.toancanh.server.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the chain has found.
 *
 * @param entries how many fit, from the first
 * @param first place of the first entry that must be there, from 1; greater where what was before it has been purged
 * @param last place of the last entry, as the head says
 * @param head hash of the last entry, as the head says; who keeps it elsewhere can later see whether it still stands
 * @param began when the first entry was noted, null where there is none
 * @param fault the first that does not fit, null where all do
 */
public record Verdict(
        long entries,
        long first,
        long last,
        String head,
        @Nullable Instant began,
        @Nullable Fault fault) {

    /**
     * The first entry that does not fit.
     *
     * @param seq its place
     * @param id its UUID, empty where it is not there
     */
    public record Fault(Kind kind, long seq, String id) {}

    /** Why it does not fit. */
    public enum Kind {
        /** The anchor bears no MAC of this server: more was taken out than was purged, or the chain was begun anew. */
        ANCHOR,
        /** It is not there, and later ones are. */
        MISSING,
        /** It, or its place, was changed: its hash is another. */
        ALTERED,
        /** It and all that followed are not there. */
        CUT_OFF,
        /** It stands where none belongs: behind the end, or among what was purged. */
        BEYOND,
        /** The head bears no MAC of this server: the chain was made anew. */
        HEAD,
        /** The server has found the end of the chain changed and noted that here. */
        BROKEN,
        /** The hash that was kept elsewhere is not the hash of this entry. */
        KEPT
    }

    public boolean holds() {
        return fault == null;
    }
}

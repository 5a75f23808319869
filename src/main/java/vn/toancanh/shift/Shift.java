package vn.toancanh.shift;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A shift that is not handed over yet.
 *
 * @param afterHandover true where it began because the one before was handed over, and nobody signed on for it
 * @param notes in the order in which they were taken
 */
public record Shift(UUID id, Instant beganAt, boolean afterHandover, List<Note> notes) {
    /** More than that are not kept of one shift; what is left out is said in the report. */
    public static final int MOST_NOTES = 20_000;

    /** Beyond these only that cameras are back which stand as lost, so that none of them is said to be lost still. */
    static final int MOST_FOUND = 20_000;

    /** As many as there may be in all. */
    public static final int MOST_KEPT = MOST_NOTES + MOST_FOUND;

    public Shift {
        notes = List.copyOf(notes);
    }

    /** The latest time known of it. */
    public Instant lastAt() {
        return notes.isEmpty() ? beganAt : notes.getLast().at();
    }

    /** True where so much happened that not all of it was noted. */
    public boolean full() {
        return notes.size() >= MOST_NOTES;
    }
}

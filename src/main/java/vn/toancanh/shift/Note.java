package vn.toancanh.shift;

import java.time.Instant;

/**
 * One thing that happened in a shift. The order of notes is that in which they were taken, whatever the clock said.
 *
 * @param at by this machine's clock, which may have been set meanwhile
 * @param subject what it happened to: a camera, a layout, a window's number, an alarm; empty where to nothing
 * @param words what that was called then; empty for nothing
 * @param seconds how long or by how much, by the machine's own counter; {@link #UNKNOWN} where nobody counted
 */
public record Note(Instant at, Happening what, String subject, String words, long seconds) {
    /** Nobody counted. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    /** One without a length. */
    public Note(Instant at, Happening what, String subject, String words) {
        this(at, what, subject, words, UNKNOWN);
    }

    /** When what has lasted for so many seconds began; when it was noted where nobody counted. */
    public Instant began() {
        return seconds == UNKNOWN ? at : at.minusSeconds(seconds);
    }
}

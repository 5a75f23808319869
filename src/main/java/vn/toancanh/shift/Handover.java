package vn.toancanh.shift;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody handed over: the report as the machine wrote it, and what he said to it.
 *
 * @param by who handed over, as shown; empty where it is one's own and the server has not been told yet
 * @param report null where this program cannot read it
 * @param standing how far it has come
 * @param acceptance null until somebody has taken it over
 */
public record Handover(
        UUID id,
        String title,
        Instant beganAt,
        Instant endedAt,
        Instant signedAt,
        String by,
        @Nullable Report report,
        String comment,
        Standing standing,
        @Nullable Acceptance acceptance) {
    /** How far a handover has come. */
    public enum Standing {
        /** It is kept on this machine until the server can be told. */
        WAITING,
        /** The server would not have it; it is kept on this machine. */
        REFUSED,
        /** The server has it. */
        KEPT
    }

    /** Who took it over, and what he said to it. */
    public record Acceptance(String by, Instant signedAt, String comment) {}

    /** True where somebody may still sign it. */
    public boolean open() {
        return standing == Standing.KEPT && acceptance == null;
    }
}

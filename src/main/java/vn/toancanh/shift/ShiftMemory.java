package vn.toancanh.shift;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The port to where shifts are kept. Lane: DESK; every call returns at once, every answer comes on DESK. */
public interface ShiftMemory {
    /** Keeps that a shift began, in place of one of the same owner that still stands open. */
    void begin(ShiftOwner owner, UUID id, Instant at, boolean afterHandover);

    /** Keeps notes behind those that are kept already. */
    void append(UUID shift, List<Note> notes);

    /** Forgets a shift: it is handed over. */
    void end(UUID shift);

    /**
     * The shift of that owner that stands open, with its notes.
     *
     * @param failed runs in place of the answer where what is kept cannot be read now, which says nothing of whether there is one
     */
    void load(ShiftOwner owner, Consumer<Optional<Shift>> answer, Runnable failed);

    /** What that owner handed over and the server has not been told yet, or would not have; the newest first. */
    void untold(ShiftOwner owner, Consumer<List<Untold>> answer);

    /**
     * A handover on its way to the server.
     *
     * @param refused true where the server would not have it
     */
    record Untold(
            UUID id,
            Instant signedAt,
            String title,
            Instant beganAt,
            Instant endedAt,
            String document,
            boolean refused) {}
}

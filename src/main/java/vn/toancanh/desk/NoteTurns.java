package vn.toancanh.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.shift.Happening;
import vn.toancanh.shift.Note;
import vn.toancanh.shift.ShiftBook;
import vn.toancanh.shift.TurnsStopped;

/**
 * Notes for the handover that nothing takes turns on this desk's walls, and that turns go on. It is the desk's, whoever works there: each shift has it
 * from its beginning. Lane: DESK.
 */
public final class NoteTurns implements AcrossShifts.Notes, Handle {
    private final Clock clock;
    private final ShiftBook book;
    private final Handle switching;
    private final Handle following;
    private @Nullable Instant since;

    public NoteTurns(Clock clock, ShiftBook book, RotationSwitch rotation) {
        this.clock = clock;
        this.book = book;
        this.switching = rotation.onChange(() -> switched(rotation.stopped()));
        this.following = new AcrossShifts(book, this);
    }

    private void switched(boolean stopped) {
        since = stopped ? clock.now() : null;
        book.note(stopped ? Happening.TURNS_STOPPED : Happening.TURNS_GO_ON, "", "", Note.UNKNOWN);
    }

    @Override
    public void takeOver() {
        Instant began = since;
        if (began != null) {
            noteStopped(began);
        }
    }

    @Override
    public void begin(List<Note> notes) {
        Instant began = since;
        boolean noted = TurnsStopped.last(notes) != null;
        // While somebody else worked here, or nobody, it may have become otherwise.
        if (began != null && !noted) {
            noteStopped(began);
        } else if (began == null && noted) {
            book.note(Happening.TURNS_GO_ON, "", "", Note.UNKNOWN);
        }
    }

    private void noteStopped(Instant began) {
        long seconds = Math.max(0, Duration.between(began, clock.now()).toSeconds());
        book.note(Happening.TURNS_STOPPED, "", "", seconds);
    }

    @Override
    public void close() {
        switching.close();
        following.close();
    }
}

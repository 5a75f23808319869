package vn.toancanh.desk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.shift.Note;
import vn.toancanh.shift.Shift;
import vn.toancanh.shift.ShiftBook;
import vn.toancanh.shift.ShiftOwner;

/** Tells whoever notes how something stands when another shift begins, or one goes on of which there are notes. Lane: DESK. */
final class AcrossShifts implements Handle {
    /** Who notes. */
    interface Notes {
        /** A shift follows one that was handed over just now: what stood then stands, and is to be noted anew. */
        void takeOver();

        /** A shift begins, goes on, or ended without a handover: what stands is what its notes say; none where there is no shift. */
        void begin(List<Note> notes);
    }

    private final ShiftBook book;
    private final Notes notes;
    private final Handle following;
    private @Nullable UUID shift;
    private @Nullable ShiftOwner owner;

    AcrossShifts(ShiftBook book, Notes notes) {
        this.book = book;
        this.notes = notes;
        this.following = book.onChange(this::look);
    }

    private void look() {
        Shift now = book.shift().orElse(null);
        UUID id = now == null ? null : now.id();
        if (now == null ? shift == null : now.id().equals(shift)) {
            return;
        }
        ShiftOwner who = book.owner().orElse(null);
        boolean goesOn = shift != null && now != null && now.afterHandover() && who != null && who.equals(owner);
        shift = id;
        owner = who;
        if (goesOn) {
            notes.takeOver();
        } else {
            notes.begin(now == null ? List.of() : now.notes());
        }
    }

    @Override
    public void close() {
        following.close();
    }
}

package vn.toancanh.shift;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which heads are reserved for this desk. Any thread. */
public final class HeadsReserved {
    private HeadsReserved() {}

    /**
     * From the notes of a shift, in the order in which they were reserved.
     *
     * @param at when: what has run out by then is not among them
     */
    public static List<Report.ReservedHead> of(Collection<Note> notes, Instant at) {
        Map<String, Report.ReservedHead> reserved = new LinkedHashMap<>();
        for (Note note : notes) {
            switch (note.what()) {
                case HEAD_RESERVED -> {
                    if (note.seconds() != Note.UNKNOWN) {
                        Instant until = note.at().plusSeconds(note.seconds());
                        reserved.put(note.subject(), new Report.ReservedHead(note.subject(), note.words(), until));
                    }
                }
                case HEAD_FREED -> reserved.remove(note.subject());
                // The server takes back whatever a session held that is ended.
                case SIGNED_OFF -> reserved.clear();
                default -> {
                    // is of no head, or of none that is reserved
                }
            }
        }
        return reserved.values().stream()
                .filter(head -> head.until().isAfter(at))
                .toList();
    }
}

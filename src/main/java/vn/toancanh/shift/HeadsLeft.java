package vn.toancanh.shift;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which heads were moved away from their homes in a shift and are not told to have gone back. Any thread. */
public final class HeadsLeft {
    private HeadsLeft() {}

    /** From the notes of a shift, in the order in which they left. */
    public static List<Report.AwayHead> of(Collection<Note> notes) {
        Map<String, Report.AwayHead> away = new LinkedHashMap<>();
        for (Note note : notes) {
            Report.AwayHead known = away.get(note.subject());
            switch (note.what()) {
                case HEAD_MOVED ->
                    away.put(
                            note.subject(),
                            new Report.AwayHead(
                                    note.subject(), note.words(), "", known == null ? note.began() : known.since()));
                case HEAD_PLACED -> {
                    if (known != null) {
                        away.put(
                                note.subject(),
                                new Report.AwayHead(note.subject(), known.name(), note.words(), known.since()));
                    }
                }
                case HEAD_HOME -> away.remove(note.subject());
                default -> {
                    // is of no head
                }
            }
        }
        return List.copyOf(away.values());
    }
}

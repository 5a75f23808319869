package vn.toancanh.shift;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether whoever works here has stopped all that takes turns on the walls of the desk. Any thread. */
public final class TurnsStopped {
    private TurnsStopped() {}

    /** The note by which they stand still; null where they go on. */
    public static @Nullable Note last(Collection<Note> notes) {
        Note stopped = null;
        for (Note note : notes) {
            switch (note.what()) {
                case TURNS_STOPPED -> stopped = note;
                // A program that is started lets everything take turns.
                case TURNS_GO_ON, STARTED_AGAIN -> stopped = null;
                default -> {
                    // is of no turns
                }
            }
        }
        return stopped;
    }

    static Report.@Nullable StoppedTurns of(Collection<Note> notes, Collection<StandingWall> standing) {
        Note stopped = last(notes);
        if (stopped == null) {
            return null;
        }
        List<Integer> windows = standing.stream()
                .filter(StandingWall::turns)
                .map(StandingWall::window)
                .sorted(Comparator.naturalOrder())
                .toList();
        return new Report.StoppedTurns(stopped.began(), windows);
    }
}

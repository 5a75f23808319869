package vn.toancanh.shift;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which walls of the city are controlled from this desk and are not told to have been given back, or taken. Any thread. */
public final class WallsHeld {
    private WallsHeld() {}

    /** From the notes of a shift, by the ids of the walls, in the order in which they were told something first. */
    public static Map<String, Report.HeldWall> of(Collection<Note> notes) {
        Map<String, Report.HeldWall> held = new LinkedHashMap<>();
        for (Note note : notes) {
            String id = note.subject();
            switch (note.what()) {
                case WALL_HELD -> held.putIfAbsent(id, new Report.HeldWall(note.words(), "", note.began()));
                case WALL_SHOWN ->
                    held.computeIfPresent(
                            id, (any, wall) -> new Report.HeldWall(wall.wall(), note.words(), wall.since()));
                case WALL_LEFT -> held.remove(id);
                default -> {
                    // is of no wall elsewhere, or of no control over it
                }
            }
        }
        return held;
    }
}

package vn.toancanh.wall;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/**
 * The port that keeps on this machine what the server told a user of the shifts of its layouts, for the time when it cannot be asked.
 * Lane: DESK; every call returns at once and writes later.
 */
public interface TimetableMemory {
    /** Keeps these in place of all that was kept of that user. */
    void keep(URI server, String user, List<Timetable> all);

    /** Tells what is kept; nothing where it cannot be read. */
    void load(URI server, String user, Consumer<List<Timetable>> answer);
}

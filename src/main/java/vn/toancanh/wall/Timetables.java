package vn.toancanh.wall;

import java.util.List;
import java.util.function.Consumer;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.LayoutId;

/** The port to the shifts that the server keeps of its layouts. Lane: DESK; every answer comes on DESK, once. */
public interface Timetables {
    /** True where the server that somebody is signed in at keeps shifts; false too while that is not known. */
    boolean offered();

    /** Those of all layouts that whoever is signed in sees, as far as anybody ever set any. */
    void all(Consumer<Outcome<List<Timetable>>> answer);

    /**
     * Sets these of one layout in place of all that were there.
     *
     * @param seen the version that whoever sets them has seen; 0: none. {@code CONFLICT} where there is another by now, or
     *     somebody has locked the layout
     */
    void set(LayoutId layout, List<Shift> shifts, long seen, Consumer<Outcome<Timetable>> answer);

    /** Tells until the handle is closed that some of them may be others than before. */
    Handle onNews(Runnable listener);
}

package vn.toancanh.wall;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.model.LayoutId;

/**
 * When one layout is to stand on the windows of whoever sees it, as the server keeps it.
 *
 * @param scope for whom the layout is, and so its shifts
 * @param shifts none where the last one was taken out
 * @param version that the server counts; 0: nobody has set any yet
 * @param setBy who set them, as shown; empty where that is not known
 * @param setAt by the server's clock; null where that is not known
 * @param changeable whoever is signed in may set others now
 */
public record Timetable(
        LayoutId layout,
        Scope scope,
        List<Shift> shifts,
        long version,
        String setBy,
        @Nullable Instant setAt,
        boolean changeable) {
    /** As many as the server takes of one layout. */
    public static final int MOST = 48;

    public Timetable {
        shifts = List.copyOf(shifts);
    }
}

package vn.toancanh.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** What was done of late to a wall and its cameras, for whoever looks for the cause of a lie. Any thread. */
final class Diary {
    /** Something that was done to the wall as a whole. */
    static final int WALL = 0;

    private static final int KEPT = 400;
    private static final int TOLD = 10;

    private record Entry(long nanos, int camera, String what) {}

    private final Deque<Entry> entries = new ArrayDeque<>();

    /** @param camera whom it concerns; {@link #WALL}: all of them */
    synchronized void note(long nanos, int camera, String what) {
        entries.addLast(new Entry(nanos, camera, what));
        if (entries.size() > KEPT) {
            entries.removeFirst();
        }
    }

    /** What was done last to a camera and to the wall, the newest last, each with how long ago. */
    synchronized String told(long nowNanos, int camera) {
        List<String> told = entries.stream()
                .filter(each -> each.camera == camera || each.camera == WALL)
                .map(each -> String.format(Locale.ROOT, "%s %.1f s ago", each.what, (nowNanos - each.nanos) / 1e9))
                .toList();
        return String.join(", ", told.subList(Math.max(0, told.size() - TOLD), told.size()));
    }
}

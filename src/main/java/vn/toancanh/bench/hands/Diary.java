package vn.toancanh.bench.hands;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** What was done of late to a wall and its cameras, for whoever looks for the cause of a lie. Any thread. */
final class Diary {
    /** Something that was done to the wall as a whole. */
    static final int WALL = 0;

    private static final int KEPT = 400;
    private static final int TOLD_OF_CAMERA = 8;
    /** Hands do so much that what befell the camera would not be told. */
    private static final int TOLD_OF_WALL = 10;

    private record Entry(long nanos, int camera, String what) {}

    private final Deque<Entry> entries = new ArrayDeque<>();

    /** @param camera whom it concerns; {@link #WALL}: all of them */
    synchronized void note(long nanos, int camera, String what) {
        entries.addLast(new Entry(nanos, camera, what));
        if (entries.size() > KEPT) {
            entries.removeFirst();
        }
    }

    /** What was done last to a camera, and what to the wall, the newest last, each with how long ago. */
    synchronized String told(long nowNanos, int camera) {
        Deque<String> told = new ArrayDeque<>();
        int ofCamera = 0;
        int ofWall = 0;
        for (Entry each : entries.reversed()) {
            boolean tells = each.camera == WALL
                    ? ofWall++ < TOLD_OF_WALL
                    : each.camera == camera && ofCamera++ < TOLD_OF_CAMERA;
            if (tells) {
                told.addFirst(String.format(Locale.ROOT, "%s %.1f s ago", each.what, (nowNanos - each.nanos) / 1e9));
            }
        }
        return String.join(", ", told);
    }
}

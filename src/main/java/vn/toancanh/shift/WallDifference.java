package vn.toancanh.shift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which cameras stand on the walls otherwise than before the shift changed anything there. What stood is noted once for each window, before its
 * first change: a note of the window alone, and one for each camera. Windows are known by the ids that they keep, since their numbers close up where one is closed. Any thread.
 */
final class WallDifference {
    private static final String BETWEEN = " ";

    private WallDifference() {}

    /** The subject of a note of a camera that stood in a window. */
    static String subject(int window, String cameraId) {
        return window + BETWEEN + cameraId;
    }

    /** What came and what went, window by window in the order of their numbers; from those that are closed everything went, at last. */
    static List<Report.MovedCamera> of(List<Note> notes, List<StandingWall> now) {
        Map<Integer, Map<String, String>> stood = stood(notes);
        List<Report.MovedCamera> moved = new ArrayList<>();
        now.stream().sorted(Comparator.comparingInt(StandingWall::window)).forEach(wall -> {
            Map<String, String> before = stood.remove(wall.id());
            if (before != null) {
                moved(moved, wall.window(), wall.cameras(), before.keySet(), true);
                moved(moved, wall.window(), before, wall.cameras().keySet(), false);
            }
        });
        stood.values().forEach(before -> moved(moved, Report.CLOSED, before, Set.of(), false));
        return moved;
    }

    private static void moved(
            List<Report.MovedCamera> all, int window, Map<String, String> cameras, Set<String> others, boolean came) {
        cameras.forEach((id, name) -> {
            if (!others.contains(id)) {
                all.add(new Report.MovedCamera(window, id, name, came));
            }
        });
    }

    private static Map<Integer, Map<String, String>> stood(List<Note> notes) {
        Map<Integer, Map<String, String>> all = new TreeMap<>();
        // Where it was noted twice, since what is kept was still being read, the first holds.
        Set<Integer> twice = new TreeSet<>();
        for (Note note : notes) {
            if (note.what() == Happening.CAMERA_STOOD && note.subject().matches("\\d{1,4}( .+)?")) {
                String[] parts = note.subject().split(BETWEEN, 2);
                int window = Integer.parseInt(parts[0]);
                if (parts.length == 1 && all.putIfAbsent(window, new LinkedHashMap<>()) != null) {
                    twice.add(window);
                } else if (parts.length == 2 && all.containsKey(window) && !twice.contains(window)) {
                    all.get(window).put(parts[1], note.words());
                }
            }
        }
        return all;
    }
}

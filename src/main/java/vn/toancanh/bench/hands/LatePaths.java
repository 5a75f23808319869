package vn.toancanh.bench.hands;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import vn.toancanh.base.Clock;

/**
 * Whose pictures come late over their paths for a while, by the seed: at once, so that the stream that is opened anew after a cut is
 * seconds late with its first picture already, or more and more under the one that runs. Then the path is quick again, cut once more or
 * with all at once that it held up. Stepped on MAIN.
 */
final class LatePaths {
    /** Later than the oldest picture that a tile may show under LIVE. */
    private static final int LEAST_LATE_MS = 3400;

    private static final int MOST_LATE_MS = 6000;
    private static final int LONGEST_GROWING_MS = 8000;
    /** A stream that is opened anew waits for so many answers, each as late as pictures are, those included of which a desk or a relay tired. */
    private static final int ANSWERS = 7;

    private static final int SHORTEST_MS = 6000;
    private static final int LONGEST_MS = 16_000;
    private static final int LONGEST_GAP_MS = 6000;
    /** Of so many paths one may be late at a time. */
    private static final int PATHS_A_DELAY = 3;

    /** Has what a camera sends come late. */
    interface Path {
        void delay(int camera, Delay delay, boolean cut);
    }

    private final List<Integer> cameras;
    private final List<Integer> large;
    private final Path path;
    private final BrokenCameras broken;
    private final Diary diary;
    private final Clock clock;
    private final Random random;
    /** Until when each is late. */
    private final Map<Integer, Long> late = new TreeMap<>();

    private long next;
    private int thrown;

    /**
     * @param detoured numbers of the cameras whose paths these are
     * @param cameras of the run: every other delay is of one whose main stream hands ask for
     */
    LatePaths(
            List<Integer> detoured,
            CamerasOfRun cameras,
            Path path,
            BrokenCameras broken,
            Diary diary,
            Clock clock,
            Random random) {
        this.cameras = List.copyOf(detoured);
        this.large = detoured.stream().filter(cameras.large()::contains).toList();
        this.path = path;
        this.broken = broken;
        this.diary = diary;
        this.clock = clock;
        this.random = random;
        this.next = clock.nanos() + millis(0, LONGEST_GAP_MS);
    }

    private long millis(int least, int most) {
        return random.nextInt(least, most) * 1_000_000L;
    }

    /** Ends those whose time is over, and begins one where it is time for that. */
    void step() {
        long now = clock.nanos();
        List.copyOf(late.keySet()).stream()
                .filter(camera -> now - late.getOrDefault(camera, now) >= 0)
                .forEach(camera -> quick(camera, random.nextBoolean()));
        if (now - next >= 0) {
            begin(now);
            next = now + millis(0, LONGEST_GAP_MS);
        }
    }

    private void begin(long now) {
        List<Integer> from = new ArrayList<>(random.nextBoolean() || large.isEmpty() ? cameras : large);
        from.removeAll(late.keySet());
        if (from.isEmpty() || late.size() >= Math.max(1, cameras.size() / PATHS_A_DELAY)) {
            return;
        }
        int camera = from.get(random.nextInt(from.size()));
        boolean cut = random.nextInt(3) > 0;
        Duration full = Duration.ofNanos(millis(LEAST_LATE_MS, MOST_LATE_MS));
        Duration grows = cut ? Duration.ZERO : Duration.ofNanos(millis(0, LONGEST_GROWING_MS));
        long until = (cut ? ANSWERS * full.toNanos() : grows.toNanos()) + millis(SHORTEST_MS, LONGEST_MS);
        late.put(camera, now + until);
        thrown++;
        diary.note(
                now,
                camera,
                "path of camera " + camera + (cut ? " cut, then " : " ") + seconds(full) + " late"
                        + (grows.isZero() ? "" : " within " + seconds(grows)));
        broken.late(camera, full);
        path.delay(camera, new Delay(now, full, grows), cut);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
    }

    private void quick(int camera, boolean cut) {
        late.remove(camera);
        diary.note(clock.nanos(), camera, "path of camera " + camera + (cut ? " cut, then" : "") + " quick again");
        broken.late(camera, Duration.ZERO);
        path.delay(camera, Delay.NONE, cut);
    }

    /** Makes all quick again. */
    void end() {
        List.copyOf(late.keySet()).forEach(camera -> quick(camera, false));
    }

    /** How many there were. */
    int thrown() {
        return thrown;
    }
}

package vn.toancanh.bench.hands;

import java.util.List;

/**
 * The cameras of one run.
 *
 * @param all their numbers, in order
 * @param tiles so many of them are on the wall
 * @param large of these the main stream is asked for, which is coded when that is done first: few
 */
record CamerasOfRun(List<Integer> all, int tiles, List<Integer> large) {
    private static final int LARGE = 6;
    private static final int SPARE = 6;
    /** Of so many cameras one is reached by way of a detour. */
    private static final int DETOURS = 3;

    /** How many more cameras than tiles there are, so that there are pages. */
    static int needed(int tiles) {
        return tiles + SPARE;
    }

    static CamerasOfRun of(List<Integer> numbers, int tiles) {
        List<Integer> all = numbers.stream().sorted().toList();
        // From amid them, so that they stand on both pages.
        int from = Math.max(0, Math.min(SPARE, all.size() - LARGE));
        return new CamerasOfRun(all, tiles, all.subList(from, Math.min(all.size(), from + LARGE)));
    }

    /** True of one whose streams come by way of a detour: every third, of all codings, some of the large ones among them. */
    static boolean detoured(int number) {
        return number % DETOURS == 0;
    }

    /** So many find no tile. */
    int spare() {
        return all.size() - tiles;
    }
}

package vn.toancanh.bench;

import java.util.List;

/**
 * Counts how often the cameras of carousels took turns, from what the client says of its tiles: a turn counts once the camera
 * whose turn it is came to be live. No camera may be in two carousels, or in another tile.
 */
final class TurnCount {
    private final List<List<Integer>> carousels;
    private final int[] shown;
    private final int[] turns;

    /** @param carousels the camera numbers of each */
    TurnCount(List<List<Integer>> carousels) {
        this.carousels = List.copyOf(carousels);
        this.shown = new int[carousels.size()];
        this.turns = new int[carousels.size()];
    }

    /** Takes note of what the client shows now. */
    void look(ClientStatus now) {
        for (int at = 0; at < shown.length; at++) {
            List<Integer> cameras = carousels.get(at);
            int live = now.tiles().stream()
                    .filter(ClientStatus.Tile::live)
                    .map(ClientStatus.Tile::camera)
                    .filter(cameras::contains)
                    .findFirst()
                    .orElse(0);
            if (live != 0) {
                turns[at] += shown[at] != 0 && live != shown[at] ? 1 : 0;
                shown[at] = live;
            }
        }
    }

    /** Turns of all together. */
    int all() {
        int all = 0;
        for (int each : turns) {
            all += each;
        }
        return all;
    }

    /** Turns of the one that turned least. */
    int least() {
        int least = Integer.MAX_VALUE;
        for (int each : turns) {
            least = Math.min(least, each);
        }
        return turns.length == 0 ? 0 : least;
    }
}

package vn.toancanh.app.client;

import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.live.WarmStreams;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;

/**
 * What a program that holds this client on a leash asks of its first window, a line each: the same verbs that a person's
 * hands come to, so that a benchmark measures what a person would see. Tiles are counted from 1, cameras are named by number.
 *
 * <ul>
 *   <li>{@code show 1201 1202 …}: these on the smallest shape that holds them
 *   <li>{@code put 36 1201}: one into a tile
 *   <li>{@code clear 36}: a tile empty
 *   <li>{@code expect 1201 1202 …}: these may come next
 *   <li>{@code cool}: no stream is received that is not shown
 * </ul>
 *
 * Lane: DESK.
 */
final class LeashWords {
    private static final Logger LOG = LoggerFactory.getLogger(LeashWords.class);

    private final Catalogue catalogue;
    private final WallOnScreen wall;
    private final WarmStreams warm;

    LeashWords(Catalogue catalogue, WallOnScreen wall, WarmStreams warm) {
        this.catalogue = catalogue;
        this.wall = wall;
        this.warm = warm;
    }

    /** Does what a line says; one that says nothing known is noted in the log and does nothing. */
    void take(String line) {
        String[] words = line.strip().split(" +");
        try {
            List<Integer> numbers =
                    Arrays.stream(words).skip(1).map(Integer::valueOf).toList();
            switch (words[0]) {
                case "show" -> wall.desk().showAll(cameras(numbers));
                case "put" ->
                    cameras(numbers.subList(1, 2))
                            .forEach(camera -> wall.desk().showCamera(numbers.get(0) - 1, camera));
                case "clear" -> wall.desk().clearTile(numbers.get(0) - 1);
                case "expect" -> wall.live().expect(cameras(numbers));
                case "cool" -> {
                    warm.limit(0);
                    warm.limit(WarmStreams.MOST);
                }
                default -> LOG.warn("a leash's word that nobody knows");
            }
        } catch (NumberFormatException | IndexOutOfBoundsException wrong) {
            LOG.warn("a leash's word that says nothing", wrong);
        }
    }

    private List<CameraId> cameras(List<Integer> numbers) {
        return numbers.stream()
                .flatMap(number -> catalogue.snapshot().number(number).stream())
                .map(Camera::id)
                .toList();
    }
}

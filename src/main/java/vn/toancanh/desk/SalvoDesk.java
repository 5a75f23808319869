package vn.toancanh.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.toancanh.model.CameraId;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.wall.Salvo;
import vn.toancanh.wall.WallState;

/** The groups of cameras that are kept at this desk, and how one is thrown onto walls. Lane: DESK. */
public final class SalvoDesk {
    private static final PreferenceKey<String> KEPT = PreferenceKey.text("salvos");

    private final Preferences preferences;

    public SalvoDesk(Preferences preferences) {
        this.preferences = preferences;
    }

    /** All there are, by their numbers. */
    public List<Salvo> all() {
        return Salvo.read(preferences.get(KEPT)).stream()
                .sorted(Comparator.comparingInt(Salvo::number))
                .toList();
    }

    public Optional<Salvo> find(int number) {
        return all().stream().filter(salvo -> salvo.number() == number).findFirst();
    }

    /** The lowest number that has none. */
    public int free() {
        int number = 1;
        while (find(number).isPresent()) {
            number++;
        }
        return number;
    }

    /** Keeps cameras under a number in place of what was there; none at all takes the number away. */
    public void keep(int number, List<CameraId> cameras) {
        List<Salvo> salvos = new ArrayList<>(all());
        salvos.removeIf(salvo -> salvo.number() == number);
        if (!cameras.isEmpty()) {
            salvos.add(new Salvo(number, cameras.stream().limit(Salvo.MOST).toList()));
        }
        preferences.set(KEPT, Salvo.write(salvos));
    }

    /** Keeps these and no others, each by its number. */
    public void are(List<Salvo> salvos) {
        preferences.set(KEPT, Salvo.write(salvos));
    }

    /**
     * Shows a group from a tile on, and what finds no tile there on the next walls from their first tile on. Hotspots are passed over, but for a camera alone in a group.
     *
     * @param walls the first one, and those after it
     * @param tile of the first one, from 0; {@link WallState#NONE}: its selected one, else its first
     * @return how many found no tile at all
     */
    static int show(Salvo salvo, List<WallDesk> walls, int tile) {
        List<CameraId> left = salvo.cameras();
        int first = tile;
        if (first == WallState.NONE) {
            first = Math.max(0, walls.getFirst().wall().selected());
        }
        if (left.size() == 1) {
            walls.getFirst().showCameras(first, left);
            return 0;
        }
        for (WallDesk wall : walls) {
            List<Integer> room = room(wall.wall(), first);
            int here = Math.min(left.size(), room.size());
            if (here > 0) {
                // From a tile that is no hotspot: what is left may be one alone.
                wall.showCameras(room.getFirst(), left.subList(0, here));
            }
            left = left.subList(here, left.size());
            first = 0;
        }
        return left.size();
    }

    private static List<Integer> room(WallState wall, int first) {
        return IntStream.range(first, wall.tiles())
                .filter(tile -> !HotspotTiles.is(wall, tile))
                .boxed()
                .toList();
    }
}

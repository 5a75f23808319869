package vn.toancanh.alarms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.model.CameraId;

/** One window of tiles, in memory. */
final class FakeWalls implements AlarmWalls {
    private record Lent(int place, CameraId camera, Consumer<Gone> gone) {}

    /** What people put there; null: nothing. */
    final List<@Nullable String> layout = new ArrayList<>();

    final Set<Integer> touched = new HashSet<>();
    private final Map<Long, Lent> loans = new HashMap<>();
    private @Nullable Runnable listener;
    private long last;
    int warmed;

    FakeWalls(@Nullable String... cameras) {
        layout.addAll(Arrays.asList(cameras));
    }

    @Override
    public List<Tile> now() {
        List<Tile> tiles = new ArrayList<>();
        for (int place = 0; place < layout.size(); place++) {
            int at = place;
            Optional<Map.Entry<Long, Lent>> lent = loans.entrySet().stream()
                    .filter(each -> each.getValue().place() == at)
                    .findFirst();
            Optional<CameraId> camera = lent.map(each -> each.getValue().camera())
                    .or(() -> Optional.ofNullable(layout.get(at)).map(CameraId::new));
            tiles.add(new Tile(
                    0,
                    at,
                    camera,
                    !touched.contains(at),
                    lent.map(Map.Entry::getKey).orElse(0L)));
        }
        return tiles;
    }

    @Override
    public long lend(Tile tile, CameraId camera, Consumer<Gone> gone) {
        take(tile.place(), Gone.NO_ROOM);
        loans.put(++last, new Lent(tile.place(), camera, gone));
        changed();
        return last;
    }

    @Override
    public void giveBack(long loan) {
        loans.remove(loan);
        changed();
    }

    @Override
    public void keepWarm() {
        warmed++;
    }

    @Override
    public Handle onChange(Runnable changed) {
        listener = changed;
        return () -> listener = null;
    }

    /** The tile is taken from whoever was lent it. */
    void take(int place, Gone why) {
        loans.entrySet().stream()
                .filter(each -> each.getValue().place() == place)
                .findFirst()
                .ifPresent(each -> {
                    loans.remove(each.getKey());
                    each.getValue().gone().accept(why);
                });
    }

    void put(int place, @Nullable String camera) {
        layout.set(place, camera);
        take(place, Gone.BY_HAND);
        changed();
    }

    void touch(int place) {
        touched.add(place);
        changed();
    }

    void letGo() {
        touched.clear();
        changed();
    }

    /** What is seen, tile by tile; - where nothing is. */
    List<String> seen() {
        return now().stream()
                .map(tile -> tile.camera().map(CameraId::value).orElse("-"))
                .toList();
    }

    void changed() {
        if (listener != null) {
            listener.run();
        }
    }
}

package vn.toancanh.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vn.toancanh.alarms.AlarmWalls;
import vn.toancanh.base.Handle;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.wall.WallLoans;
import vn.toancanh.wall.WallState;

/** The tiles of all windows as alarms see them. Lane: DESK. */
public final class AlarmsOnWalls implements AlarmWalls, Handle {
    private record Lent(int window, long id, Consumer<Gone> gone) {}

    private final List<WallDesk> walls = new ArrayList<>();
    private final Set<WallDesk> unseen = new HashSet<>();
    private final List<Handle> held = new ArrayList<>();
    private final Map<Object, Runnable> listeners = new LinkedHashMap<>();
    private final Map<Long, Lent> loans = new LinkedHashMap<>();
    private long last;

    /** One more window; its number, from 0. */
    public int add(WallDesk wall) {
        walls.add(wall);
        held.add(wall.onChange(any -> List.copyOf(listeners.values()).forEach(Runnable::run)));
        return walls.size() - 1;
    }

    /**
     * Whether anybody can see a wall: on one that nobody can there is no tile for alarms, and those that are there find
     * another.
     */
    public void see(WallDesk wall, boolean seen) {
        boolean another = seen ? unseen.remove(wall) : unseen.add(wall);
        if (!another) {
            return;
        }
        int window = walls.indexOf(wall);
        for (Map.Entry<Long, Lent> each : List.copyOf(loans.entrySet())) {
            if (!seen && each.getValue().window() == window) {
                giveBack(each.getKey());
                each.getValue().gone().accept(Gone.NO_ROOM);
            }
        }
        List.copyOf(listeners.values()).forEach(Runnable::run);
    }

    @Override
    public List<Tile> now() {
        List<Tile> tiles = new ArrayList<>();
        for (int window = 0; window < walls.size(); window++) {
            if (unseen.contains(walls.get(window))) {
                continue;
            }
            for (int place = 0; place < walls.get(window).wall().tiles(); place++) {
                tiles.add(tile(window, place));
            }
        }
        return tiles;
    }

    /** One tile as it is now. */
    Tile tile(int window, int place) {
        WallDesk wall = walls.get(window);
        WallState state = wall.wall();
        // A hotspot is what people look at all the time.
        boolean untouched = state.enlarged() == WallState.NONE
                && !state.selection().contains(place)
                && !HotspotTiles.is(state, place);
        long loan = wall.lent().at(place).map(lent -> number(window, lent.id())).orElse(0L);
        return new Tile(window, place, camera(wall.content(place)), untouched, loan);
    }

    private long number(int window, long id) {
        return loans.entrySet().stream()
                .filter(each ->
                        each.getValue().window() == window && each.getValue().id() == id)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(0L);
    }

    private static Optional<CameraId> camera(CellContent content) {
        return content instanceof CellContent.OfCamera of ? Optional.of(of.camera()) : Optional.empty();
    }

    @Override
    public long lend(Tile tile, CameraId camera, Consumer<Gone> gone) {
        long number = ++last;
        long id = walls.get(tile.window()).lent().lend(tile.place(), camera, why -> {
            loans.remove(number);
            gone.accept(
                    switch (why) {
                        case BY_HAND -> Gone.BY_HAND;
                        case NO_ROOM -> Gone.NO_ROOM;
                    });
        });
        if (id == 0) {
            return 0;
        }
        loans.put(number, new Lent(tile.window(), id, gone));
        return number;
    }

    @Override
    public void giveBack(long loan) {
        Lent lent = loans.remove(loan);
        if (lent != null) {
            walls.get(lent.window()).lent().giveBack(lent.id());
        }
    }

    @Override
    public void keepWarm() {
        for (WallDesk wall : walls) {
            for (WallLoans.Loan loan : wall.lent().all()) {
                camera(wall.wall().content(loan.tile())).ifPresent(wall::expect);
            }
        }
    }

    /** A person wants what an alarm shows in a tile to stay there. */
    void keep(int window, int place) {
        walls.get(window).lent().keep(place);
    }

    @Override
    public Handle onChange(Runnable changed) {
        Object token = new Object();
        listeners.put(token, changed);
        return () -> listeners.remove(token);
    }

    @Override
    public void close() {
        held.forEach(Handle::close);
        listeners.clear();
    }
}

package vn.toancanh.ui.grid;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.alarms.AlarmTiles;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.TileMarks;
import vn.toancanh.ui.kit.Motion;
import vn.toancanh.wall.WallState;

/** The alarms on the tiles of one grid: their marks, and what a person does about them. FX thread. */
final class TileAlarms {
    private final TileMarks marks;
    private final Texts texts;
    private final Clock clock;
    private final List<TileNode> nodes;
    private final Map<TileNode, AlarmPlate> plates = new HashMap<>();
    private boolean beat;

    /** @param nodes the tiles, which come and go */
    TileAlarms(TileMarks marks, Texts texts, Clock clock, List<TileNode> nodes) {
        this.marks = marks;
        this.texts = texts;
        this.clock = clock;
        this.nodes = nodes;
    }

    /** Shows the marks as they are now. */
    void show() {
        plates.keySet().retainAll(nodes);
        for (int tile = 0; tile < nodes.size(); tile++) {
            TileNode node = nodes.get(tile);
            Optional<AlarmTiles.Mark> mark = node.isVisible() ? marks.at(tile) : Optional.empty();
            if (mark.isEmpty()) {
                plates.remove(node);
                node.mark(null, false, "");
            } else {
                AlarmPlate plate = plates.computeIfAbsent(node, this::plate);
                boolean calling = mark.get().unaccepted();
                plate.show(
                        AlarmWords.of(mark.get(), texts, clock.now()),
                        mark.get().borrowed(),
                        calling);
                plate.beat(calling && (beat || Motion.reduced()));
                node.mark(plate, calling, AlarmWords.spoken(mark.get(), texts));
            }
        }
    }

    private AlarmPlate plate(TileNode node) {
        return new AlarmPlate(texts, () -> marks.back(nodes.indexOf(node)), () -> marks.keep(nodes.indexOf(node)));
    }

    /** A second has passed. */
    void tick() {
        beat = !beat;
        show();
    }

    /** Whether a tile goes back to something else. */
    boolean borrowed(int tile) {
        return marks.at(tile).filter(AlarmTiles.Mark::borrowed).isPresent();
    }

    /** Gives a tile back; with none selected the first that alarms have. True where there was one. */
    boolean back(int selected) {
        @Nullable Integer tile = meant(selected);
        if (tile != null) {
            marks.back(tile);
        }
        return tile != null;
    }

    /** Lets an alarm's camera stay; with no tile selected that of the first that alarms have. True where there was one. */
    boolean keep(int selected) {
        @Nullable Integer tile = meant(selected);
        if (tile != null) {
            marks.keep(tile);
        }
        return tile != null;
    }

    private @Nullable Integer meant(int selected) {
        if (selected != WallState.NONE) {
            return borrowed(selected) ? selected : null;
        }
        for (int tile = 0; tile < nodes.size(); tile++) {
            if (borrowed(tile)) {
                return tile;
            }
        }
        return null;
    }
}

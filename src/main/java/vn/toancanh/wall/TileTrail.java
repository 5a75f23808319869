package vn.toancanh.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.toancanh.model.CellContent;

/**
 * What a tile has shown, oldest first, and where in it the tile stands: a person goes back and forward as through pages. Immutable.
 *
 * @param seen at most {@link #KEPT}, never empty tiles, no two alike in a row
 * @param at place of what is on show; -1 where nothing was shown yet
 */
public record TileTrail(List<CellContent> seen, int at) {
    /** How many a tile remembers, as the duty officers' other systems do. */
    public static final int KEPT = 8;

    public static final TileTrail NOTHING = new TileTrail(List.of(), -1);

    public TileTrail {
        seen = List.copyOf(seen);
    }

    /**
     * Something else is on show: what lay ahead is forgotten. An empty tile leaves the trail as it is; the same camera seen otherwise
     * takes the place of itself.
     */
    public TileTrail visit(CellContent content) {
        if (content instanceof CellContent.Empty || (at >= 0 && seen.get(at).equals(content))) {
            return this;
        }
        if (at >= 0 && isSameCamera(seen.get(at), content)) {
            List<CellContent> again = new ArrayList<>(seen);
            again.set(at, content);
            return new TileTrail(again, at);
        }
        List<CellContent> next = new ArrayList<>(seen.subList(0, at + 1));
        next.add(content);
        if (next.size() > KEPT) {
            next.removeFirst();
        }
        return new TileTrail(next, next.size() - 1);
    }

    private static boolean isSameCamera(CellContent one, CellContent other) {
        return one instanceof CellContent.OfCamera first
                && other instanceof CellContent.OfCamera second
                && first.camera().equals(second.camera());
    }

    /** What was shown before; empty at the beginning. */
    public Optional<TileTrail> back() {
        return at > 0 ? Optional.of(new TileTrail(seen, at - 1)) : Optional.empty();
    }

    /** What was shown after; empty at the end. */
    public Optional<TileTrail> forward() {
        return at + 1 < seen.size() ? Optional.of(new TileTrail(seen, at + 1)) : Optional.empty();
    }

    /** What is to be shown here; empty where nothing was. */
    public Optional<CellContent> shown() {
        return at < 0 ? Optional.empty() : Optional.of(seen.get(at));
    }
}

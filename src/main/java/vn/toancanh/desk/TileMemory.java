package vn.toancanh.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.TileTrail;

/**
 * What the tiles of one wall have shown, by their number, whatever put it there but alarms: a person goes back and forward in a
 * tile as through pages. Lane: DESK.
 */
public final class TileMemory {
    /** Puts something into a tile, as a person does. */
    interface Hand {
        void put(int tile, CellContent content);
    }

    private final Hand hand;
    private final List<TileTrail> trails = new ArrayList<>();
    private List<CellContent> now = List.of();

    TileMemory(Hand hand) {
        this.hand = hand;
    }

    /** The wall shows that now. */
    void follow(Layout wall) {
        now = wall.cells().stream().map(cell -> cell.content()).toList();
        for (int tile = 0; tile < now.size(); tile++) {
            if (tile == trails.size()) {
                trails.add(TileTrail.NOTHING);
            }
            trails.set(tile, trails.get(tile).visit(now.get(tile)));
        }
    }

    public boolean canGoBack(int tile) {
        return before(tile).isPresent();
    }

    public boolean canGoForward(int tile) {
        return after(tile).isPresent();
    }

    /** Shows again what the tile showed before; where it is empty, what it showed last. Does nothing where there was nothing. */
    public void back(int tile) {
        before(tile).ifPresent(trail -> go(tile, trail));
    }

    /** Shows what the tile showed before somebody went back. */
    public void forward(int tile) {
        after(tile).ifPresent(trail -> go(tile, trail));
    }

    private Optional<TileTrail> before(int tile) {
        if (tile < 0 || tile >= now.size()) {
            return Optional.empty();
        }
        TileTrail trail = trails.get(tile);
        boolean cleared =
                now.get(tile) instanceof CellContent.Empty && trail.shown().isPresent();
        return cleared ? Optional.of(trail) : trail.back();
    }

    private Optional<TileTrail> after(int tile) {
        return tile < 0 || tile >= now.size()
                ? Optional.empty()
                : trails.get(tile).forward();
    }

    private void go(int tile, TileTrail trail) {
        TileTrail before = trails.get(tile);
        trails.set(tile, trail);
        trail.shown().ifPresent(content -> {
            hand.put(tile, content);
            if (!now.get(tile).equals(content)) {
                // It was held back: what lay ahead is there still.
                trails.set(tile, before);
            }
        });
    }
}

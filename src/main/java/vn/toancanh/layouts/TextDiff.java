package vn.toancanh.layouts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.GridShape;

/** What differs between two files of layouts: in meaning, whatever they look like. */
public final class TextDiff {
    /** What a difference is about, in the order of a file. */
    public enum Part {
        NAME,
        SCOPE,
        RASTER,
        TILE
    }

    /**
     * A place in a file.
     *
     * @param screen the number of a screen; 0 for the file as a whole, and in a file that speaks of one screen only
     * @param tile from 1; 0 for the screen as a whole
     */
    public record Place(int screen, Part part, int tile) implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::screen)
                .thenComparing(Place::part)
                .thenComparingInt(Place::tile);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * One difference.
     *
     * @param before null where nothing was there
     * @param after null where nothing is there
     */
    public record Change(
            Place place, @Nullable String before, @Nullable String after) {}

    private static final CellContent WITHHELD =
            new CellContent.Unknown(CellContent.WITHHELD, "{\"type\": \"" + CellContent.WITHHELD + "\"}");

    private TextDiff() {}

    /** What is to be done to one to get the other; empty where both say the same. */
    public static List<Change> between(WallText before, WallText after) {
        SortedMap<Place, String> old = entries(before);
        SortedMap<Place, String> now = entries(after);
        SortedSet<Place> places = new TreeSet<>(old.keySet());
        places.addAll(now.keySet());
        List<Change> changes = new ArrayList<>();
        for (Place place : places) {
            @Nullable String was = old.get(place);
            @Nullable String is = now.get(place);
            if (was == null || !was.equals(is)) {
                changes.add(new Change(place, was, is));
            }
        }
        return changes;
    }

    /** A file as what it says of each place. */
    static SortedMap<Place, String> entries(WallText text) {
        SortedMap<Place, String> entries = new TreeMap<>();
        entries.put(new Place(0, Part.NAME, 0), Quoting.word(text.name()));
        entries.put(new Place(0, Part.SCOPE, 0), LayoutWriter.scope(text.scope()));
        for (WallText.Screen screen : text.screens()) {
            int number = text.single() ? 0 : screen.number();
            Layout layout = screen.layout();
            entries.put(new Place(number, Part.RASTER, 0), LayoutWriter.raster(layout));
            boolean shaped = GridShape.of(layout).isPresent();
            List<Cell> cells = layout.cells();
            for (int i = 0; i < cells.size(); i++) {
                Cell cell = told(cells.get(i));
                if (!shaped || !(cell.content() instanceof CellContent.Empty)) {
                    entries.put(
                            new Place(number, Part.TILE, i + 1),
                            shaped ? ContentWriter.line(cell.content()) : ContentWriter.line(cell));
                }
            }
        }
        return entries;
    }

    /** Where what is withheld comes from is for the server; nobody here can tell one from another by it. */
    private static Cell told(Cell cell) {
        return CellContent.withheld(cell.content()) ? cell.with(WITHHELD) : cell;
    }
}

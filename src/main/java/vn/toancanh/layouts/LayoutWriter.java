package vn.toancanh.layouts;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.CellContent.Carousel;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.GridShape;

/**
 * Writes a file of layouts: the same text for the same layouts always, a line for each tile and each turn, so that a difference of two
 * texts is a difference of two walls.
 */
public final class LayoutWriter {
    private final StringBuilder text = new StringBuilder();
    private final Function<CameraId, Optional<String>> names;

    private LayoutWriter(Function<CameraId, Optional<String>> names) {
        this.names = names;
    }

    /** Without a comment. */
    public static String write(WallText wall) {
        return write(wall, camera -> Optional.empty());
    }

    /** With the names of the cameras as comments, for people. */
    public static String write(WallText wall, Function<CameraId, Optional<String>> names) {
        LayoutWriter writer = new LayoutWriter(names);
        writer.all(wall);
        return writer.text.toString();
    }

    private void all(WallText wall) {
        line(0, "format: " + LayoutReader.FORMAT);
        line(0, "name: " + Quoting.word(wall.name()));
        line(0, "scope: " + scope(wall.scope()));
        if (wall.single()) {
            screen(0, wall.screens().getFirst().layout());
            return;
        }
        line(0, "screens:");
        for (WallText.Screen screen : wall.screens()) {
            line(2, "- number: " + screen.number());
            screen(4, screen.layout());
        }
    }

    static String scope(Layout.Scope scope) {
        return switch (scope) {
            case PRIVATE -> "private";
            case ROLE -> "role";
            case CITY -> "global";
        };
    }

    /** The raster as it is written: the shape that has it, else its sides. */
    public static String raster(Layout layout) {
        Grid grid = layout.grid();
        return GridShape.of(layout)
                .map(shape -> "shape: " + shape.id())
                .orElse("grid: {columns: " + grid.columns() + ", rows: " + grid.rows() + "}");
    }

    private void screen(int indent, Layout layout) {
        boolean shaped = GridShape.of(layout).isPresent();
        line(indent, raster(layout));
        List<Cell> cells = layout.cells();
        if (shaped ? cells.stream().allMatch(cell -> empty(cell.content())) : cells.isEmpty()) {
            return;
        }
        line(indent, "tiles:");
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            if (!shaped || !empty(cell.content())) {
                tile(indent + 2, i + 1, cell, shaped);
            }
        }
    }

    private static boolean empty(CellContent content) {
        return content instanceof CellContent.Empty;
    }

    private void tile(int indent, int number, Cell cell, boolean shaped) {
        if (cell.content() instanceof Carousel(List<Carousel.Stop> stops)) {
            line(indent, number + ":");
            if (!shaped) {
                ContentWriter.place(cell).forEach(field -> line(indent + 2, field));
            }
            line(indent + 2, "carousel:");
            stops.forEach(stop -> line(indent + 4, "- " + ContentWriter.stop(stop), stop.camera()));
            return;
        }
        String written = number + ": " + (shaped ? ContentWriter.line(cell.content()) : ContentWriter.line(cell));
        if (cell.content() instanceof CellContent.OfCamera of) {
            line(indent, written, of.camera());
        } else {
            line(indent, written);
        }
    }

    private void line(int indent, String words) {
        text.repeat(' ', indent).append(words).append('\n');
    }

    private void line(int indent, String words, CameraId camera) {
        String name = names.apply(camera).map(Quoting::comment).orElse("");
        line(indent, name.isEmpty() ? words : words + "  # " + name);
    }
}

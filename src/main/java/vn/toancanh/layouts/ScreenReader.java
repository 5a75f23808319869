package vn.toancanh.layouts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.GridShape;

/** Reads the tiles of one screen: of a shape, each by its number alone; of a grid, each with its place. */
final class ScreenReader {
    static final String SHAPE = "shape";
    static final String GRID = "grid";
    static final String TILES = "tiles";
    static final String CELLS = "cells";
    static final int MOST_SIDE = 48;

    private static final Pattern EQUAL = Pattern.compile("([1-9][0-9]?)x([1-9][0-9]?)");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    /** What a reading needs of the file as a whole. */
    record Head(String name, Layout.Scope scope) {}

    private final Faults faults;
    private final ContentReader contents;

    ScreenReader(Faults faults) {
        this.faults = faults;
        this.contents = new ContentReader(faults);
    }

    /** The layout; empty where its raster or a place is wrong. Other faults are noted, and the reading goes on. */
    Optional<Layout> read(Form form, Head head) {
        form.passOver(List.of(SHAPE, GRID, TILES));
        if (form.has(SHAPE) == form.has(GRID)) {
            faults.add(form.spot(), "layouts.shapeOrGrid");
            return Optional.empty();
        }
        return form.has(SHAPE)
                ? shape(form).map(shape -> layout(head, shape.grid(), filled(form, shape)))
                : grid(form).flatMap(grid -> placed(form, grid).map(cells -> layout(head, grid, cells)));
    }

    private static Layout layout(Head head, Grid grid, List<Cell> cells) {
        return new Layout(null, head.name(), head.scope(), grid, cells, 0);
    }

    private Optional<GridShape> shape(Form form) {
        Node node = form.find(SHAPE).orElseThrow();
        String id = node instanceof Node.Scalar scalar ? scalar.text() : "";
        Optional<GridShape> shape = shape(id);
        if (shape.isEmpty()) {
            String known = GridShape.ALL.stream()
                    .filter(each -> !each.isUniform())
                    .map(GridShape::id)
                    .collect(Collectors.joining(", "));
            faults.add(node.spot(), "layouts.shape", id, known, MOST_SIDE);
        }
        return shape;
    }

    /** One on offer, or equal cells of any number that fits a raster. */
    static Optional<GridShape> shape(String id) {
        Optional<GridShape> offered = GridShape.of(id);
        Matcher equal = EQUAL.matcher(id);
        if (offered.isPresent() || !equal.matches()) {
            return offered;
        }
        int columns = Integer.parseInt(equal.group(1));
        int rows = Integer.parseInt(equal.group(2));
        return columns <= MOST_SIDE && rows <= MOST_SIDE
                ? Optional.of(GridShape.uniform(columns, rows))
                : Optional.empty();
    }

    private Optional<Grid> grid(Form form) {
        return form.fields(GRID).flatMap(fields -> {
            Form size = new Form(fields, faults);
            OptionalInt columns = size.whole("columns", 1, MOST_SIDE);
            OptionalInt rows = size.whole("rows", 1, MOST_SIDE);
            size.done();
            return columns.isPresent() && rows.isPresent()
                    ? Optional.of(new Grid(columns.getAsInt(), rows.getAsInt()))
                    : Optional.empty();
        });
    }

    private List<Cell> filled(Form form, GridShape shape) {
        List<Cell> cells = new ArrayList<>(shape.cells());
        tiles(form, cells.size()).forEach((number, node) -> {
            Cell cell = cells.get(number - 1);
            cells.set(number - 1, cell.with(contents.tile(node)));
        });
        return cells;
    }

    /** What stands behind {@code tiles}, by number; numbers that there cannot be are faults. */
    private Map<Integer, Node> tiles(Form form, int most) {
        Map<Integer, Node> tiles = new TreeMap<>();
        Optional<Node> found = form.find(TILES);
        boolean nothing = found.isEmpty() || (found.get() instanceof Node.Scalar scalar && scalar.nothing());
        Optional<Node.Fields> fields = nothing ? Optional.empty() : Form.fields(found.get(), TILES, faults);
        fields.ifPresent(some -> some.all().forEach((name, field) -> {
            int number = NUMBER.matcher(name).matches() ? Integer.parseInt(name) : 0;
            if (number < 1 || number > most) {
                faults.add(field.spot(), "layouts.tile", name, most);
            } else {
                tiles.put(number, field.value());
            }
        }));
        return tiles;
    }

    private Optional<List<Cell>> placed(Form form, Grid grid) {
        int before = faults.count();
        List<Placed> all = new ArrayList<>();
        if (form.has(CELLS)) {
            cells(form, grid, all);
        } else {
            tiles(form, grid.columns() * grid.rows()).forEach((number, node) -> {
                if (number > all.size() + 1 && faults.count() == before) {
                    faults.add(node.spot(), "layouts.gap", all.size() + 1);
                }
                Form.fields(node, TILES, faults).ifPresent(fields -> all.add(tile(number, fields)));
            });
        }
        if (faults.count() == before) {
            checkPlaces(grid, all);
        }
        return faults.count() == before
                ? Optional.of(all.stream().map(Placed::cell).toList())
                : Optional.empty();
    }

    /** One tile, with what it is called in a fault; its cell may still lie where there is no room. */
    private record Placed(int number, Spot spot, Cell cell) {}

    private Placed tile(int number, Node.Fields fields) {
        Form form = new Form(fields, faults);
        Cell place = place(form);
        CellContent content = contents.tile(form);
        form.done();
        return new Placed(number, fields.spot(), place.with(content));
    }

    /** The contract's form: a list, in which the content is a table of its own. */
    private void cells(Form form, Grid grid, List<Placed> all) {
        int most = grid.columns() * grid.rows();
        Node found = form.find(CELLS).orElseThrow();
        if (!(found instanceof Node.Items items) || items.all().size() > most) {
            faults.add(found.spot(), "layouts.list", CELLS, most);
            return;
        }
        for (Node item : items.all()) {
            Node.@Nullable Fields fields = Form.fields(item, CELLS, faults).orElse(null);
            if (fields != null) {
                Form cell = new Form(fields, faults);
                Cell place = place(cell);
                CellContent content = cell.fields(ContentReader.CONTENT)
                        .map(contents::content)
                        .orElse(CellContent.EMPTY);
                cell.done();
                all.add(new Placed(all.size() + 1, fields.spot(), place.with(content)));
            }
        }
    }

    private static Cell place(Form form) {
        return new Cell(
                form.whole("x", 0, MOST_SIDE - 1).orElse(0),
                form.whole("y", 0, MOST_SIDE - 1).orElse(0),
                form.whole("w", 1, MOST_SIDE, 1),
                form.whole("h", 1, MOST_SIDE, 1),
                CellContent.EMPTY);
    }

    private void checkPlaces(Grid grid, List<Placed> all) {
        int[] taken = new int[grid.columns() * grid.rows()];
        for (Placed each : all) {
            Cell cell = each.cell();
            if (cell.x() + cell.width() > grid.columns() || cell.y() + cell.height() > grid.rows()) {
                faults.add(each.spot(), "layouts.outside", each.number());
                continue;
            }
            int other = 0;
            for (int y = cell.y(); y < cell.y() + cell.height(); y++) {
                for (int x = cell.x(); x < cell.x() + cell.width(); x++) {
                    int at = y * grid.columns() + x;
                    other = taken[at] == 0 ? other : taken[at];
                    taken[at] = each.number();
                }
            }
            if (other != 0) {
                faults.add(each.spot(), "layouts.overlap", each.number(), other);
            }
        }
    }
}

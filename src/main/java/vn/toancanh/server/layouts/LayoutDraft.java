package vn.toancanh.server.layouts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.FieldError;

/** A layout as it is sent to be saved. What stands in the cells is kept as it is, known to this version or not. */
record LayoutDraft(
        @Nullable String name,
        @Nullable String scope,
        @Nullable Raster grid,
        @Nullable List<@Nullable CellDraft> cells) {
    static final int MOST_SIDE = 48;
    private static final int MOST_ERRORS = 100;

    record Raster(@Nullable Integer columns, @Nullable Integer rows) {}

    record CellDraft(
            @Nullable Integer x,
            @Nullable Integer y,
            @Nullable Integer w,
            @Nullable Integer h,
            @Nullable JsonNode content) {}

    /** The same, with everything there and in its bounds. */
    record Checked(String name, String scope, int columns, int rows, List<LayoutBody.Cell> cells) {}

    /**
     * Checks names, bounds and overlaps.
     *
     * @throws ApiProblem 400 naming each fault
     */
    Checked check() {
        return check(false);
    }

    /** The same of what a file of layouts holds. */
    Checked checkFile() {
        return check(true);
    }

    private Checked check(boolean inFile) {
        List<FieldError> errors = new ArrayList<>();
        if (name == null || name.isBlank() || name.length() > 100) {
            errors.add(FieldError.of("/name", name == null ? "required" : "length", "1 to 100 characters"));
        }
        String of = scope == null ? "private" : scope;
        if (!of.equals("private") && !of.equals("role") && !of.equals("global")) {
            errors.add(FieldError.of("/scope", "format", "private, role or global"));
        }
        int columns = side(errors, "/grid/columns", grid == null ? null : grid.columns());
        int rows = side(errors, "/grid/rows", grid == null ? null : grid.rows());
        List<LayoutBody.Cell> checked = errors.isEmpty() ? cells(errors, columns, rows, inFile) : List.of();
        if (!errors.isEmpty() || name == null) {
            throw ApiProblem.badFields(errors);
        }
        return new Checked(name, of, columns, rows, checked);
    }

    private static int side(List<FieldError> errors, String pointer, @Nullable Integer value) {
        if (value == null || value < 1 || value > MOST_SIDE) {
            errors.add(FieldError.of(pointer, value == null ? "required" : "range", "1 to " + MOST_SIDE));
            return 1;
        }
        return value;
    }

    private List<LayoutBody.Cell> cells(List<FieldError> errors, int columns, int rows, boolean inFile) {
        if (cells == null || cells.size() > columns * rows) {
            errors.add(FieldError.of("/cells", cells == null ? "required" : "length", "at most the grid holds"));
            return List.of();
        }
        List<LayoutBody.Cell> checked = new ArrayList<>();
        boolean[] taken = new boolean[columns * rows];
        for (int i = 0; i < cells.size() && errors.size() < MOST_ERRORS; i++) {
            LayoutBody.@Nullable Cell cell = cell(cells.get(i));
            if (cell == null) {
                errors.add(FieldError.of("/cells/" + i, "required", "x, y, w, h and content with a type"));
            } else if (!ContentCheck.holds(cell.content(), inFile)) {
                errors.add(FieldError.of("/cells/" + i, "type", ContentCheck.ASKED));
            } else if (cell.x() < 0 || cell.y() < 0 || cell.w() < 1 || cell.h() < 1 || outside(cell, columns, rows)) {
                errors.add(FieldError.of("/cells/" + i, "range", "outside the grid"));
            } else if (!take(taken, columns, cell)) {
                errors.add(FieldError.of("/cells/" + i, "overlap", "another cell is there"));
            } else {
                checked.add(cell);
            }
        }
        return checked;
    }

    private static boolean outside(LayoutBody.Cell cell, int columns, int rows) {
        return cell.x() >= columns || cell.y() >= rows || cell.w() > columns - cell.x() || cell.h() > rows - cell.y();
    }

    private static LayoutBody.@Nullable Cell cell(@Nullable CellDraft draft) {
        if (draft == null) {
            return null;
        }
        Integer x = draft.x();
        Integer y = draft.y();
        Integer w = draft.w();
        Integer h = draft.h();
        JsonNode content = draft.content();
        return x == null
                        || y == null
                        || w == null
                        || h == null
                        || content == null
                        || !content.path("type").isString()
                ? null
                : new LayoutBody.Cell(x, y, w, h, content);
    }

    private static boolean take(boolean[] taken, int columns, LayoutBody.Cell cell) {
        for (int y = cell.y(); y < cell.y() + cell.h(); y++) {
            for (int x = cell.x(); x < cell.x() + cell.w(); x++) {
                if (taken[y * columns + x]) {
                    return false;
                }
                taken[y * columns + x] = true;
            }
        }
        return true;
    }
}

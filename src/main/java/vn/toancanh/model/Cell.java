package vn.toancanh.model;

/** A rectangle of a layout's grid, in grid units from the upper left, and what stands in it. */
public record Cell(int x, int y, int width, int height, CellContent content) {
    public Cell {
        if (x < 0 || y < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException("cell " + x + "," + y + " " + width + "x" + height);
        }
    }

    public Cell with(CellContent other) {
        return new Cell(x, y, width, height, other);
    }
}

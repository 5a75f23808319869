package vn.toancanh.model;

/** The raster cells lie on: columns by rows, each 1 to 48 (10x10 shapes with merged cells need fine rasters). */
public record Grid(int columns, int rows) {
    public Grid {
        if (columns < 1 || rows < 1 || columns > 48 || rows > 48) {
            throw new IllegalArgumentException("grid " + columns + "x" + rows);
        }
    }
}

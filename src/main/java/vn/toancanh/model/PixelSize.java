package vn.toancanh.model;

/** A size in device pixels, each side 1 to 16384. */
public record PixelSize(int width, int height) {
    public PixelSize {
        if (width < 1 || height < 1 || width > 16_384 || height > 16_384) {
            throw new IllegalArgumentException(width + "x" + height);
        }
    }

    public long area() {
        return (long) width * height;
    }
}

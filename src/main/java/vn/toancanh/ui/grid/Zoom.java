package vn.toancanh.ui.grid;

/**
 * How far a person has gone into a picture. Pure.
 *
 * @param factor from 1, all of what the tile shows, to {@link #MOST}
 * @param x middle of what is seen, as a share of the picture's width as it lies
 * @param y the same of its height
 */
record Zoom(double factor, double x, double y) {
    static final double MOST = 8;

    static final Zoom NONE = new Zoom(1, 0.5, 0.5);

    private static final double HARDLY = 1.02;

    boolean isNone() {
        return factor <= 1;
    }

    /**
     * Nearer or farther by that factor, so that a point of the picture stays where it is seen.
     *
     * @param u where the point is seen, as a share of what is seen, from the left
     * @param v the same from above
     * @param width what is seen now of the picture's width, a share
     * @param height the same of its height
     */
    Zoom by(double times, double u, double v, double width, double height) {
        double next = Math.clamp(factor * times, 1, MOST);
        if (next < HARDLY) {
            return NONE;
        }
        double shrunk = factor / next;
        return new Zoom(next, x + (u - 0.5) * width * (1 - shrunk), y + (v - 0.5) * height * (1 - shrunk))
                .inside(width * shrunk, height * shrunk);
    }

    /** Moved over the picture by shares of its width and height. */
    Zoom moved(double dx, double dy, double width, double height) {
        return isNone() ? this : new Zoom(factor, x + dx, y + dy).inside(width, height);
    }

    /** With nothing seen beyond the picture's edges. */
    private Zoom inside(double width, double height) {
        return new Zoom(factor, within(x, width), within(y, height));
    }

    private static double within(double middle, double seen) {
        return seen >= 1 ? 0.5 : Math.clamp(middle, seen / 2, 1 - seen / 2);
    }
}

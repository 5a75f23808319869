package vn.toancanh.model;

/**
 * How a camera's picture lies in its cell, as people set it.
 *
 * @param quarters turned to the right by so many quarters, 0 to 3
 */
public record PictureView(Fit fit, int quarters) {
    /** What becomes of a picture whose shape is not the cell's; it is never stretched. */
    public enum Fit {
        /** Hardly any bars, and hardly anything cut off. */
        USUAL,
        /** All of it, with bars. */
        WHOLE,
        /** No bars, and what does not fit is cut off at both sides alike. */
        FILL
    }

    /** As pictures lie where nobody has said otherwise. */
    public static final PictureView USUAL = new PictureView(Fit.USUAL, 0);

    public PictureView {
        if (quarters < 0 || quarters > 3) {
            throw new IllegalArgumentException("turned by " + quarters + " quarters");
        }
    }

    /** A quarter further to the right. */
    public PictureView turned() {
        return new PictureView(fit, (quarters + 1) % 4);
    }

    /** The next way of fitting, and after the last the first. */
    public PictureView refitted() {
        return with(
                switch (fit) {
                    case USUAL -> Fit.WHOLE;
                    case WHOLE -> Fit.FILL;
                    case FILL -> Fit.USUAL;
                });
    }

    public PictureView with(Fit other) {
        return new PictureView(other, quarters);
    }

    /** True where the picture lies on its side. */
    public boolean onItsSide() {
        return quarters % 2 == 1;
    }
}

package vn.toancanh.model;

/** Which stream a cell wants: by the tile's pixels, or always the same. */
public enum StreamChoice {
    AUTO,
    MAIN,
    SUB;

    /** The next one, and after the last the first. */
    public StreamChoice next() {
        return switch (this) {
            case AUTO -> MAIN;
            case MAIN -> SUB;
            case SUB -> AUTO;
        };
    }
}

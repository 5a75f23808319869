package vn.toancanh.model;

/** Which stream a cell wants: by the tile's pixels, or always the same. */
public enum StreamChoice {
    AUTO,
    MAIN,
    SUB
}

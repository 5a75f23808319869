package vn.toancanh.layouts;

/**
 * A place in a text.
 *
 * @param line from 1; 0 where the whole text is meant
 * @param column from 1, in code points
 */
record Spot(int line, int column) {
    static final Spot WHOLE = new Spot(0, 0);
}

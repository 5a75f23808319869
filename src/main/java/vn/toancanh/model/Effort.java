package vn.toancanh.model;

/** How much is made of a stream, from all of it downwards: the order in which a machine that has too much to do saves. */
public enum Effort {
    /** Every picture, as the camera coded it. */
    FULL,
    /** Every picture, without smoothing the edges of its blocks. */
    UNSMOOTHED,
    /** Decoded whole, but only every second picture is shown. */
    FEWER_PICTURES,
    /** Only pictures that stand alone, one every few seconds. */
    KEY_FRAMES;

    /** True where pictures are left out. */
    public boolean leavesOut() {
        return compareTo(FEWER_PICTURES) >= 0;
    }
}

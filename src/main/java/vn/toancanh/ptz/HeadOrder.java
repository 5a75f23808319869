package vn.toancanh.ptz;

/** What a head is told. */
public sealed interface HeadOrder {
    /** Moves at that speed until it is told otherwise. */
    record Move(HeadSpeed speed) implements HeadOrder {}

    /** Stands. */
    record Stop() implements HeadOrder {}

    /** Goes to its home. */
    record Home() implements HeadOrder {}

    /**
     * Goes to a place it knows.
     *
     * @param id the head's own, 1 to 64 characters
     */
    record Preset(String id) implements HeadOrder {}

    /**
     * Turns to what stands at a place of its picture.
     *
     * @param x -1 at the picture's left edge to 1 at its right
     * @param y -1 at its lower edge to 1 at its upper
     * @param share how much of the picture is to fill it afterwards, {@link #LEAST_SHARE} to 1; 1: the lens stays
     */
    record Look(double x, double y, double share) implements HeadOrder {
        /** The smallest part of a picture that can be wanted. */
        public static final double LEAST_SHARE = 0.01;

        public Look {
            x = Math.clamp(x, -1.0, 1.0);
            y = Math.clamp(y, -1.0, 1.0);
            share = Math.clamp(share, LEAST_SHARE, 1.0);
        }
    }

    /** What moves nothing and is done at once: whatever moves goes on beside it. */
    sealed interface Aside extends HeadOrder {}

    /** Focuses by itself, or no more. */
    record AutoFocus(boolean on) implements Aside {}

    /**
     * Opens its iris, or closes it.
     *
     * @param opening by how much of its range, -1 to 1
     */
    record Iris(double opening) implements Aside {}

    /** Sets its iris by itself, or no more. */
    record AutoIris(boolean on) implements Aside {}

    /**
     * Has something else that it has be otherwise.
     *
     * @param aux in the head's own words, 1 to 64 characters
     */
    record Auxiliary(String aux) implements Aside {}

    /** True where it goes on until it is stopped; whatever else it does ends by itself. */
    default boolean goesOn() {
        return this instanceof Move;
    }
}

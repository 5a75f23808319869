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

    /** True where it goes on until it is stopped; whatever else it does ends by itself. */
    default boolean goesOn() {
        return this instanceof Move;
    }
}

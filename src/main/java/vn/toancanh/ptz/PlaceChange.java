package vn.toancanh.ptz;

/** What is to be otherwise among the places that a head knows. */
public sealed interface PlaceChange {
    /**
     * Where the head is now is a new place.
     *
     * @param name 1 to 64 characters
     */
    record Keep(String name) implements PlaceChange {}

    /** A place is where the head is now, and is called as before. */
    record Replace(HeadPlace place) implements PlaceChange {}

    /**
     * A place is called otherwise.
     *
     * @param name 1 to 64 characters
     */
    record Name(HeadPlace place, String name) implements PlaceChange {}

    /** A place is locked, or no more. */
    record Lock(HeadPlace place, boolean locked) implements PlaceChange {}

    /** A place is forgotten. */
    record Remove(HeadPlace place) implements PlaceChange {}

    /** Where the head is now is its home. */
    record Home() implements PlaceChange {}
}

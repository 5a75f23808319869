package vn.toancanh.desk;

/** Who changes a wall. */
enum ChangedBy {
    /** Somebody at the desk: it is remembered and can be taken back. */
    PERSON,
    /** Somebody who takes a change back, or brings it again. */
    HISTORY,
    /** The wall of the last time comes back. */
    MEMORY,
    /** What stands there was saved, and is now that version of that layout. */
    SAVING
}

package vn.toancanh.onvif;

/** Something that certain devices want done otherwise. */
enum Quirk {
    /** A movement that names a time is refused: it is sent without, and what ends it is our stop alone. */
    MOVES_WITHOUT_TIME,
    /** A stop that names axes is refused; the bare one stops all. */
    STOPS_WITHOUT_AXES,
    /** What it calls pan turns it up, and what it calls tilt turns it aside. */
    SWAPS_AXES
}

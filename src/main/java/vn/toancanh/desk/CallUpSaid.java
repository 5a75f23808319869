package vn.toancanh.desk;

/** What became of the last call. */
public enum CallUpSaid {
    /** Nothing yet: somebody types. */
    NOTHING,
    SHOWN,
    SALVO,
    /** Some of its cameras found no tile. */
    SALVO_IN_PART,
    /** The cameras that were chosen are a salvo now, under a number that was free. */
    SALVO_KEPT,
    /** The same in place of another salvo. */
    SALVO_REPLACED,
    /** All salvos have the numbers that were typed for them. */
    SALVOS_NUMBERED,
    BLANKED,
    /** Only what was lent in the tile went: what stood there before is back. */
    GIVEN_BACK,
    NO_CAMERA,
    NO_TILE,
    NO_MONITOR,
    /** The window is there, and its monitor is not. */
    MONITOR_AWAY,
    NO_SALVO,
    /** A tile must be selected first. */
    NONE_SELECTED,
    /** There is no next one: no camera has a number. */
    NONE_NUMBERED
}

package vn.toancanh.live;

/**
 * How little memory is spent on a tile, from as much as it likes downwards: the order in which a machine that has too little
 * saves. Beside {@link vn.toancanh.model.Effort}, which saves work and hardly any memory.
 */
enum Thrift {
    /** What its size and its operator ask for. */
    NONE,
    /** It rests as soon as nobody can see it, and streams that no tile shows are let go. */
    UNSEEN_RESTS,
    /** The small stream, except where it is enlarged or the large one was picked by hand: pictures are what a decoder holds. */
    SMALL_STREAM,
    /** No pictures. */
    RESTS;

    /** Levels to a step that parts of the wall take after each other. */
    private static final int PARTS = 4;

    /** One tile in four goes on, whatever happens. */
    private static final int RESTING_PARTS = PARTS - 1;

    /** First what nobody sees, then all parts to the small stream, then most to rest. */
    static final int MOST = 1 + PARTS + RESTING_PARTS;

    /**
     * What is spent on a tile at a level.
     *
     * @param rank its place in the order in which tiles give way, from 0
     * @param of how many tiles give way
     */
    static Thrift of(int level, int rank, int of) {
        if (level <= 0) {
            return NONE;
        }
        int small = Math.min(level - 1, PARTS);
        int resting = level - 1 - small;
        // Rounded down: a wall of one tile is never dark.
        if ((rank + 1) * PARTS <= of * resting) {
            return RESTS;
        }
        return rank * PARTS < of * small ? SMALL_STREAM : UNSEEN_RESTS;
    }
}

package vn.toancanh.ui.grid;

/**
 * Which ticks of the screen paint. A wall is painted once a period, on a grid of time so that ticks that come late cost no picture; but a
 * picture that was painted stands for a while before the next takes its place, however late it came, or nobody would have seen it. First
 * pictures that somebody waits for are painted in between, alone. One thread.
 */
final class Beats {
    /** What a tick is for. */
    enum Beat {
        /** Nothing. */
        NONE,
        /** First pictures alone. */
        FIRSTS,
        /** All that is new. */
        ALL
    }

    private long beatAt;
    private long paintedAt = Long.MIN_VALUE / 2;

    /**
     * Takes one tick.
     *
     * @param now the time of the tick, nanoseconds
     * @param period from one beat to the next
     * @param least so long a picture stands before another takes its place
     * @param firsts true where first pictures wait to be seen at once
     */
    Beat at(long now, long period, long least, boolean firsts) {
        long due = beatAt + period;
        // A tick a little early is as good as due: waiting for the next would halve the rate.
        if (now >= due - period / 8 && now - paintedAt >= least) {
            beatAt = now - due > period ? now : due;
            paintedAt = now;
            return Beat.ALL;
        }
        return firsts ? Beat.FIRSTS : Beat.NONE;
    }
}

package vn.toancanh.live;

import java.time.Duration;
import java.util.List;
import vn.toancanh.model.Effort;

/**
 * How much load a wall sheds, from its history alone: a level from 0, where nothing is, to {@link #MOST}. It takes a level more
 * after two looks in a row at a machine that is over its budget or late, and gives one back after a calm while; where giving
 * back brought the trouble back, the next while is twice as long. Levels follow the order of {@link Effort}: first all tiles
 * are unsmoothed, a part of them a level, then show fewer pictures, then key frames alone.
 */
final class Shedding {
    /** Levels to an effort: so many parts of the wall follow one another. */
    static final int PARTS = 4;

    private static final List<Effort> EFFORTS = List.of(Effort.values());

    static final int MOST = PARTS * (EFFORTS.size() - 1);

    /** Calm is below this share of the budget. */
    private static final double CALM = 0.8;

    private static final int LOOKS = 2;
    private static final Duration FIRST_CALM = Duration.ofSeconds(10);
    private static final Duration LONGEST_CALM = Duration.ofMinutes(5);
    /** Trouble so soon after giving back came of giving back. */
    private static final Duration AFTERMATH = Duration.ofSeconds(15);

    private int level;
    private int troubled;
    private long calmSince = -1;
    private long gaveBackAt = Long.MIN_VALUE / 2;
    private Duration calm = FIRST_CALM;

    /**
     * Takes one look.
     *
     * @param load share of the budget that is used, 1: all of it
     * @param late pictures come in faster than they are made
     * @return the level from now on
     */
    int look(double load, boolean late, long nowNanos) {
        if (load > 1 || late) {
            calmSince = -1;
            if (++troubled >= LOOKS && level < MOST) {
                if (nowNanos - gaveBackAt < AFTERMATH.toNanos()) {
                    calm = calm.multipliedBy(2).compareTo(LONGEST_CALM) < 0 ? calm.multipliedBy(2) : LONGEST_CALM;
                }
                troubled = 0;
                level++;
            }
            return level;
        }
        troubled = 0;
        if (load > CALM || level == 0) {
            calmSince = -1;
            if (level == 0 && nowNanos - gaveBackAt > LONGEST_CALM.toNanos()) {
                calm = FIRST_CALM;
            }
        } else if (calmSince < 0) {
            calmSince = nowNanos;
        } else if (nowNanos - calmSince >= calm.toNanos()) {
            calmSince = nowNanos;
            gaveBackAt = nowNanos;
            level--;
        }
        return level;
    }

    /**
     * What is made of a tile at a level.
     *
     * @param rank its place in the order in which tiles give way, from 0
     * @param of how many tiles give way
     */
    static Effort effort(int level, int rank, int of) {
        int whole = level / PARTS;
        int parts = level % PARTS;
        boolean further = rank * PARTS < of * parts;
        return EFFORTS.get(Math.min(whole + (further ? 1 : 0), EFFORTS.size() - 1));
    }
}

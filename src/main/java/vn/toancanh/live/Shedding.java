package vn.toancanh.live;

import java.time.Duration;
import java.util.List;
import vn.toancanh.model.Effort;

/**
 * How much a wall sheds, from its history alone: a level from 0, where nothing is, to the most of its {@link Pace}. It takes a
 * level more after some looks in a row at a machine that is over its budget or late, and gives one back after a calm while;
 * where giving back brought the trouble back, the next while is twice as long. Levels of work follow the order of {@link
 * Effort}: first all tiles are unsmoothed, a part of them a level, then show fewer pictures, then key frames alone. Levels
 * of memory are those of {@link Thrift}.
 */
final class Shedding {
    /** Levels to an effort: so many parts of the wall follow one another. */
    static final int PARTS = 4;

    private static final List<Effort> EFFORTS = List.of(Effort.values());

    static final int MOST = PARTS * (EFFORTS.size() - 1);

    private static final Duration LONGEST_CALM = Duration.ofMinutes(5);

    /**
     * How slowly it goes.
     *
     * @param most the highest level
     * @param looks so many in a row at trouble make a level more
     * @param calmShare calm is below this share of the budget
     * @param firstCalm it takes so long a calm to give a level back
     * @param aftermath trouble so soon after giving back came of giving back
     */
    record Pace(int most, int looks, double calmShare, Duration firstCalm, Duration aftermath) {
        /** What is saved of work shows at once. */
        static final Pace OF_WORK = new Pace(Shedding.MOST, 2, 0.8, Duration.ofSeconds(10), Duration.ofSeconds(15));

        /** Memory is given back late and in lumps, is told late, and asks for no haste: a machine has some left above the budget. */
        static final Pace OF_MEMORY = new Pace(Thrift.MOST, 4, 0.9, Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    private final Pace pace;
    private int level;
    private int troubled;
    private long calmSince = -1;
    private long gaveBackAt = Long.MIN_VALUE / 2;
    private Duration calm;

    Shedding(Pace pace) {
        this.pace = pace;
        this.calm = pace.firstCalm();
    }

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
            if (++troubled >= pace.looks() && level < pace.most()) {
                if (nowNanos - gaveBackAt < pace.aftermath().toNanos()) {
                    calm = calm.multipliedBy(2).compareTo(LONGEST_CALM) < 0 ? calm.multipliedBy(2) : LONGEST_CALM;
                }
                troubled = 0;
                level++;
            }
            return level;
        }
        troubled = 0;
        if (load > pace.calmShare() || level == 0) {
            calmSince = -1;
            if (level == 0 && nowNanos - gaveBackAt > LONGEST_CALM.toNanos()) {
                calm = pace.firstCalm();
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

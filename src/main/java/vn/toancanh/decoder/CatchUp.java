package vn.toancanh.decoder;

/**
 * Holds back the pictures of an opening burst: a player that begins amid a stream decodes all since the newest key frame, up
 * to seconds, and what came while libVLC started, and only the last of that is what happens now. Ends with the picture of
 * the newest unit, or where the decoder keeps some back, a moment after it has caught up as far as it does. One thread feeds,
 * one displays.
 */
final class CatchUp {
    /** By then the pictures of all units of the burst have been drawn that will be, microseconds. */
    private static final long SETTLED = 250_000;

    /** A decoder that came no nearer to the newest unit for so long has caught up as far as it does, microseconds. */
    private static final long NEARER_WITHIN = 125_000;

    /** A decoder that takes longer shows what it has: an old picture that moves is better than none, microseconds. */
    private static final long LONGEST = 1_500_000;

    /** So long it may take where another player shows newer ones meanwhile: that is better than an old one, microseconds. */
    private static final long BESIDE = 5_000_000;

    /** Units that may be on their way through the decoder. */
    private static final int UNDER_WAY = 1;

    private final int burst;
    private final Arrears arrears;
    private volatile long burstFedAt;
    private long begunAt;
    private int least = Integer.MAX_VALUE;
    private long nearerAt;
    private volatile boolean over;

    /** @param burst units that are fed at once when it begins; up to 1: there is nothing to catch up with */
    CatchUp(int burst, Arrears arrears) {
        this.burst = burst;
        this.arrears = arrears;
        this.over = burst <= 1;
    }

    /** A unit went in, and is counted. */
    void fed(long nowMicros) {
        if (arrears.fedUnits() <= burst) {
            burstFedAt = nowMicros;
        }
    }

    /** True once nothing is held back any more. */
    boolean over() {
        return over;
    }

    /**
     * True where the picture just drawn, and counted, is held back.
     *
     * @param beaten another player shows newer ones in its place
     */
    boolean holds(boolean beaten, long nowMicros) {
        begunAt = begunAt == 0 ? nowMicros : begunAt;
        if (arrears.undrawn() < least) {
            least = arrears.undrawn();
            nearerAt = nowMicros;
        }
        over = over || caughtUp() || isOver(beaten, nowMicros);
        return !over;
    }

    private boolean caughtUp() {
        return arrears.done() >= burst && arrears.undrawn() <= UNDER_WAY;
    }

    private boolean isOver(boolean beaten, long nowMicros) {
        long took = nowMicros - begunAt;
        return beaten ? took > BESIDE : settled(nowMicros) || took > LONGEST;
    }

    private boolean settled(long nowMicros) {
        return arrears.fedUnits() >= burst && nowMicros - burstFedAt > SETTLED && nowMicros - nearerAt > NEARER_WITHIN;
    }
}

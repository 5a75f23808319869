package vn.toancanh.bench;

import java.time.Duration;
import java.util.OptionalLong;
import vn.toancanh.simulator.Fault;

/**
 * One fault of one camera, from the throw until the tile is back: what was measured of it. Stepped on MAIN; told of its
 * beginning on another thread.
 */
final class FaultThrow {
    /** A tile counts as back where it then stays LIVE so long. */
    static final Duration STEADY = Duration.ofSeconds(1);

    /** A tile that waits for its rare try comes back at last within a minute. */
    static final Duration BACK_PATIENCE = Duration.ofSeconds(90);

    /** A camera that was healed under a tile which never left LIVE gets so long for what healing itself stirs up. */
    private static final Duration AFTERMATH = Duration.ofSeconds(5);

    private static final Duration FOREVER = Duration.ofDays(1);
    private static final Duration BEGIN_PATIENCE = Duration.ofSeconds(60);

    /** What happens to the camera. */
    interface Hand {
        void heal();
    }

    final Fault fault;
    final int camera;
    private final FaultTerms terms;
    private final TileRecord tile;
    private final Hand hand;
    private final long lingerNanos;
    private final long thrownAt;
    private volatile long begunAt;
    private long leftAt;
    private long healedAt;
    private long backAt;
    private boolean over;

    /** @param linger how long the fault goes on after the tile has left LIVE */
    FaultThrow(Fault fault, int camera, TileRecord tile, long now, Duration linger, Hand hand) {
        this.fault = fault;
        this.camera = camera;
        this.terms = FaultTerms.of(fault);
        this.tile = tile;
        this.thrownAt = now;
        this.lingerNanos = linger.toNanos();
        this.hand = hand;
        tile.expectTrouble(lieAfter(terms));
    }

    private static Duration lieAfter(FaultTerms terms) {
        return terms.spoils() ? FOREVER : terms.standsStill() ? terms.within() : TileRecord.LIE_AFTER;
    }

    /** The fault shows in what is sent from that time on. Any thread; the first time counts. */
    void begun(long nanos) {
        if (begunAt == 0 && !terms.growsOld()) {
            begunAt = nanos;
        }
    }

    /** Looks at the tile and heals the camera when it is time; true once it is over. */
    boolean step(long now) {
        if (over) {
            return true;
        }
        if (begunAt == 0 && terms.growsOld()) {
            begunAt = tile.lateAtNanos().orElse(0);
        }
        long begun = begunAt;
        if (begun == 0) {
            if (now - thrownAt > BEGIN_PATIENCE.toNanos()) {
                end();
            }
            return over;
        }
        if (healedAt == 0) {
            waitForLeaving(now, begun);
        } else if (leftAt == 0) {
            if (now - healedAt > AFTERMATH.toNanos()) {
                end();
            }
        } else {
            waitForBack(now);
        }
        return over;
    }

    private void waitForLeaving(long now, long begun) {
        if (leftAt == 0) {
            OptionalLong left = tile.leftLive(begun);
            if (left.isPresent()) {
                leftAt = left.getAsLong();
            } else if (now - begun > terms.held().toNanos()) {
                heal(now);
            }
        }
        if (leftAt != 0 && now - leftAt >= lingerNanos) {
            // dropped connections are whole again from the beginning
            heal(fault == Fault.DROP ? begun : now);
        }
    }

    private void heal(long at) {
        hand.heal();
        healedAt = at;
    }

    private void waitForBack(long now) {
        OptionalLong back = tile.backLive(Math.max(leftAt, healedAt), STEADY);
        if (back.isPresent()) {
            backAt = back.getAsLong();
            end();
        } else if (now - healedAt > BACK_PATIENCE.toNanos()) {
            end();
        }
    }

    private void end() {
        if (healedAt == 0) {
            hand.heal();
        }
        over = true;
        tile.expectNothing();
    }

    /** False where the camera never began to fail, so that nothing was measured. */
    boolean happened() {
        return begunAt != 0;
    }

    /** Milliseconds until the tile left LIVE; empty where it did not. */
    OptionalLong detectMillis() {
        return leftAt == 0 ? OptionalLong.empty() : OptionalLong.of(Math.max(0, leftAt - begunAt) / 1_000_000);
    }

    /** Milliseconds from healing until the tile was LIVE again; empty where it never left, or did not come back. */
    OptionalLong recoverMillis() {
        return backAt == 0 ? OptionalLong.empty() : OptionalLong.of(Math.max(0, backAt - healedAt) / 1_000_000);
    }

    /** True where the tile owed it to leave LIVE and did not while the fault was kept up. */
    boolean undetected() {
        return happened() && terms.must() && leftAt == 0;
    }

    boolean unrecovered() {
        return leftAt != 0 && backAt == 0;
    }

    FaultTerms terms() {
        return terms;
    }

    /** The state the tile left LIVE for; empty where it did not. */
    String answer() {
        return leftAt == 0 ? "" : tile.stateAt(leftAt);
    }
}

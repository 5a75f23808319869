package vn.toancanh.ui.grid;

import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import javafx.animation.AnimationTimer;

/**
 * The one pulse on which all tiles are painted. JavaFX ticks at the screen's rate; this lets a tick through when a period
 * has passed. FX thread.
 */
final class RenderPulse {
    private final AnimationTimer timer;
    private long beatAt;

    /**
     * @param periodNanos asked at every tick, so that a wall of slow streams is painted less often
     * @param beat paints; given the time of the tick, nanoseconds
     */
    RenderPulse(LongSupplier periodNanos, LongConsumer beat) {
        this.timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                long period = periodNanos.getAsLong();
                // A tick a little early is as good as due: waiting for the next would halve the rate.
                long due = beatAt + period;
                if (now >= due - period / 8) {
                    beatAt = now - due > period ? now : due;
                    beat.accept(now);
                }
            }
        };
    }

    void start() {
        timer.start();
    }

    void stop() {
        timer.stop();
    }
}

package vn.toancanh.ui.grid;

import java.util.function.Consumer;
import java.util.function.LongFunction;
import javafx.animation.AnimationTimer;

/** The one pulse on which all tiles are painted: JavaFX ticks at the screen's rate, and some of the ticks paint. FX thread. */
final class RenderPulse {
    private final AnimationTimer timer;

    /**
     * @param at which beat a tick is, by its time in nanoseconds; asked at every tick
     * @param beat paints; not called with {@link Beats.Beat#NONE}
     */
    RenderPulse(LongFunction<Beats.Beat> at, Consumer<Beats.Beat> beat) {
        this.timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                Beats.Beat tick = at.apply(now);
                if (tick != Beats.Beat.NONE) {
                    beat.accept(tick);
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

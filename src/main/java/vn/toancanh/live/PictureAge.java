package vn.toancanh.live;

import java.time.Duration;

/**
 * How old the picture on show is: now less the time its camera took it, by the camera's own clock.
 *
 * @param millis of no use where it is not trusted
 * @param trusted false where the camera's clock is wrong, as far as that can be told from here
 */
public record PictureAge(long millis, boolean trusted) {
    /**
     * Whoever steers a camera by an older picture overshoots: at a moderate 20° a second the head turns in that time by ten
     * degrees, a sixth of a view 60° wide, which is as much as counts as its middle.
     */
    public static final Duration TOO_OLD_TO_STEER = Duration.ofMillis(500);

    /** True where it is known that steering by this picture would overshoot. */
    public boolean tooOldToSteer() {
        return trusted && millis > TOO_OLD_TO_STEER.toMillis();
    }

    /** The same picture a while later. */
    PictureAge after(Duration passed) {
        return new PictureAge(millis + passed.toMillis(), trusted);
    }
}

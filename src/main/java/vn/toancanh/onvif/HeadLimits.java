package vn.toancanh.onvif;

import java.time.Duration;

/**
 * What a head can do, as far as it tells.
 *
 * @param least shortest time that a movement may be told to last, whole seconds
 * @param most longest, whole seconds
 * @param panTilt it turns
 * @param zoom it zooms
 */
public record HeadLimits(Duration least, Duration most, boolean panTilt, boolean zoom) {
    /** Where a device says nothing, or nonsense. */
    static final HeadLimits USUAL = new HeadLimits(Duration.ofSeconds(1), Duration.ofSeconds(10), true, true);

    static HeadLimits of(XmlNode answer) {
        Duration least = time(answer, "Min", USUAL.least);
        Duration most = time(answer, "Max", USUAL.most);
        Duration from = Duration.ofSeconds(Math.max(1, least.plusMillis(999).toSeconds()));
        Duration to = Duration.ofSeconds(most.toSeconds());
        boolean sane = to.compareTo(from) >= 0;
        return answer.at("PTZConfigurationOptions", "Spaces")
                .map(spaces -> new HeadLimits(
                        sane ? from : USUAL.least,
                        sane ? to : USUAL.most,
                        !spaces.all("ContinuousPanTiltVelocitySpace").isEmpty(),
                        !spaces.all("ContinuousZoomVelocitySpace").isEmpty()))
                .filter(told -> told.panTilt || told.zoom)
                .orElseGet(() -> new HeadLimits(sane ? from : USUAL.least, sane ? to : USUAL.most, true, true));
    }

    private static Duration time(XmlNode answer, String which, Duration usual) {
        return answer.text("PTZConfigurationOptions", "PTZTimeout", which)
                .flatMap(XmlTime::duration)
                .orElse(usual);
    }

    /** A time as the head takes it: whole seconds, not shorter than it is wanted unless the head has no longer one. */
    Duration within(Duration wanted) {
        Duration whole = Duration.ofSeconds(Math.max(1, wanted.plusMillis(999).toSeconds()));
        if (whole.compareTo(least) < 0) {
            return least;
        }
        return whole.compareTo(most) > 0 ? most : whole;
    }
}

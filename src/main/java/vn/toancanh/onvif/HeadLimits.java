package vn.toancanh.onvif;

import java.time.Duration;

/**
 * What a head can do, as far as it tells.
 *
 * @param least shortest time that a movement may be told to last, whole seconds
 * @param most longest, whole seconds
 * @param panTilt it turns
 * @param zoom it zooms
 * @param centres it knows places by where they stand in its picture
 * @param magnifies it takes so many times nearer as a way to zoom
 */
public record HeadLimits(
        Duration least, Duration most, boolean panTilt, boolean zoom, boolean centres, boolean magnifies) {
    /** Where a device says nothing, or nonsense. */
    static final HeadLimits USUAL =
            new HeadLimits(Duration.ofSeconds(1), Duration.ofSeconds(10), true, true, false, false);

    static HeadLimits of(XmlNode answer) {
        Duration least = time(answer, "Min", USUAL.least);
        Duration most = time(answer, "Max", USUAL.most);
        Duration from = Duration.ofSeconds(Math.max(1, least.plusMillis(999).toSeconds()));
        Duration to = Duration.ofSeconds(most.toSeconds());
        boolean sane = to.compareTo(from) >= 0;
        HeadLimits timed = new HeadLimits(sane ? from : USUAL.least, sane ? to : USUAL.most, true, true, false, false);
        return answer.at("PTZConfigurationOptions", "Spaces").map(timed::with).orElse(timed);
    }

    /** Who tells of no speed at all has left them out: it is taken for one that turns and zooms. */
    private HeadLimits with(XmlNode spaces) {
        boolean turns = !spaces.all("ContinuousPanTiltVelocitySpace").isEmpty();
        boolean zooms = !spaces.all("ContinuousZoomVelocitySpace").isEmpty();
        boolean tells = turns || zooms;
        return new HeadLimits(
                least,
                most,
                !tells || turns,
                !tells || zooms,
                names(spaces, "RelativePanTiltTranslationSpace", PictureSpace.OF_PLACES),
                names(spaces, "RelativeZoomTranslationSpace", PictureSpace.OF_NEARNESS));
    }

    private static boolean names(XmlNode spaces, String element, String space) {
        return spaces.all(element).stream()
                .anyMatch(each -> each.text("URI").filter(space::equals).isPresent());
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

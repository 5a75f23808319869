package vn.toancanh.simulator.head;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be wrong with a head. Several hold together, until it is well again. */
public enum HeadFault {
    /** It does not heed the time that a movement names, and goes on until it is stopped. */
    RUNAWAY,
    /** It answers a stop with a fault and goes on; the speed zero it takes. */
    NO_STOP,
    /** It does what it is told, and answers, {@link SimulatedHead#SLOWNESS} later. */
    SLOW,
    /** It ends connections instead of answering, and does nothing. */
    DEAF,
    /** It does what it is told and ends the connection instead of answering. */
    MUTE,
    /** It never says whether it moves. */
    STATUS_UNKNOWN,
    /** It refuses movements that name a time. */
    TIMELESS,
    /** It refuses stops that name axes. */
    BARE_STOP,
    /** It refuses names of places with anything but letters of ASCII, digits and underscores. */
    PLAIN_NAMES,
    /** It takes pan for tilt and tilt for pan, and tells its place so. */
    SWAPPED_AXES,
    /** It says that it has stopped, and goes on; so it does with the speed zero. */
    FALSE_STOP,
    /** It has no lens that can be told anything, and nothing that is switched on and off. */
    NO_LENS;

    /** The word for it on the control line, such as {@code no-stop}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fault of that word. */
    public static Optional<HeadFault> of(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}

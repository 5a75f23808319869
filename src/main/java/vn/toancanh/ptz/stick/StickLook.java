package vn.toancanh.ptz.stick;

import java.util.List;

/**
 * All sticks as they were found at one look.
 *
 * @param nanos of {@code Clock.nanos()}
 * @param readings of those that are plugged in, in the order of their coming; empty where there are none, or the system gives no answer
 */
public record StickLook(long nanos, List<StickReading> readings) {
    public StickLook {
        readings = List.copyOf(readings);
    }
}

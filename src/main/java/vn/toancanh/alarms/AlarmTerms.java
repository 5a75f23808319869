package vn.toancanh.alarms;

import java.time.Duration;

/**
 * On what terms alarms come to the tiles of a desk.
 *
 * @param on whether they come at all
 * @param least the lowest priority that comes, 1 to 100
 * @param stay how long one stays that nobody accepts; zero: until somebody does
 * @param linger how long one stays after somebody has
 */
public record AlarmTerms(boolean on, int least, Duration stay, Duration linger) {
    /** As long as one looks up from the list to the wall. */
    public static final Duration LINGER = Duration.ofSeconds(10);

    /** No alarm comes. */
    public static final AlarmTerms OFF = new AlarmTerms(false, 100, Duration.ZERO, LINGER);
}
